package io.aftertouch.feedback.review;

import io.aftertouch.feedback.catalog.Rating;
import io.aftertouch.feedback.catalog.Scale;

/** Says in a sentence why an answer is in the inbox. */
public final class Why {

    private Why() {}

    public static String of(FlagReason reason, Rating rating, Scale scale) {
        return switch (reason) {
            case LOW_SCORE ->
                "A score of %d is negative on this scale (%d to %d)."
                        .formatted(rating.score(), scale.negativeFrom(), scale.negativeTo());
            case ALARMING_COMMENT ->
                "The score is not negative, but the comment holds a word that the team wants to hear of.";
        };
    }
}
