package io.aftertouch.score.cusum;

import java.util.Optional;

import io.aftertouch.score.segment.Segment;

/**
 * What is watched: a touchpoint on one of the scales on which it is rated, all of its respondents or one segment of them.
 *
 * @param scale its key, {@code CSAT_5}
 * @param segment empty when all respondents are meant
 */
public record Cell(int touchpoint, String scale, Optional<Segment> segment) {

    /** All respondents there. */
    public Cell whole() {
        return new Cell(touchpoint, scale, Optional.empty());
    }
}
