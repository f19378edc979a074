package io.aftertouch.score.metric;

/** What the scale says of one score: promoter, passive or detractor in the words of NPS. Listed from the left of every chart. */
public enum Band {
    NEGATIVE,
    NEUTRAL,
    POSITIVE
}
