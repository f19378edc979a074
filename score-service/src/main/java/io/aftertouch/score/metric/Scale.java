package io.aftertouch.score.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The range a survey version is answered on and which part of it is positive and which negative. What lies in neither part is
 * neutral. Two scales are the same only if all of this is: answers given on different scales are never added up together.
 */
public record Scale(
        String key,
        int min,
        int max,
        int positiveFrom,
        int positiveTo,
        int negativeFrom,
        int negativeTo,
        GoodEnd goodEnd) {

    /** The highest score any scale can have; the tallies have one column per score from 0 to this one. */
    public static final int HIGHEST = 10;

    public static final Scale NPS = new Scale("NPS", 0, 10, 9, 10, 0, 6, GoodEnd.HIGH);
    public static final Scale CSAT_5 = new Scale("CSAT_5", 1, 5, 4, 5, 1, 2, GoodEnd.HIGH);
    public static final Scale CSAT_7 = new Scale("CSAT_7", 1, 7, 6, 7, 1, 3, GoodEnd.HIGH);
    public static final Scale CSAT_10 = new Scale("CSAT_10", 1, 10, 8, 10, 1, 4, GoodEnd.HIGH);
    public static final Scale CES_2 = new Scale("CES_2", 1, 7, 5, 7, 1, 3, GoodEnd.HIGH);
    public static final Scale CES_1 = new Scale("CES_1", 1, 5, 1, 2, 4, 5, GoodEnd.LOW);

    private static final Map<String, Scale> STANDARD = List.of(NPS, CSAT_5, CSAT_7, CSAT_10, CES_2, CES_1).stream()
            .collect(Collectors.toUnmodifiableMap(Scale::key, Function.identity()));

    public Scale {
        if (min < 0 || max > HIGHEST || min >= max) {
            throw new IllegalArgumentException("A scale lies between 0 and " + HIGHEST + ", not " + min + " to " + max);
        }
        if (positiveFrom > positiveTo || positiveFrom < min || positiveTo > max) {
            throw new IllegalArgumentException("The positive band is not a part of the scale " + key);
        }
        if (negativeFrom > negativeTo || negativeFrom < min || negativeTo > max) {
            throw new IllegalArgumentException("The negative band is not a part of the scale " + key);
        }
        if (positiveFrom <= negativeTo && negativeFrom <= positiveTo) {
            throw new IllegalArgumentException("The bands of the scale " + key + " overlap");
        }
    }

    /** The scale of this key with the bands it ships with, if there is one. */
    public static Optional<Scale> standard(String key) {
        return Optional.ofNullable(STANDARD.get(key));
    }

    /** The metric that this scale measures: the first part of its key. */
    public Metric metric() {
        int end = key.indexOf('_');
        return Metric.valueOf(end < 0 ? key : key.substring(0, end));
    }

    public boolean includes(int score) {
        return min <= score && score <= max;
    }

    public Band band(int score) {
        if (positiveFrom <= score && score <= positiveTo) {
            return Band.POSITIVE;
        }
        return negativeFrom <= score && score <= negativeTo ? Band.NEGATIVE : Band.NEUTRAL;
    }
}
