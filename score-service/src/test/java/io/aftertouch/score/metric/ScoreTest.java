package io.aftertouch.score.metric;

import java.util.List;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class ScoreTest {

    private static final Offset<Double> AS_PRINTED = within(0.005);

    /** The vectors of Rocks' adjusted Wald interval. */
    @ParameterizedTest
    @CsvSource({"32, 13, 6, 50.98, 29.29, 67.00", "50, 33, 17, 33, 17.56, 46.52", "20, 0, 0, 100, 69.68, 100"})
    void anNpsHasAnAdjustedWaldInterval(
            int promoters, int passives, int detractors, double score, double low, double high) {
        var nps = Score.of(Scale.NPS, answers(promoters, 9, passives, 7, detractors, 3));

        var estimate = nps.estimate().orElseThrow();
        assertThat(estimate.value()).isCloseTo(score, AS_PRINTED);
        assertThat(estimate.interval().low()).isCloseTo(low, AS_PRINTED);
        assertThat(estimate.interval().high()).isCloseTo(high, AS_PRINTED);
        assertThat(estimate.interval().method()).isEqualTo(IntervalMethod.ADJUSTED_WALD);
    }

    @ParameterizedTest
    @CsvSource({"81, 263, 25.53, 36.62", "0, 20, 0, 16.11", "20, 20, 83.89, 100"})
    void aShareHasWilsonsInterval(int satisfied, int n, double low, double high) {
        var csat = Score.of(Scale.CSAT_5, answers(satisfied, 5, n - satisfied, 3, 0, 1));

        var estimate = csat.estimate().orElseThrow();
        assertThat(estimate.value()).isEqualTo(100.0 * satisfied / n);
        assertThat(estimate.interval().low()).isCloseTo(low, AS_PRINTED);
        assertThat(estimate.interval().high()).isCloseTo(high, AS_PRINTED);
        assertThat(estimate.interval().method()).isEqualTo(IntervalMethod.WILSON);
    }

    /** 2, 4, 4, 5, 5, 6, 7: mean 4.714, standard deviation 1.604, t(6) = 2.4469. */
    @Test
    void aMeanHasStudentsInterval() {
        var ces = Score.of(Scale.CES_2, Counts.of(0, 0, 1, 0, 2, 2, 1, 1));

        var estimate = ces.estimate().orElseThrow();
        assertThat(estimate.value()).isCloseTo(4.714, AS_PRINTED);
        assertThat(estimate.interval().low()).isCloseTo(3.231, AS_PRINTED);
        assertThat(estimate.interval().high()).isCloseTo(6.198, AS_PRINTED);
        assertThat(estimate.interval().method()).isEqualTo(IntervalMethod.STUDENT_T);
    }

    @Test
    void aMeanStaysOnItsScale() {
        assertThat(Score.of(Scale.CES_2, Counts.of(0, 1, 0, 0, 0, 0, 0, 4))
                        .estimate()
                        .orElseThrow()
                        .interval()
                        .high())
                .isEqualTo(7);
        assertThat(Score.of(Scale.CES_2, Counts.ofOne(6))
                        .estimate()
                        .orElseThrow()
                        .interval())
                .isEqualTo(new Interval(1, 7, IntervalMethod.STUDENT_T));
    }

    @Test
    void withoutAnswersThereIsNoScore() {
        for (Scale scale : List.of(Scale.NPS, Scale.CSAT_7, Scale.CES_1)) {
            assertThat(Score.of(scale, Counts.NONE).estimate()).isEmpty();
        }
    }

    @Test
    void oneDetractorAmongSixIsAnNpsOfTwoThirds() {
        var nps = Score.of(Scale.NPS, answers(5, 9, 0, 7, 1, 2));

        assertThat(nps.estimate().orElseThrow().value()).isCloseTo(66.667, AS_PRINTED);
        assertThat(nps.in(Band.NEGATIVE)).isEqualTo(1);
        assertThat(nps.in(Band.NEUTRAL)).isZero();
        assertThat(nps.in(Band.POSITIVE)).isEqualTo(5);
        assertThat(nps.few()).isTrue();
    }

    @Test
    void zeroIsANegativeAnswerOfNps() {
        assertThat(IntStream.rangeClosed(0, 10).mapToObj(Scale.NPS::band))
                .startsWith(Band.NEGATIVE)
                .containsSubsequence(Band.NEGATIVE, Band.NEUTRAL, Band.NEUTRAL, Band.POSITIVE, Band.POSITIVE);
        assertThat(Scale.NPS.band(6)).isEqualTo(Band.NEGATIVE);
        assertThat(Scale.NPS.band(7)).isEqualTo(Band.NEUTRAL);
        assertThat(Scale.NPS.band(9)).isEqualTo(Band.POSITIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "CSAT_5, 1, 2, 3, 3, 4, 5",
        "CSAT_7, 1, 3, 4, 5, 6, 7",
        "CSAT_10, 1, 4, 5, 7, 8, 10",
        "CES_2, 1, 3, 4, 4, 5, 7",
        "CES_1, 4, 5, 3, 3, 1, 2"
    })
    void everyScaleHasItsBands(
            String key, int negative1, int negative2, int neutral1, int neutral2, int positive1, int positive2) {
        Scale scale = Scale.standard(key).orElseThrow();

        assertThat(List.of(scale.band(negative1), scale.band(negative2))).containsOnly(Band.NEGATIVE);
        assertThat(List.of(scale.band(neutral1), scale.band(neutral2))).containsOnly(Band.NEUTRAL);
        assertThat(List.of(scale.band(positive1), scale.band(positive2))).containsOnly(Band.POSITIVE);
        assertThat(scale.metric().name()).isEqualTo(key.substring(0, key.indexOf('_')));
    }

    @Test
    void aScaleIsWholeOrNotAtAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale("NPS", 0, 11, 9, 11, 0, 6, GoodEnd.HIGH));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale("NPS", 0, 10, 6, 10, 0, 6, GoodEnd.HIGH));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scale("NPS", 1, 10, 9, 10, 0, 6, GoodEnd.HIGH));
    }

    private static Counts answers(int n1, int score1, int n2, int score2, int n3, int score3) {
        long[] answers = new long[Scale.HIGHEST + 1];
        answers[score1] = n1;
        answers[score2] = n2;
        answers[score3] = n3;
        return Counts.of(answers);
    }
}
