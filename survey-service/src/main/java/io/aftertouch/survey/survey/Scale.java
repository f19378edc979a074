package io.aftertouch.survey.survey;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The numbers an answer may take, and which of them are good and bad news. Polarity is data: on CES 1.0 the low end is the good one.
 * Whatever lies in neither band is neutral.
 */
public record Scale(
        ScaleKey key,
        int min,
        int max,
        int positiveFrom,
        int positiveTo,
        int negativeFrom,
        int negativeTo,
        GoodEnd goodEnd) {

    /** The same scale with other bands; whatever is null stays as it is. */
    Scale with(Bands bands) {
        return new Scale(
                key,
                min,
                max,
                or(bands.positiveFrom(), positiveFrom),
                or(bands.positiveTo(), positiveTo),
                or(bands.negativeFrom(), negativeFrom),
                or(bands.negativeTo(), negativeTo),
                goodEnd);
    }

    /** Says what is wrong with the bands, in words for whoever chose them. */
    Optional<String> flaw() {
        return switch (goodEnd) {
            case HIGH -> flaw(negativeFrom, negativeTo, positiveFrom, positiveTo, "negative", "positive");
            case LOW -> flaw(positiveFrom, positiveTo, negativeFrom, negativeTo, "positive", "negative");
        };
    }

    private Optional<String> flaw(int lowFrom, int lowTo, int highFrom, int highTo, String lowBand, String highBand) {
        if (lowFrom != min || lowTo < lowFrom) {
            return Optional.of("The " + lowBand + " band must start at " + min + " and hold at least that score.");
        }
        if (highTo != max || highFrom > highTo) {
            return Optional.of("The " + highBand + " band must end at " + max + " and hold at least that score.");
        }
        return highFrom <= lowTo ? Optional.of("The negative and the positive band overlap.") : Optional.empty();
    }

    /** The band of a score of this scale. */
    public Band band(int score) {
        if (score < min || score > max) {
            throw new IllegalArgumentException(score + " is no score of " + key);
        }
        if (score >= positiveFrom && score <= positiveTo) {
            return Band.POSITIVE;
        }
        return score >= negativeFrom && score <= negativeTo ? Band.NEGATIVE : Band.NEUTRAL;
    }

    /** All scores, lowest first. */
    public List<Integer> scores() {
        return IntStream.rangeClosed(min, max).boxed().toList();
    }

    private static int or(Integer chosen, int usual) {
        return chosen == null ? usual : chosen;
    }
}
