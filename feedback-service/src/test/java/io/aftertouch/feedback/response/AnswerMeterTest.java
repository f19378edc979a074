package io.aftertouch.feedback.response;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerMeterTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AnswerMeter meter = new AnswerMeter(meters);

    @Test
    void answersAreCountedByWhatBecameOfThem() {
        meter.count(new AnswerTransaction.Outcome.Kept(new Submitted.Recorded(null)));
        meter.count(new AnswerTransaction.Outcome.Kept(new Submitted.Recorded(null)));
        meter.count(new AnswerTransaction.Outcome.Kept(new Submitted.Repeated(null)));
        meter.count(new AnswerTransaction.Outcome.Refused(new AnswerRefused()));
        meter.countTurnedAway();

        assertThat(counted("recorded")).isEqualTo(2);
        assertThat(counted("repeated")).isOne();
        assertThat(counted("refused")).isOne();
        assertThat(counted("turned-away")).isOne();
    }

    private double counted(String outcome) {
        return meters.get("aftertouch.answers")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
