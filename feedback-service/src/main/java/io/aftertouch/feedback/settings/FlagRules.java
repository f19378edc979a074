package io.aftertouch.feedback.settings;

import java.time.Duration;

/**
 * Which answers the team has to look at beside those with a negative score.
 *
 * @param repeats how many negative answers of one respondent are said to be repeated; 0 for never
 * @param within the time in which they count
 */
public record FlagRules(AlarmingWords alarming, int repeats, Duration within) {

    static final int MOST_REPEATS = 50;
    static final Duration LONGEST = Duration.ofDays(730);

    static final FlagRules DELIVERED = new FlagRules(AlarmingWords.delivered(), 2, Duration.ofDays(90));

    /** Whether so many negative answers of one respondent, the present one with them, are repeated ones. */
    public boolean areRepeated(long negatives) {
        return repeats > 0 && negatives >= repeats;
    }
}
