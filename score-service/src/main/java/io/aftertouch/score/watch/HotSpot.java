package io.aftertouch.score.watch;

import java.util.Optional;

import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.segment.Segment;

/**
 * A place, or one segment of its respondents, whose share of negative answers is significantly higher than it was.
 *
 * @param segment empty when all respondents of the place are concerned
 */
public record HotSpot(Place place, Optional<Segment> segment, Share now, Share before, Comparison comparison) {

    /** How many answers of the window are negative beyond what the time before would make expect. */
    double excess() {
        return comparison.effect() / 100 * now.n();
    }
}
