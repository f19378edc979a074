package io.aftertouch.feedback.review;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Rating;

/** Tells whether a support team has to look at an answer, and why. */
record NegativeFeedbackPolicy(Set<String> alarmingWords) {

    Optional<FlagReason> judge(Rating rating, String comment) {
        if (rating.band() == Band.NEGATIVE) {
            return Optional.of(FlagReason.LOW_SCORE);
        }
        return mentionsAlarm(comment) ? Optional.of(FlagReason.ALARMING_COMMENT) : Optional.empty();
    }

    private boolean mentionsAlarm(String comment) {
        return comment != null
                && !alarmingWords.isEmpty()
                && alarm().matcher(comment).find();
    }

    /** Whole words in any case: "sue" does not find "issue". */
    private Pattern alarm() {
        String words = alarmingWords.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
