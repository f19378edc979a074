package io.aftertouch.feedback.response;

import io.aftertouch.platform.idempotency.RememberedAnswer;

/** What became of an answer that was handed in and not refused. */
public sealed interface Submitted {

    /** It is stored, now. */
    record Recorded(SurveyResponse response) implements Submitted {}

    /** The same answer was stored earlier; nothing was added. */
    record Repeated(SurveyResponse response) implements Submitted {}

    /** It replaces what the same customer answered before; it still counts once. */
    record Revised(SurveyResponse response) implements Submitted {}

    /** The request came earlier under the same Idempotency-Key; nothing was added. */
    record Replayed(RememberedAnswer answer) implements Submitted {}
}
