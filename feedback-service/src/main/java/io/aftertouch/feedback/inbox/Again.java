package io.aftertouch.feedback.inbox;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.recovery.Recovery;
import io.aftertouch.feedback.recovery.RecoveryState;
import io.aftertouch.feedback.response.SurveyResponse;

/**
 * How asking the customer again went.
 *
 * @param touchpoint the name of the one at which it was done
 * @param second the second answer; null while there is none
 * @param max the highest score of its scale
 */
record Again(Recovery recovery, String touchpoint, SurveyResponse second, int max) {

    public boolean isAnswered() {
        return second != null;
    }

    public boolean isWithdrawn() {
        return second != null && second.isWithdrawn();
    }

    public String answer() {
        return second.rating().score() + " of " + max;
    }

    public String band() {
        return InboxPage.bandClass(second.rating().band());
    }

    public boolean isRecovered() {
        return second.rating().band() != Band.NEGATIVE;
    }

    /** How far it has come while there is no answer. */
    public boolean isWaiting() {
        return recovery.state() == RecoveryState.WAITING;
    }

    public boolean isDropped() {
        return recovery.state() == RecoveryState.DROPPED;
    }

    public boolean isTold() {
        return recovery.state() == RecoveryState.ASKED;
    }

    public boolean isInvited() {
        return recovery.state() == RecoveryState.INVITED;
    }

    public boolean isDeferred() {
        return recovery.state() == RecoveryState.DEFERRED;
    }

    public boolean isNotInvited() {
        return recovery.state() == RecoveryState.NOT_INVITED;
    }

    /** The reason of the decision in words; the word itself where it says enough. */
    public String why() {
        return switch (recovery.reason()) {
            case "NO_RULE" -> "no trigger rule waits at this touchpoint";
            case "CONDITION" -> "a condition of the trigger rule does not hold";
            case "SAMPLED_OUT" -> "they are not in the sample of the trigger rule";
            case "NO_ADDRESS" -> "there is no address to reach them by";
            case "OPTED_OUT" -> "they do not want to be asked";
            case "QUARANTINE" -> "they were asked too recently";
            case "DAILY_CAP" -> "they were asked as often that day as one person may be";
            case "DEFERRED_TO" -> "something stands against asking now";
            case "ADDRESS_BOUNCED" -> "mail to their address comes back";
            case "TOUCHPOINT_RETIRED" -> "the touchpoint is retired";
            case "ERASED" -> "they were erased";
            case "REFUSED" -> "the event was refused and is parked";
            default -> recovery.reason();
        };
    }
}
