package io.aftertouch.score.alert;

import java.time.Instant;
import java.util.UUID;

import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.watch.Share;

/** An alert as others hear of it: when it opens, with every change that is worth telling, and when it has recovered. */
record AlertEvent(
        UUID id,
        int version,
        AlertState state,
        Step reason,
        String touchpoint,
        Metric metric,
        String scale,
        String segment,
        Instant since,
        Instant openedAt,
        Instant recoveredAt,
        Instant changedAt,
        NegativeShare before,
        NegativeShare after,
        double expectedShare,
        double alarmingShare,
        double limit,
        double quietAnswers,
        double delayAnswers,
        String acknowledgedBy,
        Instant mutedUntil) {

    static final String TOPIC = "alerts";
    static final String OPENED = "alert.opened";
    static final String UPDATED = "alert.updated";
    static final String RECOVERED = "alert.recovered";

    /** Shares of negative answers are percents. */
    record NegativeShare(long negative, long n, double share) {

        static NegativeShare of(Share share) {
            return new NegativeShare(share.negative(), share.n(), share.n() == 0 ? 0 : 100 * share.value());
        }
    }

    static AlertEvent of(Alert alert, Step reason) {
        return new AlertEvent(
                alert.id(),
                alert.version(),
                alert.state(),
                reason,
                alert.touchpoint(),
                alert.metric(),
                alert.scale(),
                alert.segment().map(Segment::toString).orElse(null),
                alert.since(),
                alert.openedAt(),
                alert.recoveredAt(),
                alert.changedAt(),
                NegativeShare.of(alert.before()),
                NegativeShare.of(alert.after()),
                100 * alert.expected(),
                100 * alert.alarming(),
                alert.limitInAnswers(),
                alert.quiet(),
                alert.delay(),
                alert.acknowledgedBy(),
                alert.mutedUntil());
    }

    static String type(Step reason) {
        return switch (reason) {
            case OPENED, REOPENED -> OPENED;
            case RECOVERED, SILENT -> RECOVERED;
            case MOVED, GREW, ACKNOWLEDGED, MUTED, UNMUTED -> UPDATED;
        };
    }
}
