package io.aftertouch.score.cusum;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.aftertouch.score.cusum.Signal.Kind;
import io.aftertouch.score.watch.Share;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CellWatchTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");
    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");
    private static final int LEARNING_DAYS = 28;
    private static final Cell DELIVERED = new Cell(1, "NPS", Optional.empty());
    private static final Gauge TEN_PERCENT = Gauge.of(0.10, 5_000);

    private final CellWatch watch = new CellWatch(1, DELIVERED);
    private final List<Signal> signals = new ArrayList<>();
    private Instant at = NOON;

    @Test
    void aLastingProblemIsAlarmedOnceAndOverOnce() {
        learned();
        answers(200, 0.10, 1);
        answers(400, 0.40, 2);
        answers(400, 0.08, 3);

        assertThat(signals)
                .extracting(Signal::kind)
                .startsWith(Kind.ALARMED)
                .endsWith(Kind.CALMED)
                .filteredOn(kind -> kind != Kind.GREW)
                .hasSize(2);
        assertThat(signals.getFirst().before()).isEqualTo(new Share(30, 300));
        assertThat(signals.getFirst().since()).isBetween(NOON.plusSeconds(150), NOON.plusSeconds(240));
        assertThat(signals.getFirst().after().value()).isGreaterThan(0.25);
    }

    @Test
    void whatGrowsIsToldWheneverItHasDoubled() {
        learned();
        answers(400, 1.0, 1);

        assertThat(signals.getFirst().kind()).isEqualTo(Kind.ALARMED);
        long first = signals.getFirst().after().negative();
        assertThat(signals)
                .extracting(signal -> signal.after().negative())
                .startsWith(first, 2 * first, 4 * first)
                .hasSize(1 + (int) (Math.log(400.0 / first) / Math.log(2)));
    }

    @Test
    void withTooLittlePastNothingIsWatched() {
        watch.turnTo(MONDAY);
        assertThat(watch.isToLearn()).isTrue();
        watch.learn(new Share(1, 9), Optional.empty());

        answers(500, 1.0, 1);

        assertThat(signals).isEmpty();
        assertThat(watch.isToLearn()).isFalse();
        watch.turnTo(MONDAY.plusDays(1));
        assertThat(watch.isToLearn()).isTrue();
    }

    @Test
    void itLearnsAnewEachDayUnlessSomethingSpeaksForAChange() {
        learned();
        watch.turnTo(MONDAY.plusDays(1));
        assertThat(watch.isToLearn()).isTrue();

        answers(1, 1.0, 1);
        assertThat(watch.isToLearn()).isFalse();

        answers(10, 0.0, 1);
        assertThat(watch.isToLearn()).isTrue();
        assertThat(watch.turnTo(MONDAY)).as("an answer of yesterday").isEmpty();
        assertThat(watch.day()).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void badDaysAreNotLearnedFrom() {
        learned();
        answers(100, 0.6, 1);
        watch.turnTo(MONDAY.plusDays(10));
        assertThat(watch.isToLearn()).isFalse();
        answers(300, 0.0, 1);
        assertThat(signals.getLast().kind()).isEqualTo(Kind.CALMED);

        watch.turnTo(MONDAY.plusDays(10 + LEARNING_DAYS));
        assertThat(watch.isToLearn()).isFalse();
        watch.turnTo(MONDAY.plusDays(11 + LEARNING_DAYS));
        assertThat(watch.isToLearn()).isTrue();
    }

    @Test
    void anAlarmOfWhichNothingIsHeardAnyMoreIsGivenUp() {
        learned();
        answers(60, 1.0, 1);
        assertThat(watch.isSilentSince(MONDAY)).isFalse();
        assertThat(watch.isSilentSince(MONDAY.plusDays(1))).isTrue();

        assertThat(watch.giveUp().kind()).isEqualTo(Kind.SILENT);

        assertThat(watch.kept().alarmed()).isFalse();
        assertThat(watch.kept().level()).isZero();
    }

    @Test
    void takingBackNeitherRaisesNorEndsAnAlarm() {
        learned();
        for (int i = 0; i < 100; i++) {
            watch.takeBack(false, at);
        }
        assertThat(watch.kept().alarmed()).isFalse();
        assertThat(watch.kept().level()).isEqualTo(TEN_PERCENT.limit() - 1);
        answers(1, 1.0, 1);
        assertThat(signals).extracting(Signal::kind).containsExactly(Kind.ALARMED);

        for (int i = 0; i < 100; i++) {
            watch.takeBack(true, at);
        }
        assertThat(watch.kept().alarmed()).isTrue();
        answers(1, 0.0, 1);
        assertThat(signals).extracting(Signal::kind).containsExactly(Kind.ALARMED, Kind.CALMED);
    }

    @Test
    void whatIsTakenBackAtOnceLeavesNoTrace() {
        learned();
        answers(3, 1.0, 1);
        int level = watch.kept().level();
        Share risen = watch.kept().risen();
        answers(1, 1.0, 1);
        watch.takeBack(true, at);

        assertThat(watch.kept().level()).isEqualTo(level);
        assertThat(watch.kept().risen()).isEqualTo(risen);
    }

    @Test
    void itGoesOnFromWhatIsKept() {
        learned();
        answers(15, 0.5, 1);
        CellWatch restarted = CellWatch.of(1, DELIVERED, watch.kept());

        assertThat(restarted.kept()).isEqualTo(watch.kept());
        assertThat(restarted.isChanged()).isFalse();
    }

    @Test
    void aDayThatIsOverLeavesItsLevels() {
        learned();
        answers(4, 1.0, 1);
        answers(2, 0.0, 1);

        assertThat(watch.turnTo(MONDAY.plusDays(1)))
                .contains(new DayLevel(MONDAY, 4 * 6 - 2, 4 * 6, TEN_PERCENT.limit(), 7));
    }

    private void learned() {
        watch.turnTo(MONDAY);
        watch.learn(new Share(30, 300), Optional.of(TEN_PERCENT));
    }

    private void answers(int n, double share, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < n; i++) {
            at = at.plusSeconds(1);
            watch.see(random.nextDouble() < share, at, LEARNING_DAYS).ifPresent(signals::add);
        }
    }
}
