package io.aftertouch.score.crm;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.score.metric.Metric;

/**
 * A respondent as the feed of changes shows them: as they stand now, wherever in the feed a reader meets them.
 *
 * @param ref null when nothing is kept of the respondent any more
 */
record RespondentState(UUID id, String ref, long position, Instant changedAt, Map<Metric, LastScore> scores) {

    boolean isForgotten() {
        return ref == null;
    }
}
