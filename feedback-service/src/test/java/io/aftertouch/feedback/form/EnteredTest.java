package io.aftertouch.feedback.form;

import io.aftertouch.feedback.catalog.GoodEnd;
import io.aftertouch.feedback.catalog.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EnteredTest {

    private static final Scale NPS = new Scale("NPS", 0, 10, 9, 10, 0, 6, GoodEnd.HIGH);

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "11", "3.5", "1e1", " 3", "９", "999999999999", "nine"})
    void whatIsNotOnTheScaleIsNotChosen(String score) {
        assertThat(Entered.read(score, null, NPS).mistakes()).containsExactly(Mistake.NO_SCORE);
    }

    @Test
    void aLineEndIsOneCharacterHoweverTheBrowserSendsIt() {
        String typed = "a\r\n".repeat(1_000);
        assertThat(Entered.read("9", typed, NPS).mistakes()).isEmpty();
        assertThat(Entered.read("9", typed, NPS).comment()).hasSize(2_000).doesNotContain("\r");
    }

    @Test
    void charactersOutsideTheBasicPlaneCountOnce() {
        assertThat(Entered.read("9", "😀".repeat(2_000), NPS).mistakes()).isEmpty();
        assertThat(Entered.read("9", "😀".repeat(2_001), NPS).mistakes()).containsExactly(Mistake.COMMENT_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud83d", "x\ude00y"})
    void whatNoDatabaseKeepsIsRefused(String comment) {
        assertThat(Entered.read("9", comment, NPS).mistakes()).containsExactly(Mistake.COMMENT_NOT_STORABLE);
    }

    @Test
    void blanksAreNoComment() {
        assertThat(Entered.read("9", " \r\n ", NPS).commentOrNull()).isNull();
    }
}
