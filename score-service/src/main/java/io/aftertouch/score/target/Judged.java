package io.aftertouch.score.target;

/** A target and how it does at the same moment. */
record Judged(Target target, Outlook outlook) {}
