package io.aftertouch.score.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of the alerts of this very service as anybody else would, from the topic. */
@ApplicationScoped
class AlertFeed {

    private final Inbox inbox;
    private final NewsFollower follower;

    AlertFeed(Inbox inbox, NewsFollower follower) {
        this.inbox = inbox;
        this.follower = follower;
    }

    @Incoming("alerts")
    @Blocking
    void alerts(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, follower::hear);
    }
}
