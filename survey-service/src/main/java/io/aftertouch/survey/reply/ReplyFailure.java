package io.aftertouch.survey.reply;

/** Why a reply did not reach its respondent. */
public enum ReplyFailure {
    /** No e-mail address is known under the reference. */
    NO_ADDRESS,
    /** Mail to the address came back for good, this one or one before. */
    ADDRESS_BOUNCED,
    /** The mail server says that there is no such mailbox. */
    ADDRESS_REFUSED,
    /** The mail server will never take this message. */
    MESSAGE_REFUSED,
    /** The mail server could not be reached for so long that the reply is given up. */
    MAIL_SERVER_AWAY,
    /** We broke down over it, again and again. */
    BREAKDOWN,
    /** The respondent was erased. */
    ERASED
}
