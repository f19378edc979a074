package io.aftertouch.local.demo;

import java.util.List;
import java.util.Random;

/** The scales on which Nordlys asks, each with the scores that people give in each band: a score stands there as often as it is given. */
enum Scale {
    NPS(
            "NPS",
            List.of(6, 6, 6, 6, 5, 5, 5, 4, 4, 3, 3, 3, 2, 2, 1, 0, 0),
            List.of(8, 8, 8, 7, 7),
            List.of(10, 10, 10, 10, 9, 9, 9)),
    CSAT_5("CSAT", List.of(2, 2, 2, 1, 1), List.of(3), List.of(5, 5, 5, 4, 4)),
    CSAT_7("CSAT", List.of(3, 3, 3, 2, 2, 1), List.of(5, 5, 4), List.of(7, 7, 6, 6)),
    CES_2("CES", List.of(3, 3, 3, 2, 2, 1), List.of(4), List.of(7, 7, 7, 6, 6, 6, 6, 5, 5));

    private final String metric;
    private final List<Integer> negative;
    private final List<Integer> neutral;
    private final List<Integer> positive;

    Scale(String metric, List<Integer> negative, List<Integer> neutral, List<Integer> positive) {
        this.metric = metric;
        this.negative = negative;
        this.neutral = neutral;
        this.positive = positive;
    }

    String metric() {
        return metric;
    }

    int score(Band band, Random random) {
        List<Integer> scores = scores(band);
        return scores.get(random.nextInt(scores.size()));
    }

    /** What people give who are not just displeased but angry. */
    int angryScore(Band band, Random random) {
        return Math.min(score(band, random), score(band, random));
    }

    /** @throws IllegalArgumentException when nobody gives this score */
    Band band(int score) {
        for (Band band : Band.values()) {
            if (scores(band).contains(score)) {
                return band;
            }
        }
        throw new IllegalArgumentException(score + " on " + this);
    }

    private List<Integer> scores(Band band) {
        return switch (band) {
            case NEGATIVE -> negative;
            case NEUTRAL -> neutral;
            case POSITIVE -> positive;
        };
    }
}
