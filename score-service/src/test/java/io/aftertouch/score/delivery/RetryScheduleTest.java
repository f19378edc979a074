package io.aftertouch.score.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryScheduleTest {

    @Test
    void tenTriesTakeAtLeastSeventyFiveHours() {
        Duration all = RetrySchedule.PAUSES.stream().reduce(Duration.ZERO, Duration::plus);

        assertThat(RetrySchedule.TRIES).isEqualTo(10);
        assertThat(all).isEqualTo(Duration.ofHours(75).plusMinutes(35).plusSeconds(5));
    }

    @Test
    void eachPauseIsLengthenedByUpToATenth() {
        RetrySchedule schedule = new RetrySchedule(new Random(5));

        for (int tries = 1; tries < RetrySchedule.TRIES; tries++) {
            Duration plain = RetrySchedule.PAUSES.get(tries - 1);
            int after = tries;
            List<Duration> drawn = IntStream.range(0, 200)
                    .mapToObj(i -> schedule.pauseAfter(after).orElseThrow())
                    .toList();
            assertThat(drawn).allSatisfy(pause -> assertThat(pause).isBetween(plain, plain.plus(plain.dividedBy(10))));
            assertThat(drawn.stream().distinct().count()).isGreaterThan(50);
        }
    }

    @Test
    void afterTheLastTryThereIsNoOther() {
        assertThat(new RetrySchedule(new Random(5)).pauseAfter(RetrySchedule.TRIES))
                .isEmpty();
    }
}
