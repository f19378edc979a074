package io.aftertouch.score.tally;

import java.util.Map;
import java.util.Set;

/**
 * Which tallies to add up: of these touchpoints and these survey versions, on one of these channels (none named: on any), and with
 * one of the named values in each named dimension.
 */
public record TallyFilter(
        Set<Integer> touchpoints,
        Set<Integer> surveyVersions,
        Set<Integer> channels,
        Map<String, Set<String>> segments) {

    boolean matchesNothing() {
        return touchpoints.isEmpty() || surveyVersions.isEmpty();
    }
}
