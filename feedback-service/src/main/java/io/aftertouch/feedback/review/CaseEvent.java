package io.aftertouch.feedback.review;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A case as the other services hear of it: when it is opened, and after every step. */
record CaseEvent(
        UUID id,
        UUID responseId,
        String touchpoint,
        String survey,
        CaseState state,
        boolean open,
        FlagReason reason,
        String assignee,
        Map<String, String> segments,
        Instant openedAt,
        Instant dueAt,
        Instant changedAt,
        int version) {

    static final String TOPIC = "cases";
    static final String OPENED = "case.opened";
    static final String CHANGED = "case.changed";

    static CaseEvent of(ReviewCase reviewCase) {
        return new CaseEvent(
                reviewCase.id(),
                reviewCase.responseId(),
                reviewCase.touchpoint(),
                reviewCase.survey(),
                reviewCase.state(),
                reviewCase.state().isOpen(),
                reviewCase.reason(),
                reviewCase.assignee(),
                reviewCase.segments(),
                reviewCase.openedAt(),
                reviewCase.dueAt(),
                reviewCase.changedAt(),
                reviewCase.version());
    }
}
