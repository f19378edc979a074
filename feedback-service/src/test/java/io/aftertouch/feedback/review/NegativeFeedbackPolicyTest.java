package io.aftertouch.feedback.review;

import java.util.Set;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Rating;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NegativeFeedbackPolicyTest {

    private static final Rating PROMOTER = new Rating(9, Band.POSITIVE);
    private static final Rating DETRACTOR = new Rating(2, Band.NEGATIVE);

    private final NegativeFeedbackPolicy policy = new NegativeFeedbackPolicy(Set.of("sue", "politiet"));

    @Test
    void aNegativeScoreIsEnough() {
        assertThat(policy.judge(DETRACTOR, null)).contains(FlagReason.LOW_SCORE);
        assertThat(policy.judge(DETRACTOR, "I will sue")).contains(FlagReason.LOW_SCORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"I will sue you", "SUE!", "går til Politiet.", "sue"})
    void aGoodScoreWithAnAlarmingWordIsLookedAt(String comment) {
        assertThat(policy.judge(PROMOTER, comment)).contains(FlagReason.ALARMING_COMMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no issue at all", "sued", "tissue", "", "politietsk"})
    void aPartOfAWordIsNoWord(String comment) {
        assertThat(policy.judge(PROMOTER, comment)).isEmpty();
    }

    @Test
    void aContentCustomerNeedsNobody() {
        assertThat(policy.judge(PROMOTER, null)).isEmpty();
        assertThat(new NegativeFeedbackPolicy(Set.of()).judge(PROMOTER, "anything"))
                .isEmpty();
    }
}
