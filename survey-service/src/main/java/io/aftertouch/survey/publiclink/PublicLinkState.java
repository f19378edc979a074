package io.aftertouch.survey.publiclink;

/** Whether somebody closed the link. A link can be without effect for other reasons: its time is over, its survey or touchpoint retired. */
enum PublicLinkState {
    OPEN,
    CLOSED
}
