package io.aftertouch.feedback.loop;

/** By what the figures are told apart. */
enum Grouping {
    TOUCHPOINT,
    TEAM
}
