package io.aftertouch.survey.decision;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import io.aftertouch.survey.judging.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts, for operators, the decisions that this instance has committed. */
@Singleton
class DecisionMeter {

    private final TransactionSynchronizationRegistry transaction;
    private final MeterRegistry meters;

    DecisionMeter(TransactionSynchronizationRegistry transaction, MeterRegistry meters) {
        this.transaction = transaction;
        this.meters = meters;
    }

    /** Counts them once the open transaction has committed. */
    void count(Collection<Verdict> verdicts) {
        Map<Reason, Long> byReason =
                verdicts.stream().collect(Collectors.groupingBy(Verdict::reason, Collectors.counting()));
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // it is not known yet whether it commits
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    byReason.forEach(DecisionMeter.this::add);
                }
            }
        });
    }

    private void add(Reason reason, long decisions) {
        Counter.builder("aftertouch.decisions")
                .description("Decisions whether to ask, by their reason")
                .tag("reason", reason.name())
                .register(meters)
                .increment(decisions);
    }
}
