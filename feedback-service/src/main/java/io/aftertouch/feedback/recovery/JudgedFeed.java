package io.aftertouch.feedback.recovery;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears whether customers are asked again, and why not. */
@ApplicationScoped
class JudgedFeed {

    private static final String TYPE = "event.judged";

    private final Inbox inbox;
    private final RecoveryWork work;

    JudgedFeed(Inbox inbox, RecoveryWork work) {
        this.inbox = inbox;
        this.work = work;
    }

    /** What this service reads of {@code event.judged}. */
    record EventJudged(String source, UUID id, Outcome outcome, String reason, Instant freeAt) {}

    enum Outcome {
        INVITED,
        DEFERRED,
        NOT_INVITED
    }

    @Incoming("decisions")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, events -> events.stream()
                .filter(event -> event.type().equals(TYPE))
                .map(event -> event.as(EventJudged.class))
                .filter(judged -> judged.source().equals(AskAgain.SOURCE))
                .forEach(this::apply));
    }

    private void apply(EventJudged judged) {
        switch (judged.outcome()) {
            case INVITED -> work.judged(judged.id(), RecoveryState.INVITED, null, null);
            case DEFERRED -> work.judged(judged.id(), RecoveryState.DEFERRED, judged.reason(), judged.freeAt());
            case NOT_INVITED -> work.judged(judged.id(), RecoveryState.NOT_INVITED, judged.reason(), judged.freeAt());
        }
    }
}
