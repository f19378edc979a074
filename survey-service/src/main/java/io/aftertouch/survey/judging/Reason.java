package io.aftertouch.survey.judging;

/** Why somebody was or was not asked: stable words that the decision ledger and the API show. */
public enum Reason {
    /** Every check passed. */
    INVITED("Invited"),
    /** No active rule waits at this touchpoint. */
    NO_RULE("No active rule at this touchpoint"),
    /** A condition on segments or attributes does not hold. */
    CONDITION("Conditions not met"),
    /** The sample of this rule left the event out. */
    SAMPLED_OUT("Left out by sampling"),
    /** Nothing to reach the respondent by on the channels of the rule. */
    NO_ADDRESS("No address for the channels of the rule"),
    /** The respondent said: do not ask me again. */
    OPTED_OUT("Opted out"),
    /** The respondent was asked too recently, or will be soon. */
    QUARANTINE("Quarantine"),
    /** The respondent was asked as often today as one person may be. */
    DAILY_CAP("Asked often enough today"),
    /** Something stands against asking now; it is judged again when that has passed. */
    DEFERRED_TO("Deferred"),
    /** The respondent's country wants a consent, and none is known. */
    NO_CONSENT("No consent"),
    /** The respondent's country wants neutral mail, and the survey is not proved to be. */
    NOT_NEUTRAL("Survey not proved neutral"),
    /** Another rule with a higher priority asks the respondent about the same event. */
    HIGHER_PRIORITY("Another rule has priority"),
    /** Something happened since then that makes the question pointless (a ticket was opened again). */
    CANCELLED("Cancelled by a later event"),
    /** It happened so long ago that the invitation would have expired by now. */
    TOO_OLD("Too long ago to ask"),
    /** The rule was paused before the invitation was sent. */
    RULE_PAUSED("Rule paused"),
    /** The touchpoint was retired: nobody is asked there any more. */
    TOUCHPOINT_RETIRED("Touchpoint retired"),
    /** The survey was retired. */
    SURVEY_RETIRED("Survey retired"),
    /** Somebody cancelled the invitation. */
    WITHDRAWN("Cancelled by hand"),
    /** The mail server refuses the address for good. */
    ADDRESS_REFUSED("Address refused"),
    /** The mail server or the gateway refuses the message for good, which says nothing about the address. */
    MESSAGE_REFUSED("Message refused"),
    /** Mail to the address came back for good. */
    ADDRESS_BOUNCED("Address bounced"),
    /** It happened outside the active period of the rule. */
    NOT_ACTIVE("Outside the active period of the rule"),
    /** The respondent was erased and is not remembered. */
    ERASED("Respondent erased");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** As colleagues read it. */
    public String words() {
        return words;
    }
}
