package io.aftertouch.feedback.recovery;

import java.time.Instant;
import java.util.Map;

import io.aftertouch.feedback.review.ReviewCase;

/**
 * The event by which a customer is asked again ({@code event.happened}), as any source system would tell it: the trigger rules of the touchpoint and
 * the contact policy decide. Its id is the case's, so that it happens once per case.
 */
record AskAgain(
        String id,
        String source,
        String touchpoint,
        Instant occurredAt,
        Person respondent,
        Map<String, String> segments,
        Map<String, String> attributes) {

    static final String TOPIC = "events";
    static final String TYPE = "event.happened";
    static final String SOURCE = "aftertouch/inbox";

    /** Known by the reference alone; whoever asks knows the rest. */
    record Person(String ref) {}

    static AskAgain about(ReviewCase reviewCase, Recovery recovery, Instant now) {
        return new AskAgain(
                reviewCase.id().toString(),
                SOURCE,
                recovery.touchpoint(),
                now,
                new Person(recovery.respondentRef()),
                reviewCase.segments(),
                Map.of("reviewCase", reviewCase.id().toString()));
    }
}
