package io.aftertouch.survey.judging;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a condition compares. A value that is absent fits only {@link #NOT_EQUALS}. */
public enum Operator {
    @JsonProperty("equals")
    EQUALS,
    @JsonProperty("notEquals")
    NOT_EQUALS,
    @JsonProperty("in")
    IN,
    @JsonProperty("exists")
    EXISTS,
    /** As decimal numbers; a value that is no number does not fit. */
    @JsonProperty("greaterThan")
    GREATER_THAN,
    @JsonProperty("lessThan")
    LESS_THAN,
    /** Without regard to case. */
    @JsonProperty("contains")
    CONTAINS;
}
