package io.aftertouch.survey.survey;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScaleTest {

    /** One letter for the band of each score, the lowest score first. */
    @ParameterizedTest
    @CsvSource({
        "NPS, NNNNNNNUUPP",
        "CSAT_5, NNUPP",
        "CSAT_7, NNNUUPP",
        "CSAT_10, NNNNUUUPPP",
        "CES_2, NNNUPPP",
        "CES_1, PPUNN"
    })
    void everyScoreHasItsBand(ScaleKey key, String bands) {
        Scale scale = key.usual();

        assertThat(scale.scores().stream()
                        .map(score -> letter(scale.band(score)))
                        .collect(Collectors.joining()))
                .isEqualTo(bands);
    }

    private static String letter(Band band) {
        return switch (band) {
            case NEGATIVE -> "N";
            case NEUTRAL -> "U";
            case POSITIVE -> "P";
        };
    }

    @ParameterizedTest
    @EnumSource(ScaleKey.class)
    void theUsualBandsAreWithoutFlawAndNoScoreLiesOutside(ScaleKey key) {
        Scale scale = key.usual();

        assertThat(scale.flaw()).isEmpty();
        assertThatThrownBy(() -> scale.band(scale.min() - 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> scale.band(scale.max() + 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMetricHasAUsualScale() {
        assertThat(List.of(Metric.NPS.usualScale(), Metric.CSAT.usualScale(), Metric.CES.usualScale()))
                .containsExactly(ScaleKey.NPS, ScaleKey.CSAT_5, ScaleKey.CES_2);
    }

    @ParameterizedTest
    @CsvSource({
        "9,10,0,9,overlap",
        "9,10,1,6,must start at 0",
        "9,9,0,6,must end at 10",
        "11,10,0,6,must end at 10",
        "9,10,0,-1,must start at 0"
    })
    void bandsThatMakeNoSenseAreNamed(int positiveFrom, int positiveTo, int negativeFrom, int negativeTo, String flaw) {
        Scale scale = ScaleKey.NPS.usual().with(new Bands(positiveFrom, positiveTo, negativeFrom, negativeTo));

        assertThat(scale.flaw()).hasValueSatisfying(words -> assertThat(words).contains(flaw));
    }

    @Test
    void onAScaleWithTheGoodEndLowTheNegativeBandIsAtTheTop() {
        assertThat(ScaleKey.CES_1.usual().with(new Bands(1, 1, 3, 5)).flaw()).isEmpty();
        assertThat(ScaleKey.CES_1.usual().with(new Bands(4, 5, 1, 2)).flaw()).isPresent();
    }

    @Test
    void bandsMayLeaveNoNeutralScore() {
        Scale scale = ScaleKey.CSAT_5.usual().with(new Bands(3, null, null, null));

        assertThat(scale.flaw()).isEmpty();
        assertThat(scale.band(3)).isEqualTo(Band.POSITIVE);
    }
}
