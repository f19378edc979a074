package io.aftertouch.feedback.history;

import java.util.Map;

/**
 * Which column of a file says what; null for what none says.
 *
 * @param id the answer's id in its source
 * @param segments columns by the dimension that they become
 */
record Columns(
        String id,
        String score,
        String comment,
        String answeredAt,
        String respondent,
        String locale,
        Map<String, String> segments) {}
