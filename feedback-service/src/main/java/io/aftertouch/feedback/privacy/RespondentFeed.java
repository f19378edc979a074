package io.aftertouch.feedback.privacy;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.inbox.Inbox;
import io.smallrye.common.annotation.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of erased respondents. */
@ApplicationScoped
class RespondentFeed {

    private final Inbox inbox;
    private final Erasures erasures;

    RespondentFeed(Inbox inbox, Erasures erasures) {
        this.inbox = inbox;
        this.erasures = erasures;
    }

    @Incoming("respondents")
    @Blocking
    void respondents(ConsumerRecords<String, byte[]> records) {
        inbox.apply(records, events -> events.stream()
                .filter(event -> event.type().equals(RespondentErased.TYPE))
                .map(event -> event.as(RespondentErased.class))
                .forEach(erasures::begin));
    }
}
