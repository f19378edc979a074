package io.aftertouch.score.cusum;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/watching.md claims of false alarms and of the delay. */
class WatchSimulationTest {

    private static final Expectation AS_SHIPPED = new Expectation(30, 20, 20, 1.645, 0.05, 0.8);

    @Test
    void chanceAloneRaisesLessThanOneAlarmAWeekOverTwoThousandCells() {
        var quiet = new WatchSimulation(2_000, AS_SHIPPED, 1).quiet(26);

        System.out.println("Without change: " + quiet);
        assertThat(quiet.cells()).isEqualTo(2_000);
        assertThat(quiet.alarmsPerWeek()).isLessThanOrEqualTo(1);
    }

    @Test
    void aDoublingIsNoticedAfterAHundredAndSomeAnswers() {
        var simulation = new WatchSimulation(2_000, AS_SHIPPED, 1);
        simulation.quiet(1);

        var busy = simulation.doubled(20, 56);

        System.out.println("Doubled, from 20 answers a day: " + busy);
        assertThat(busy.cells()).isGreaterThan(500);
        assertThat(busy.alarmed()).isGreaterThan(busy.cells() * 17 / 20);
        assertThat(busy.median()).isBetween(80, 250);
    }

    /** The past of a cell is itself chance: held against its bare share, cells that were lucky for four weeks raise the alarms. */
    @Test
    void withoutTheBenefitOfTheDoubtThereWouldBeManyMore() {
        var bare = new WatchSimulation(2_000, new Expectation(30, 20, 20, 0, 0.05, 0.8), 1).quiet(8);

        System.out.println("Without the benefit of the doubt: " + bare);
        assertThat(bare.alarmsPerWeek()).isGreaterThan(5);
    }
}
