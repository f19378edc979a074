package io.aftertouch.survey.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/**
 * Which part of the ledger to look at, and how to break it down.
 *
 * @param from included
 * @param to not included
 * @param touchpoint null for all
 */
record CoverageQuestion(Instant from, Instant to, String touchpoint, CoverageGrouping grouping) {

    static final Duration LONGEST = Duration.ofDays(400);
    static final Duration USUAL = Duration.ofDays(30);

    /** What is null gets its default: from the midnight of UTC thirty days ago up to now. */
    static CoverageQuestion of(Instant from, Instant to, String touchpoint, CoverageGrouping grouping, Instant now) {
        Instant end = to == null ? now : to;
        Instant begin = from == null ? end.minus(USUAL).truncatedTo(ChronoUnit.DAYS) : from;
        if (!begin.isBefore(end)) {
            throw new UnfitRange("from", "must be earlier than to");
        }
        if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
            throw new UnfitRange("from", "must lie at most 400 days before to");
        }
        return new CoverageQuestion(begin, end, touchpoint, grouping);
    }

    private static final class UnfitRange extends ProblemException {

        UnfitRange(String field, String message) {
            super("invalid-request", "The period does not fit.", new FieldError(field, message));
        }
    }
}
