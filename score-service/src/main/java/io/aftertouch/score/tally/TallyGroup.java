package io.aftertouch.score.tally;

/** By what tallies are told apart while they are added up. Touchpoints and survey versions always
 * are, since each has its own stage and its own scale. */
public sealed interface TallyGroup {

    record All() implements TallyGroup {}

    record ByChannel() implements TallyGroup {}

    record ByProfile() implements TallyGroup {}

    /** By the value of this dimension; answers without one are a group of their own, null. */
    record BySegment(String dimension) implements TallyGroup {}
}
