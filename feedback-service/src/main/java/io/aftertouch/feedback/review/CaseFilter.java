package io.aftertouch.feedback.review;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which cases are asked for; null, and an empty set, means any.
 *
 * @param team the key of the team that looks after them
 * @param assignee whose they are
 * @param unassigned only those that nobody has
 * @param words words that stand in the comment
 * @param segments the values asked for of each dimension: any of one dimension, all dimensions at once
 * @param dueBefore to be taken before this time
 */
public record CaseFilter(
        Set<CaseState> states,
        String touchpoint,
        String team,
        String assignee,
        boolean unassigned,
        String words,
        SortedMap<String, Set<String>> segments,
        Instant dueBefore) {

    public static final CaseFilter NONE =
            new CaseFilter(Set.of(), null, null, null, false, null, Collections.emptySortedMap(), null);
}
