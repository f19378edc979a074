package io.aftertouch.score.ingest;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.score.metric.Band;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.tally.Origin;
import io.aftertouch.score.tally.Rollup;

/**
 * What became of one answer: it was given, changed or taken back. Says all that it adds to counts and all that it takes from them, so that
 * counting needs neither what came before nor the order of the changes.
 *
 * @param answer the id of the answer, the same in all its changes
 * @param revision which state of the answer this is, 1 first. A withdrawal has the number of the state that it takes back, or a later one. Whoever
 *     keeps the last state of an answer goes by this, since a failure on the way may have turned their order around
 * @param respondent the outside reference of who answered; null for nobody known
 * @param scale with the bands it ships with; what a survey says otherwise is in the band
 * @param segments those of the interaction, as they were told
 * @param origin under which numbers it is tallied: the profile's segments may say {@code other} where a dimension was full
 * @param now what counts from this change on; null when nothing of the answer does
 * @param before what no longer counts; null for a first answer
 * @param answeredAt when the answer was first given, the same in all its changes: it stays in its hour
 * @param event what all of this was read from
 */
public record AnswerChange(
        UUID answer,
        int revision,
        String respondent,
        String touchpoint,
        String survey,
        int surveyVersion,
        Scale scale,
        String channel,
        Map<String, String> segments,
        Origin origin,
        Given now,
        Given before,
        Instant answeredAt,
        ReceivedEvent event) {

    /** A score and the band it is in by the scale of the survey version. */
    public record Given(int score, Band band) {}

    /** Adds to counts what this change means for them. */
    public void addTo(Rollup rollup) {
        if (before != null) {
            rollup.subtract(origin, answeredAt, before.score());
        }
        if (now != null) {
            rollup.add(origin, answeredAt, now.score());
        }
    }

    /** Takes out of counts what this change means for them. */
    public void takeFrom(Rollup rollup) {
        if (before != null) {
            rollup.add(origin, answeredAt, before.score());
        }
        if (now != null) {
            rollup.subtract(origin, answeredAt, now.score());
        }
    }

    public boolean isWithdrawal() {
        return now == null;
    }

    public boolean isFirst() {
        return before == null;
    }
}
