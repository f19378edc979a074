package io.aftertouch.survey.optout;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PressingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List-Unsubscribe=One-Click",
                "a=b&List-Unsubscribe=One-Click",
                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--",
                "--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\nContent-Type: text/plain\r\n\r\nOne-Click\r\n--x--"
            })
    void aMailProgramSaysThatItsReaderPressed(String body) {
        assertThat(Pressing.of(body).oneClick()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "List-Unsubscribe=", "List-Unsubscribe=Perhaps", "shown=x", "%zz=%", "&&&=", "{\"a\":1}"})
    void nothingElseDoes(String body) {
        assertThat(Pressing.of(body).oneClick()).isFalse();
        assertThat(Pressing.of(null)).isEqualTo(new Pressing(false, null, null));
    }

    @ParameterizedTest
    @CsvSource({"0,false", "999,false", "1000,true", "90000000,true", "-2000,true"})
    void aPersonReadsBeforePressing(long millis, boolean person) {
        Pressing pressing = Pressing.of("shown=s&hand=");
        assertThat(pressing.isByPerson(Optional.of(NOW.minusMillis(millis)), NOW))
                .isEqualTo(person);
    }

    @Test
    void aPageThatSawNoHandWasNotUsedByOne() {
        Optional<Instant> shown = Optional.of(NOW.minusSeconds(9));
        assertThat(Pressing.of("shown=s&hand=none").isByPerson(shown, NOW)).isFalse();
        assertThat(Pressing.of("shown=s&hand=seen").isByPerson(shown, NOW)).isTrue();
        assertThat(Pressing.of("shown=s").isByPerson(shown, NOW)).isTrue();
        assertThat(Pressing.of("hand=seen").isByPerson(Optional.empty(), NOW)).isFalse();
    }
}
