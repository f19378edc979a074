package io.aftertouch.local.suite;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTest {

    private final BackOff backOff = BackOff.DEFAULT;

    @Test
    void theFirstTimeIsHardlyWaitedForThenLongerAndLonger() {
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(backOff::before).map(Duration::toMillis))
                .containsExactly(200L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
        assertThat(backOff.before(1_000)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aPartThatRanForAWhileStartsANewRow() {
        assertThat(backOff.endingsInARow(5, Duration.ofSeconds(3))).isEqualTo(6);
        assertThat(backOff.endingsInARow(5, Duration.ofMinutes(2))).isEqualTo(1);
    }
}
