package io.aftertouch.feedback.response;

import jakarta.inject.Singleton;

import io.aftertouch.feedback.response.AnswerTransaction.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts, for operators, what became of the answers that this instance was given. */
@Singleton
class AnswerMeter {

    private final Counter recorded;
    private final Counter repeated;
    private final Counter refused;
    private final Counter turnedAway;

    AnswerMeter(MeterRegistry meters) {
        recorded = counter(meters, "recorded");
        repeated = counter(meters, "repeated");
        refused = counter(meters, "refused");
        turnedAway = counter(meters, "turned-away");
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("aftertouch.answers")
                .description("Answers by what became of them; who is turned away may come again")
                .tag("outcome", outcome)
                .register(meters);
    }

    void count(Outcome outcome) {
        switch (outcome) {
            case Outcome.Kept(Submitted.Recorded any) -> recorded.increment();
            case Outcome.Kept any -> repeated.increment();
            case Outcome.Refused any -> refused.increment();
        }
    }

    void countTurnedAway() {
        turnedAway.increment();
    }
}
