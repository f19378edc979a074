package io.aftertouch.feedback.reply;

/** Where a reply stands. */
public enum ReplyState {
    WAITING,
    SENT,
    FAILED
}
