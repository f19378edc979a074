package io.aftertouch.feedback.catalog;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * The scores that a survey version takes, and what each of them says. Polarity is data: nothing here assumes that high is good.
 *
 * @param key the name of the scale, such as {@code NPS} or {@code CES_2}
 * @param min lowest score
 * @param max highest score
 * @param positiveFrom first score of the positive band, which ends with {@code positiveTo}
 * @param negativeFrom first score of the negative band, which ends with {@code negativeTo}
 */
@Embeddable
public record Scale(
        @Column(name = "scale_key") String key,
        @Column(name = "scale_min") int min,
        @Column(name = "scale_max") int max,
        @Column(name = "positive_from") int positiveFrom,
        @Column(name = "positive_to") int positiveTo,
        @Column(name = "negative_from") int negativeFrom,
        @Column(name = "negative_to") int negativeTo,

        @Column(name = "good_end") @Enumerated(EnumType.STRING)
        GoodEnd goodEnd) {

    private static final int MOST_STEPS = 10;

    public Scale {
        Objects.requireNonNull(goodEnd, "goodEnd");
        if (min >= max) {
            throw new IllegalArgumentException("A scale from " + min + " to " + max + " has no room for an answer");
        }
        if ((long) max - min > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "A scale from " + min + " to " + max + " has too many scores to choose from");
        }
        if (overlaps(positiveFrom, positiveTo, negativeFrom, negativeTo)) {
            throw new IllegalArgumentException("A score of scale " + key + " would be positive and negative at once");
        }
    }

    public boolean holds(int score) {
        return min <= score && score <= max;
    }

    /** @throws ScoreOutOfScale when the scale has no such score */
    public Rating rate(int score) {
        if (!holds(score)) {
            throw new ScoreOutOfScale(score, this);
        }
        return new Rating(score, bandOf(score));
    }

    public Band bandOf(int score) {
        if (positiveFrom <= score && score <= positiveTo) {
            return Band.POSITIVE;
        }
        if (negativeFrom <= score && score <= negativeTo) {
            return Band.NEGATIVE;
        }
        return Band.NEUTRAL;
    }

    /** All scores, lowest first. */
    public List<Integer> scores() {
        return IntStream.rangeClosed(min, max).boxed().toList();
    }

    private static boolean overlaps(int from, int to, int otherFrom, int otherTo) {
        return from <= otherTo && otherFrom <= to;
    }
}
