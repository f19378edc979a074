package io.aftertouch.score.tally;

import java.util.SortedMap;

/**
 * By what tallies are told apart while they are added up. Touchpoints and survey versions are as well, since each has its own stage and its own scale, unless it
 * is said that it does not matter.
 */
public sealed interface TallyGroup {

    record All() implements TallyGroup {}

    /**
     * All touchpoints in one, and survey versions only as far as they have to be: there are so many fewer sums to hand out.
     *
     * @param touchpoint under which number the sums are
     * @param standIns for each survey version the one under which its answers are added up
     * @param everything whether no touchpoint is left out, and no survey version that has one of their scales
     */
    record Together(int touchpoint, SortedMap<Integer, Integer> standIns, boolean everything) implements TallyGroup {}

    record ByChannel() implements TallyGroup {}

    record ByProfile() implements TallyGroup {}

    /** By the value of this dimension; answers without one are a group of their own, null. */
    record BySegment(String dimension) implements TallyGroup {}
}
