package io.aftertouch.feedback.inbox;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GapsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T13:38:00Z");

    private final Gaps gaps = new Gaps(Duration.ofSeconds(10));

    @Test
    void whatWasPassedOverMayStillAppear() {
        gaps.passedOver(4, 7, NOW);
        assertThat(gaps.open(NOW)).containsExactlyInAnyOrder(5L, 6L);
        gaps.filled(5);
        assertThat(gaps.open(NOW)).containsExactly(6L);
    }

    @Test
    void nothingIsMissingBetweenNeighbours() {
        gaps.passedOver(4, 5, NOW);
        assertThat(gaps.open(NOW)).isEmpty();
    }

    @Test
    void aTransactionThatWasUndoneIsNotWaitedForForever() {
        gaps.passedOver(4, 6, NOW);
        assertThat(gaps.open(NOW.plusSeconds(11))).isEmpty();
    }

    @Test
    void aHugeGapIsNotRememberedAsAWhole() {
        gaps.passedOver(0, 10_000_000, NOW);
        assertThat(gaps.open(NOW)).hasSize(1_000);
    }
}
