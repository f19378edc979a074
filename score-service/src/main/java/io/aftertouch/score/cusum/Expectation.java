package io.aftertouch.score.cusum;

import java.util.Optional;

import io.aftertouch.score.watch.Share;

/**
 * Which share of negative answers the past of a cell makes expect. A segment with few answers is drawn towards its touchpoint, and every cell gets
 * the benefit of the doubt that its past leaves: the upper end of what it may have been, so that a past that was good by luck raises no alarm.
 *
 * @param placeAtLeast answers that a touchpoint needs in its past before anything of it is watched
 * @param cellAtLeast answers that a segment needs of its own
 * @param weight so many answers of the touchpoint count beside the segment's own
 * @param doubt how many standard errors above the share the expected one lies
 * @param least no less is ever expected: twice as many of hardly any would be worth nobody's time
 * @param most no more is ever expected, so that there is room above it
 */
record Expectation(int placeAtLeast, int cellAtLeast, int weight, double doubt, double least, double most) {

    /** Nothing while there is too little past to say. */
    Optional<Double> ofPlace(Share place) {
        return place.n() < placeAtLeast ? Optional.empty() : Optional.of(expected(place.value(), place.n()));
    }

    Optional<Double> ofSegment(Share own, Share place) {
        if (place.n() < placeAtLeast || own.n() < cellAtLeast) {
            return Optional.empty();
        }
        double n = own.n() + weight;
        return Optional.of(expected((own.negative() + weight * place.value()) / n, n));
    }

    /** Wilson's upper end, rounded to a tenth of a percent so that gauges are the same for what is nearly the same. */
    private double expected(double share, double n) {
        double z2 = doubt * doubt;
        double upper =
                (share + z2 / (2 * n) + doubt * Math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))) / (1 + z2 / n);
        return Math.round(1_000 * Math.clamp(upper, least, most)) / 1_000.0;
    }
}
