package io.aftertouch.feedback.review;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Rating;
import io.aftertouch.feedback.settings.AlarmingWords;
import io.aftertouch.feedback.settings.FlagRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NegativeFeedbackPolicyTest {

    private static final Rating PROMOTER = new Rating(9, Band.POSITIVE);
    private static final Rating DETRACTOR = new Rating(2, Band.NEGATIVE);

    private final NegativeFeedbackPolicy policy = policy(
            Map.of("en", List.of("sue", "trading standards"), "da", List.of("politi*"), "de", List.of("gift")), 3);

    @Test
    void aNegativeScoreIsEnough() {
        assertThat(policy.judge(DETRACTOR, null, null, 1)).contains(new Flags(true, null, null));
    }

    @Test
    void everythingThatHoldsIsSaid() {
        Flags flags = policy.judge(DETRACTOR, "I will Sue", "en", 3).orElseThrow();
        assertThat(flags).isEqualTo(new Flags(true, "Sue", 3L));
        assertThat(flags.reason()).isEqualTo(FlagReason.LOW_SCORE);
        assertThat(Flags.fromLabels(flags.toLabels(), flags.reason())).isEqualTo(flags);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I will sue you", "SUE!", "I go to Trading Standards", "går til Politiet.", "politi"})
    void aGoodScoreWithAnAlarmingWordIsLookedAt(String comment) {
        Flags flags = policy.judge(PROMOTER, comment, null, 0).orElseThrow();
        assertThat(flags.reason()).isEqualTo(FlagReason.ALARMING_COMMENT);
        assertThat(comment).contains(flags.word());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no issue at all", "sued", "tissue", "", "kosmopolit"})
    void aPartOfAWordIsNoWord(String comment) {
        assertThat(policy.judge(PROMOTER, comment, null, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Jeg er gift, da, false",
        "Das ist Gift, de-AT, true",
        "I got a gift, en-GB, false",
        "Gift, fr, true",
        "Gift, , true"
    })
    void aWordAlarmsInItsOwnLanguageOnly(String comment, String locale, boolean alarms) {
        assertThat(policy.judge(PROMOTER, comment, locale, 0).isPresent()).isEqualTo(alarms);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true", "7, true"})
    void whoIsNegativeAgainAndAgainIsPointedOut(long negatives, boolean repeated) {
        Flags flags = policy.judge(DETRACTOR, null, null, negatives).orElseThrow();
        assertThat(flags.negatives() != null).isEqualTo(repeated);
        assertThat(policy(Map.of(), 0)
                        .judge(DETRACTOR, null, null, negatives)
                        .orElseThrow()
                        .negatives())
                .isNull();
    }

    @Test
    void aContentCustomerNeedsNobody() {
        assertThat(policy.judge(PROMOTER, null, null, 9)).isEmpty();
        assertThat(policy(Map.of(), 2).judge(PROMOTER, "anything", "en", 9)).isEmpty();
    }

    @Test
    void aCaseFromBeforeHasItsOneReason() {
        assertThat(Flags.fromLabels(Map.of(), FlagReason.LOW_SCORE).reason()).isEqualTo(FlagReason.LOW_SCORE);
        assertThat(Flags.fromLabels(Map.of(), FlagReason.ALARMING_COMMENT).reason())
                .isEqualTo(FlagReason.ALARMING_COMMENT);
    }

    private static NegativeFeedbackPolicy policy(Map<String, List<String>> words, int repeats) {
        return new NegativeFeedbackPolicy(new FlagRules(new AlarmingWords(words), repeats, Duration.ofDays(90)));
    }
}
