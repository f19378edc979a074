package io.aftertouch.survey.reply;

/** There are replies to send. */
record RepliesDue() {}
