package io.aftertouch.platform.access;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps this service's copy of the API keys up to date. The channel is disabled where the keys are made. */
@ApplicationScoped
class ApiKeyReplica {

    private final Inbox inbox;
    private final ApiKeys keys;

    ApiKeyReplica(Inbox inbox, ApiKeys keys) {
        this.inbox = inbox;
        this.keys = keys;
    }

    @Incoming(ApiKeySaved.TOPIC)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, events -> events.stream()
                .filter(event -> event.type().equals(ApiKeySaved.TYPE))
                .forEach(event -> keys.save(event.as(ApiKeySaved.class).key())));
    }
}
