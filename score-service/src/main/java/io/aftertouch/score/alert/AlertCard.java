package io.aftertouch.score.alert;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.watch.Share;

/** An alert as a card: where, since when, how much worse, and who has seen it. */
public record AlertCard(
        UUID id,
        String touchpoint,
        String name,
        String segment,
        boolean open,
        Instant since,
        Instant recoveredAt,
        Bar after,
        Bar before,
        String acknowledgedBy,
        Instant mutedUntil,
        String answersQuery) {

    /** One share of negative answers as a bar. */
    public record Bar(String width, String percent, long negative, long n) {

        static Bar of(Share share) {
            double part = share.n() == 0 ? 0 : share.value();
            return new Bar(
                    String.format(Locale.ROOT, "%.1f%%", 100 * part),
                    Numbers.percent(part),
                    share.negative(),
                    share.n());
        }
    }

    /** @param acknowledgedBy the name of who has seen it, as people read it; null while nobody has */
    static AlertCard of(AlertReading.Read read, String acknowledgedBy, Instant now) {
        Alert alert = read.alert();
        return new AlertCard(
                alert.id(),
                AlertView.encoded(alert.touchpoint()),
                read.name(),
                alert.segment().map(Segment::toString).orElse("all respondents"),
                alert.isOpen(),
                alert.since(),
                alert.recoveredAt(),
                Bar.of(AlertView.after(read)),
                Bar.of(alert.before()),
                acknowledgedBy,
                alert.isMutedAt(now) ? alert.mutedUntil() : null,
                "tp=" + AlertView.encoded(alert.touchpoint()) + AlertView.answersQuery(alert));
    }
}
