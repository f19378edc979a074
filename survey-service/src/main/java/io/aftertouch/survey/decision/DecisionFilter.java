package io.aftertouch.survey.decision;

import java.time.Instant;
import java.util.UUID;

import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;

/** Which decisions to list; null leaves a criterion out. {@code from} is included, {@code to} is not. */
record DecisionFilter(
        String respondent,
        String touchpoint,
        UUID rule,
        String survey,
        Outcome outcome,
        Reason reason,
        Instant from,
        Instant to) {

    DecisionFilter within(Instant begin, Instant end) {
        return new DecisionFilter(respondent, touchpoint, rule, survey, outcome, reason, begin, end);
    }

    /** The reason that an outcome always has; so it is found by the index over reasons. */
    Reason reasonToLookFor() {
        if (reason != null || outcome == null) {
            return reason;
        }
        return switch (outcome) {
            case INVITED -> Reason.INVITED;
            case DEFERRED -> Reason.DEFERRED_TO;
            case NOT_INVITED -> null;
        };
    }
}
