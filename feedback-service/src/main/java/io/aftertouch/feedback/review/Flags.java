package io.aftertouch.feedback.review;

import java.util.Map;
import java.util.TreeMap;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Rating;
import io.aftertouch.feedback.catalog.Scale;

/**
 * Everything that makes an answer a case.
 *
 * @param lowScore whether the score is negative
 * @param word the alarming word in the comment; null when there is none
 * @param negatives how many negative answers the respondent has given lately; null when that is not repeatedly
 */
public record Flags(boolean lowScore, String word, Long negatives) {

    boolean isAny() {
        return lowScore || word != null;
    }

    FlagReason reason() {
        return lowScore ? FlagReason.LOW_SCORE : FlagReason.ALARMING_COMMENT;
    }

    /** What is stored: the reasons, each with what it is about. */
    Map<String, String> toLabels() {
        Map<String, String> labels = new TreeMap<>();
        if (lowScore) {
            labels.put(FlagReason.LOW_SCORE.name(), "");
        }
        if (word != null) {
            labels.put(FlagReason.ALARMING_COMMENT.name(), word);
        }
        if (negatives != null) {
            labels.put(FlagReason.REPEATED_NEGATIVE.name(), negatives.toString());
        }
        return labels;
    }

    /** @param reason of a case from before there was more than one, whose labels are empty */
    static Flags fromLabels(Map<String, String> labels, FlagReason reason) {
        if (labels.isEmpty()) {
            return reason == FlagReason.LOW_SCORE ? new Flags(true, null, null) : new Flags(false, "", null);
        }
        String negatives = labels.get(FlagReason.REPEATED_NEGATIVE.name());
        return new Flags(
                labels.containsKey(FlagReason.LOW_SCORE.name()),
                labels.get(FlagReason.ALARMING_COMMENT.name()),
                negatives == null ? null : Long.valueOf(negatives));
    }

    /** Says in sentences why an answer is in the inbox. */
    public String why(Rating rating, Scale scale) {
        StringBuilder why = new StringBuilder();
        if (lowScore && rating.band() != Band.NEGATIVE) {
            why.append("The score was negative; the customer has changed the answer since.");
        } else if (lowScore) {
            why.append("A score of %d is negative on this scale (%d to %d)."
                    .formatted(rating.score(), scale.negativeFrom(), scale.negativeTo()));
        } else {
            why.append("The score is not negative, but the comment holds a word that the team wants to hear of.");
        }
        if (negatives != null) {
            why.append(" The respondent has given %d negative answers lately.".formatted(negatives));
        }
        if (lowScore && word != null) {
            why.append(" The comment holds a word that the team wants to hear of.");
        }
        return why.toString();
    }
}
