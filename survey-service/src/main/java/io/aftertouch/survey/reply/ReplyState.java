package io.aftertouch.survey.reply;

/** Where a reply stands. */
enum ReplyState {
    WAITING,
    SENT,
    FAILED
}
