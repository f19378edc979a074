package io.aftertouch.feedback.reply;

/** Why a reply does not reach the customer, and what can be done about it. */
public enum ReplyFailure {
    NO_ADDRESS(
            "no e-mail address is known for the respondent",
            "Add the address on the respondent's page and reply again, or call."),
    ADDRESS_BOUNCED(
            "mail to the respondent's address comes back",
            "Ask for another address in another way, add it on the respondent's page and reply again."),
    ADDRESS_REFUSED(
            "the mail server knows no such mailbox",
            "Ask for another address in another way, add it on the respondent's page and reply again."),
    MESSAGE_REFUSED(
            "the mail server does not take this e-mail",
            "Read below what it said. Shorten the reply or take links out of it, and reply again."),
    MAIL_SERVER_AWAY("the mail server could not be reached for days", "Call the customer, or reply again."),
    BREAKDOWN(
            "the suite could not send it, though it tried several times",
            "Try again. If that fails too, call the customer, and tell whoever looks after the suite."),
    ERASED("the respondent was erased", "Nothing is left to do: nobody can be written to any more.");

    private final String words;
    private final String advice;

    ReplyFailure(String words, String advice) {
        this.words = words;
        this.advice = advice;
    }

    /** Within a sentence. */
    public String words() {
        return words;
    }

    /** What to do, in sentences. */
    public String advice() {
        return advice;
    }
}
