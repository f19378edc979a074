package io.aftertouch.survey.brand;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AccentTest {

    /** Figures from the WCAG's own definition. */
    @ParameterizedTest
    @CsvSource({"#000000,#ffffff,21.0", "#777777,#ffffff,4.48", "#ff0000,#ffffff,4.0", "#1c3f6e,#ffffff,10.58"})
    void contrastIsThatOfTheStandard(String colour, String other, double ratio) {
        assertThat(Colour.of(colour).contrast(Colour.of(other))).isCloseTo(ratio, within(0.01));
        assertThat(Colour.of(other).contrast(Colour.of(colour))).isCloseTo(ratio, within(0.01));
    }

    @Test
    void aColourThatCanBeReadStaysAsItWasChosen() {
        Accent accent = Accent.of("#1C3F6E");

        assertThat(accent.chosen()).isEqualTo("#1c3f6e");
        assertThat(accent.light()).isEqualTo(new Shade("#1c3f6e", "#ffffff"));
        assertThat(accent.dark().colour()).isNotEqualTo("#1c3f6e");
    }

    @Test
    void anOrangeIsDarkenedOnWhiteAndKeptOnBlack() {
        Accent accent = Accent.of("#ff6600");

        assertThat(accent.light().colour()).isEqualTo("#ba4a00");
        assertThat(accent.dark().colour()).isEqualTo("#ff6600");
    }

    @Test
    void everyColourThereIsCanBeReadInBothSchemes() {
        IntStream.range(0, 16 * 16 * 16)
                .mapToObj(rgb -> new Colour((rgb >> 8) * 17, (rgb >> 4 & 15) * 17, (rgb & 15) * 17))
                .map(colour -> Accent.of(colour.hex()))
                .forEach(accent -> {
                    assertThat(accent.light().contrast()).as(accent.toString()).isGreaterThanOrEqualTo(Shade.ENOUGH);
                    assertThat(accent.dark().contrast()).as(accent.toString()).isGreaterThanOrEqualTo(Shade.ENOUGH);
                });
    }
}
