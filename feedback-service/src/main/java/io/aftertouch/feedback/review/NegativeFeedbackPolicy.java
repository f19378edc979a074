package io.aftertouch.feedback.review;

import java.util.Optional;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Rating;
import io.aftertouch.feedback.settings.FlagRules;

/** Tells whether a support team has to look at an answer, and why. */
record NegativeFeedbackPolicy(FlagRules rules) {

    /**
     * @param locale of the comment; may be null
     * @param negatives how many negative answers the respondent has given in the time that counts, this one with them
     * @return empty when nobody has to look at it
     */
    Optional<Flags> judge(Rating rating, String comment, String locale, long negatives) {
        boolean negative = rating.band() == Band.NEGATIVE;
        Flags flags = new Flags(
                negative,
                rules.alarming().in(comment, locale).orElse(null),
                negative && rules.areRepeated(negatives) ? negatives : null);
        return flags.isAny() ? Optional.of(flags) : Optional.empty();
    }
}
