package io.aftertouch.survey.invitation;

/** What happened to an invitation, as its history shows it. Not every step leads to another state. */
public enum Step {
    SCHEDULED("Scheduled"),
    /** It could not be handed over; it is tried again. */
    ATTEMPT_FAILED("Could not be sent, is tried again"),
    /** It is not a time to ask: quiet hours, or asked enough that day. */
    HELD("Held until later"),
    SENT("Sent"),
    REMINDER_SENT("Reminder sent"),
    REMINDER_DROPPED("No reminder"),
    /** The mailbox could not take it for now. */
    DELAYED("Mailbox could not take it for now"),
    /** Somebody wants it sent once more. */
    RESENT("To be sent again"),
    /** Somebody was given the link once more. */
    HANDED_OUT("Link handed out again"),
    ANSWERED("Answered"),
    EXPIRED("Expired"),
    CANCELLED("Cancelled"),
    BOUNCED("Bounced"),
    FAILED("Failed");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    /** As colleagues read it. */
    public String words() {
        return words;
    }
}
