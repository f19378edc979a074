package io.aftertouch.survey.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackOffTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void afterEachFailureItWaitsTwiceAsLongUpToAQuarterOfAnHour() {
        Invitation invitation = new Invitation();

        List<Long> pauses = IntStream.rangeClosed(1, 100)
                .mapToObj(attempt -> {
                    invitation.lease(NOW.plusSeconds(300));
                    invitation.waitAfterFailure(NOW, Duration.ofSeconds(5));
                    return Duration.between(NOW, invitation.nextAttemptAt()).toSeconds();
                })
                .toList();

        assertThat(pauses).startsWith(5L, 10L, 20L, 40L, 80L, 160L, 320L, 640L, 900L);
        assertThat(pauses.subList(9, 100)).containsOnly(900L);
    }

    @Test
    void whatWasTakenAndNotTriedIsNoFailure() {
        Invitation invitation = new Invitation();
        for (int i = 0; i < 5; i++) {
            invitation.lease(NOW.plusSeconds(300));
            invitation.release(NOW);
        }

        invitation.lease(NOW.plusSeconds(300));
        invitation.waitAfterFailure(NOW, Duration.ofSeconds(5));

        assertThat(invitation.nextAttemptAt()).isEqualTo(NOW.plusSeconds(5));
    }
}
