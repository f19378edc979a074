package io.aftertouch.score.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.catalog.OpenCases.Waiting;
import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.tally.Span;
import io.aftertouch.score.watch.HotSpotReport;
import io.aftertouch.score.watch.Share;

/** A hot spot as a card: where, since when, how much worse, how sure, and what to do about it. */
public record HotCard(
        String touchpoint,
        String name,
        String segment,
        LocalDate since,
        String window,
        String baseline,
        Bar now,
        Bar before,
        String effect,
        String low,
        String high,
        String p,
        long openCases,
        String answersQuery) {

    /** One share of negative answers as a bar. */
    public record Bar(String width, String percent, long negative, long n) {

        private static Bar of(Share share) {
            return new Bar(
                    Shown.width(share.value()), Shown.share(share.negative(), share.n()), share.negative(), share.n());
        }
    }

    static HotCard of(HotSpotReport report, HotSpotReport.Entry entry, Waiting cases) {
        Comparison comparison = entry.hotSpot().comparison();
        String key = entry.touchpoint().key();
        return new HotCard(
                Shown.encoded(key),
                entry.touchpoint().name(),
                entry.hotSpot().segment().map(Segment::toString).orElse("all respondents"),
                entry.since(),
                "Last %d hours".formatted(length(report.window()).toHours()),
                "%d days before".formatted(length(report.baseline()).toDays()),
                Bar.of(entry.hotSpot().now()),
                Bar.of(entry.hotSpot().before()),
                Numbers.decimals(comparison.effect(), 0),
                Numbers.decimals(comparison.low(), 0),
                Numbers.decimals(comparison.high(), 0),
                Shown.p(comparison.p()),
                cases.open(),
                answersQuery(key, entry.hotSpot().segment(), report.window().from()));
    }

    private static Duration length(Span span) {
        return Duration.between(span.from(), span.to());
    }

    /** The filters of the list of answers that leave exactly the negative ones behind the hot spot. */
    private static String answersQuery(String touchpoint, Optional<Segment> segment, Instant from) {
        return "tp=" + Shown.encoded(touchpoint)
                + segment.map(one -> "&segment=" + Shown.encoded(one.toString()))
                        .orElse("") + "&band=NEGATIVE&from="
                + Shown.encoded(from.toString());
    }
}
