package io.aftertouch.score.metric;

/** At which end of a scale the good scores lie. */
public enum GoodEnd {
    HIGH,
    LOW
}
