package io.aftertouch.survey.invitation;

import java.util.EnumSet;
import java.util.Set;

/** The life of an invitation: SCHEDULED → SENT → ANSWERED / EXPIRED / CANCELLED / BOUNCED / FAILED. */
public enum InvitationState {
    /** Waits for its due time, or for the mail server. */
    SCHEDULED("Waits to be sent"),
    /** On its way, or handed out as a link. */
    SENT("Sent"),
    /** The respondent has answered. Nothing comes after it. */
    ANSWERED("Answered"),
    /** Its time was over. An answer that was given before may still become known. */
    EXPIRED("Expired without an answer"),
    /** Withdrawn before it was sent. */
    CANCELLED("Cancelled"),
    /** There is no such mailbox. Whoever has the link may still answer. */
    BOUNCED("Bounced"),
    /** Could not be delivered for another reason. */
    FAILED("Failed");

    private final String words;

    InvitationState(String words) {
        this.words = words;
    }

    /** As colleagues read it. */
    public String words() {
        return words;
    }

    boolean canBecome(InvitationState next) {
        return next().contains(next);
    }

    private Set<InvitationState> next() {
        return switch (this) {
            case SCHEDULED -> EnumSet.of(SENT, ANSWERED, EXPIRED, CANCELLED, BOUNCED, FAILED);
            case SENT -> EnumSet.of(SCHEDULED, ANSWERED, EXPIRED, BOUNCED);
            case BOUNCED, FAILED -> EnumSet.of(SCHEDULED, ANSWERED);
            case EXPIRED, CANCELLED -> EnumSet.of(ANSWERED);
            case ANSWERED -> EnumSet.noneOf(InvitationState.class);
        };
    }
}
