package io.aftertouch.score.delivery;

/** There is something to post as soon as the transaction at hand is committed. */
record MessagesWritten() {}
