package io.aftertouch.score.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.report.Step;
import io.aftertouch.score.tally.Span;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Labels name days in the installation's zone, hence the service around it. */
@QuarkusTest
@RealInfrastructureTest
class ChartDrawingTest {

    private static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void fullStepsMakeALineWithABandAndTheCurrentOneIsDashed() {
        Chart chart = draw(new BitSet(), 50, 50, 50, 40);

        assertThat(chart.lines())
                .singleElement()
                .asString()
                .startsWith("M150.0 ")
                .contains(" L450.0 ", " L750.0 ");
        assertThat(chart.bands())
                .singleElement()
                .asString()
                .startsWith("M150.0 ")
                .endsWith(" Z");
        assertThat(chart.openLines())
                .singleElement()
                .asString()
                .startsWith("M750.0 ")
                .contains(" L1050.0 ");
        assertThat(chart.points()).hasSize(4);
        assertThat(chart.holes()).singleElement().asString().startsWith("M1050.0 ");
        assertThat(chart.finding()).startsWith("Between 100 and 100 in three days; this day so far 100 (");
        assertThat(chart.rows()).extracting(Chart.Row::open).containsExactly(false, false, false, true);
        assertThat(chart.gapOfVersions()).isFalse();
    }

    @Test
    void fewAnswersAreHollowAndHiddenOnesAreAGap() {
        Chart chart = draw(new BitSet(), 50, 12, 3, 50);

        assertThat(chart.points()).hasSize(3);
        assertThat(chart.holes()).hasSize(2);
        assertThat(chart.bands()).isEmpty();
        assertThat(chart.lines()).hasSize(1);
        assertThat(chart.openLines()).isEmpty();
        assertThat(chart.rows()).extracting(Chart.Row::hidden).containsExactly(false, false, true, false);
        assertThat(chart.rows().get(2).value()).isEmpty();
    }

    @Test
    void anotherSurveyVersionStartsAnotherLine() {
        BitSet newVersions = new BitSet();
        newVersions.set(2);

        Chart chart = draw(newVersions, 50, 50, 50, 50, 50, 10);

        assertThat(chart.lines()).hasSize(2).first().asString().doesNotContain(" L500.0");
        assertThat(chart.bands()).hasSize(2);
        assertThat(chart.gapOfVersions()).isTrue();
    }

    private static Chart draw(BitSet newVersions, int... answers) {
        List<ScoreReport.Bucket> buckets = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            Instant from = FIRST.plus(Duration.ofDays(i));
            Score score = Score.of(Scale.NPS, Counts.of(0, 0, 0, 0, 0, 0, 0, 0, 0, answers[i]));
            buckets.add(new ScoreReport.Bucket(new Span(from, from.plus(Duration.ofDays(1))), score, answers[i] < 5));
        }
        var group = new ScoreReport.Group(null, null, Scale.NPS, buckets);
        Instant now = buckets.getLast().span().from().plusSeconds(60);
        return new ChartDrawing("Delivered", group, newVersions, Step.DAY, now, ZoneOffset.UTC).draw(Optional.empty());
    }
}
