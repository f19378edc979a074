package io.aftertouch.survey.decision;

import java.time.Instant;
import java.util.UUID;

import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;

/** Which decisions to list; null leaves a criterion out. {@code from} is included, {@code to} is not. */
record DecisionFilter(
        String respondent, String touchpoint, UUID rule, Outcome outcome, Reason reason, Instant from, Instant to) {}
