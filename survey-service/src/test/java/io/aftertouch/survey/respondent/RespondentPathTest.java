package io.aftertouch.survey.respondent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RespondentPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"r-17", "a.b", "freja@example.com", "crm:4711", "+4512345678"})
    void aPlainReferenceStandsAsItIs(String ref) {
        assertThat(RespondentPath.segment(ref)).isEqualTo(ref);
        assertThat(RespondentPath.ref(ref)).contains(ref);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm/4711",
                "a;b",
                "..",
                ".",
                "a\\b",
                "100%",
                "~r",
                "Ærø 17",
                "imports",
                "💚",
                "a//b",
                " r",
                "?",
                "#"
            })
    void anyOtherReferenceBecomesLettersThatNobodyRefuses(String ref) {
        assertThat(RespondentPath.segment(ref)).matches("~[A-Za-z0-9_-]+");
        assertThat(RespondentPath.ref(RespondentPath.segment(ref))).contains(ref);
    }

    @Test
    void thePlainFormOfAReferenceIsUnderstoodToo() {
        assertThat(RespondentPath.ref("Ærø 17")).contains("Ærø 17");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "~%%", "~a", "~_w", "\n", "a\u0000b", "\uD800", "~AA"})
    void whatCannotBeAReferenceIsNone(String segment) {
        assertThat(RespondentPath.ref(segment)).isEmpty();
    }

    @Test
    void aReferenceIsNotLongerThanItMayBe() {
        assertThat(RespondentPath.ref("a".repeat(128))).isPresent();
        assertThat(RespondentPath.ref("a".repeat(129))).isEmpty();
    }
}
