package io.aftertouch.feedback.catalog;

/** The end of a scale that is good: 10 for "would recommend", 1 for "how much effort was it". */
public enum GoodEnd {
    HIGH,
    LOW
}
