package io.aftertouch.score.tally;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SpanTest {

    @Test
    void halfHoursAreNoEdges() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(Instant.parse("2026-01-30T22:30:00Z"), null));
    }
}
