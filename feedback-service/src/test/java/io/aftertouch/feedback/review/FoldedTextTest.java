package io.aftertouch.feedback.review;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What people type to find a comment is what stands in it, whatever keyboard either was typed on. */
class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "Smørrebrød, smorrebrod",
        "ÅNGSTRÖM, angstrom",
        "A\u030angstro\u0308m, angstrom",
        "Straße, strasse",
        "Ærlig, aerlig",
        "Łódź, lodz",
        "İstanbul, istanbul",
        "100% of_it, 100% of_it",
        "Ünnötig, unnotig",
        "注文 4711, 注文 4711",
        "한국, 한국"
    })
    void capitalsAndAccentsMakeNoDifference(String said, String folded) {
        assertThat(FoldedText.of(said).text()).isEqualTo(folded);
    }

    @Test
    void nothingSaidIsNothing() {
        assertThat(FoldedText.of(null).isEmpty()).isTrue();
        assertThat(FoldedText.of("\u0301\u0302").isEmpty()).isTrue();
    }

    /** The longest comment has 2,000 characters, and its row 16,000 bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"한", "ﬃ", "ŉ", "և", "𝅘𝅥𝅮", "🙁", "ΐ", "ẞ"})
    void theLongestCommentFitsWhateverItIsMadeOf(String character) {
        String longest = character.repeat(2_000 / character.codePointCount(0, character.length()));
        assertThat(FoldedText.of(longest).bytes()).hasSizeLessThanOrEqualTo(16_000);
        assertThat(FoldedText.of(longest).text().getBytes(StandardCharsets.UTF_8))
                .isEqualTo(FoldedText.of(longest).bytes());
    }
}
