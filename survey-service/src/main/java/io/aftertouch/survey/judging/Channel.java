package io.aftertouch.survey.judging;

/** How an invitation reaches its respondent. */
public enum Channel {
    EMAIL,
    /** Text messages and the like, through a gateway of the company's own. */
    WEBHOOK,
    /** The link is only handed to whoever posted the event. */
    LINK
}
