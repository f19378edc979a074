package io.aftertouch.survey.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.aftertouch.platform.problem.ProblemException;
import io.aftertouch.survey.invitation.InvitationState;
import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CoverageCountTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void everyJudgementIsEitherInvitedOrHasItsReason() {
        CoverageCount count = new CoverageCount();
        count.decided(Outcome.INVITED, Reason.INVITED, 5);
        count.decided(Outcome.NOT_INVITED, Reason.CONDITION, 2);
        count.decided(Outcome.NOT_INVITED, Reason.QUARANTINE, 3);
        count.decided(Outcome.DEFERRED, Reason.DEFERRED_TO, 1);
        count.invitation(InvitationState.ANSWERED, null, true, 1);
        count.invitation(InvitationState.SENT, null, true, 1);
        count.invitation(InvitationState.SCHEDULED, null, false, 1);
        count.invitation(InvitationState.CANCELLED, Reason.CANCELLED, false, 1);
        count.invitation(InvitationState.EXPIRED, null, false, 1);

        assertThat(count.row("DK"))
                .isEqualTo(new CoverageRow(
                        "DK",
                        11,
                        5,
                        1,
                        2,
                        1,
                        List.of(
                                new CoverageRow.Why(Reason.QUARANTINE, 3),
                                new CoverageRow.Why(Reason.CONDITION, 2),
                                new CoverageRow.Why(Reason.DEFERRED_TO, 1)),
                        List.of(new CoverageRow.Why(Reason.CANCELLED, 1), new CoverageRow.Why(Reason.TOO_OLD, 1))));
    }

    @Test
    void theRarestOfManyValuesArePutTogether() {
        Map<String, CoverageCount> counts = IntStream.rangeClosed(1, 250)
                .boxed()
                .collect(Collectors.toMap(i -> "v" + i, CoverageCountTest::judged, (a, b) -> a, TreeMap::new));
        counts.put(Coverage.OTHER, judged(1_000));

        List<CoverageRow> rows = Coverage.groups(counts);

        assertThat(rows).hasSize(201);
        assertThat(rows.getFirst().group()).isEqualTo("v250");
        assertThat(rows.getLast().group()).isEqualTo("other");
        assertThat(rows.getLast().judged())
                .isEqualTo(1_000 + IntStream.rangeClosed(1, 50).sum());
    }

    @Test
    void aPeriodHasItsBounds() {
        CoverageQuestion usual = CoverageQuestion.of(null, null, null, CoverageGrouping.BY_TOUCHPOINT, NOW);
        assertThat(usual.from()).isEqualTo(NOW.minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.DAYS));
        assertThat(usual.to()).isEqualTo(NOW);

        refused(NOW.minus(Duration.ofDays(400)).minusMillis(1), NOW);
        refused(NOW, NOW);
        assertThat(CoverageQuestion.of(NOW.minus(Duration.ofDays(400)), NOW, null, CoverageGrouping.BY_TOUCHPOINT, NOW)
                        .to())
                .isEqualTo(NOW);
    }

    @Test
    void theSameSegmentsHaveTheSameProfile() {
        Map<String, String> other = new TreeMap<>(Map.of("plan", "pro"));
        other.put("country", "DK");

        assertThat(SegmentProfile.of(Map.of("country", "DK", "plan", "pro"))).isEqualTo(SegmentProfile.of(other));
        assertThat(SegmentProfile.of(Map.of("country", "DK")).id())
                .isNotEqualTo(SegmentProfile.of(Map.of("country", "SE")).id());
    }

    @Test
    void itIsBrokenDownByTouchpointOrOneDimension() {
        assertThat(CoverageGrouping.parse("segment:plan").text()).isEqualTo("segment:plan");
        for (String nonsense : List.of("", "survey", "segment:", "segment:a\"b", "segment:" + "x".repeat(65))) {
            assertThatThrownBy(() -> CoverageGrouping.parse(nonsense)).isInstanceOf(ProblemException.class);
        }
    }

    private static void refused(Instant from, Instant to) {
        assertThatThrownBy(() -> CoverageQuestion.of(from, to, null, CoverageGrouping.BY_TOUCHPOINT, NOW))
                .isInstanceOf(ProblemException.class);
    }

    private static CoverageCount judged(int n) {
        CoverageCount count = new CoverageCount();
        count.decided(Outcome.NOT_INVITED, Reason.CONDITION, n);
        return count;
    }
}
