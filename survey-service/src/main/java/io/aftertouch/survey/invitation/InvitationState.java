package io.aftertouch.survey.invitation;

import java.util.EnumSet;
import java.util.Set;

/** The life of an invitation: SCHEDULED → SENT → ANSWERED / EXPIRED / CANCELLED / FAILED. */
public enum InvitationState {
    /** Waits for its due time, or for the mail server. */
    SCHEDULED,
    /** On its way, or handed out as a link. */
    SENT,
    /** The respondent has answered. Nothing comes after it. */
    ANSWERED,
    /** Its time was over. An answer that was given before may still become known. */
    EXPIRED,
    /** Withdrawn before it was sent. */
    CANCELLED,
    /** Could not be delivered. */
    FAILED;

    boolean canBecome(InvitationState next) {
        return next().contains(next);
    }

    private Set<InvitationState> next() {
        return switch (this) {
            case SCHEDULED -> EnumSet.of(SENT, ANSWERED, EXPIRED, CANCELLED, FAILED);
            case SENT -> EnumSet.of(ANSWERED, EXPIRED);
            case EXPIRED, CANCELLED, FAILED -> EnumSet.of(ANSWERED);
            case ANSWERED -> EnumSet.noneOf(InvitationState.class);
        };
    }
}
