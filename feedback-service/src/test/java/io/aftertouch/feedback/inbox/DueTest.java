package io.aftertouch.feedback.inbox;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DueTest {

    private static final Instant OPENED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant WARN_AT = OPENED.plus(Duration.ofMinutes(192));
    private static final Instant DUE_AT = OPENED.plus(Duration.ofHours(4));

    @Test
    void thereIsTimeThenLittleThenNone() {
        Due early = Due.of(WARN_AT, DUE_AT, OPENED.plus(Duration.ofMinutes(27)));
        assertThat(early.amount()).isEqualTo("3 h 33 min");
        assertThat(early.soon()).isFalse();
        assertThat(early.late()).isFalse();

        Due soon = Due.of(WARN_AT, DUE_AT, DUE_AT.minus(Duration.ofMinutes(12)));
        assertThat(soon.amount()).isEqualTo("12 min");
        assertThat(soon.soon()).isTrue();

        Due late = Due.of(WARN_AT, DUE_AT, DUE_AT.plus(Duration.ofMinutes(25)));
        assertThat(late.late()).isTrue();
        assertThat(late.soon()).isFalse();
        assertThat(late.amount()).isEqualTo("25 min");
        assertThat(Due.of(WARN_AT, DUE_AT, DUE_AT.plus(Duration.ofDays(3))).amount())
                .isEqualTo("3 days");
    }
}
