package io.aftertouch.survey.survey;

/** Which end of a scale is the good one. */
public enum GoodEnd {
    HIGH,
    LOW
}
