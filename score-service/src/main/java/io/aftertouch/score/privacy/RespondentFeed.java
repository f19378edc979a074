package io.aftertouch.score.privacy;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of erased respondents and forgets them. What they answered stays counted, since counts name nobody. */
@ApplicationScoped
class RespondentFeed {

    private static final String ERASED = "respondent.erased";

    private final Inbox inbox;
    private final Traces traces;

    RespondentFeed(Inbox inbox, Traces traces) {
        this.inbox = inbox;
        this.traces = traces;
    }

    /** What this service reads of the event. */
    record RespondentErased(String ref) {}

    @Incoming("respondents")
    @Blocking
    void respondents(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, events -> events.stream()
                .filter(event -> event.type().equals(ERASED))
                .map(event -> event.as(RespondentErased.class))
                .forEach(erased -> traces.forget(erased.ref())));
    }
}
