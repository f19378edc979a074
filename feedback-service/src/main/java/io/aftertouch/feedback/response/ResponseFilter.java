package io.aftertouch.feedback.response;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Metric;

/**
 * Which answers are asked for; null, and an empty set, means any.
 *
 * @param segments the values asked for of each dimension: any of one dimension, all dimensions at once
 * @param words text that stands in the comment, in any case
 * @param from answered at or after
 * @param to answered before
 */
record ResponseFilter(
        String touchpoint,
        String survey,
        Metric metric,
        Set<Integer> scores,
        Band band,
        SortedMap<String, Set<String>> segments,
        String respondent,
        String channel,
        String words,
        Instant from,
        Instant to) {

    static final ResponseFilter NONE =
            new ResponseFilter(null, null, null, Set.of(), null, new TreeMap<>(Map.of()), null, null, null, null, null);
}
