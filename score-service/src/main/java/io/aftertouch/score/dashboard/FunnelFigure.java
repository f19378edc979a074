package io.aftertouch.score.dashboard;

import java.util.ArrayList;
import java.util.List;

import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.funnel.Passage;
import io.aftertouch.score.metric.Rate;

/** How far asking comes, step by step; the bars are as long as their part of the longest. */
public record FunnelFigure(String finding, List<Row> rows) {

    /** One step; {@code before} is its share of the step before it, empty where there is none. */
    public record Row(String name, String explained, String look, String width, String count, String before) {}

    static FunnelFigure of(Passage passage) {
        long longest = Math.max(1, Math.max(passage.judged(), passage.invited()));
        List<Row> rows = new ArrayList<>();
        rows.add(row("Judged", "rules, for events that came in", passage.judged(), 0, longest));
        rows.add(row(
                "Invited",
                "the others: quarantine, no address, sampling",
                passage.invited(),
                passage.judged(),
                longest));
        rows.add(row(
                "Sent",
                missing(passage.invited(), passage.sent(), "not sent"),
                passage.sent(),
                passage.invited(),
                longest));
        rows.add(row(
                "Delivered",
                missing(passage.sent(), passage.delivered(), "came back or called off"),
                passage.delivered(),
                passage.sent(),
                longest));
        rows.add(row("Answered", "", passage.answered(), passage.delivered(), longest));
        return new FunnelFigure(finding(passage), List.copyOf(rows));
    }

    private static String finding(Passage passage) {
        Rate rate = new Rate(passage.answered(), passage.delivered());
        return rate.interval()
                .map(interval -> "%s of the delivered invitations are answered (%s to %s)."
                        .formatted(
                                Shown.share(rate.hits(), rate.whole()),
                                Numbers.percent(interval.low() / 100),
                                Numbers.percent(interval.high() / 100)))
                .orElse("No invitation was delivered in this time.");
    }

    /** Invitations follow rules that were judged before, so a step may be larger than the one before it: then it is no part of it. */
    private static Row row(String name, String explained, long count, long before, long longest) {
        return new Row(
                name,
                explained,
                name.equals("Answered") ? "gain" : "plain",
                Shown.width((double) Math.min(Math.max(0, count), longest) / longest),
                Numbers.shown(count),
                new Rate(count, before)
                        .percent()
                        .map(percent -> Numbers.percent(percent / 100))
                        .orElse(""));
    }

    private static String missing(long before, long now, String why) {
        return before > now ? Numbers.shown(before - now) + " " + why : "";
    }
}
