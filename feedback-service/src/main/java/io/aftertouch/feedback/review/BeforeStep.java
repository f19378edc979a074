package io.aftertouch.feedback.review;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a case was before its last step, so that whoever took the step can undo it while nobody has done anything since.
 *
 * @param version of the case right after the step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BeforeStep(
        Step step,
        String who,
        int version,
        CaseState state,
        String assignee,
        Instant takenAt,
        Instant firstTakenAt,
        Boolean takenInTime,
        Outcome outcome,
        String rootCause,
        Instant warnAt,
        Instant dueAt,
        Instant snoozedUntil) {}
