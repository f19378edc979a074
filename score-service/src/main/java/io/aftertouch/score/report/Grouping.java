package io.aftertouch.score.report;

/** By what the groups of a report are told apart. */
public sealed interface Grouping {

    /** All in one group. */
    record None() implements Grouping {}

    record ByTouchpoint() implements Grouping {}

    record ByStage() implements Grouping {}

    record ByChannel() implements Grouping {}

    /** By version of a survey, since a changed question starts a new series. */
    record BySurvey() implements Grouping {}

    record BySegment(String dimension) implements Grouping {}
}
