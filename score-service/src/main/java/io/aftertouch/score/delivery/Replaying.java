package io.aftertouch.score.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.score.webhook.Receiver;
import io.aftertouch.score.webhook.Receivers;
import io.aftertouch.score.webhook.WebhookState;
import org.jboss.logging.Logger;

/** Posts again what was posted before, because somebody wants it: with the same ids, from the beginning of the schedule. */
@ApplicationScoped
class Replaying {

    private static final Logger LOG = Logger.getLogger(Replaying.class);

    private final Receivers receivers;
    private final Messages messages;
    private final Event<MessagesWritten> written;
    private final Clock clock;

    Replaying(Receivers receivers, Messages messages, Event<MessagesWritten> written, Clock clock) {
        this.receivers = receivers;
        this.messages = messages;
        this.written = written;
        this.clock = clock;
    }

    /** @param eventId as the receiver knows it, whatever became of it */
    @RetryOnConflict
    @Transactional
    void replay(UUID webhook, UUID eventId) {
        mustNotBeDisabled(webhook);
        Message message = messages.find(webhook, eventId).orElseThrow(NotFound::new);
        messages.replay(message.id(), clock.instant());
        written.fire(new MessagesWritten());
        LOG.infof("Message %s to webhook %s is replayed", eventId, webhook);
    }

    /** @return how many were given up that were written since then */
    @RetryOnConflict
    @Transactional
    int replayFailed(UUID webhook, Instant since) {
        mustNotBeDisabled(webhook);
        int replayed = messages.replayFailed(webhook, since, clock.instant());
        written.fire(new MessagesWritten());
        LOG.infof("%d messages to webhook %s are replayed", replayed, webhook);
        return replayed;
    }

    private void mustNotBeDisabled(UUID webhook) {
        Receiver receiver = receivers.find(webhook).orElseThrow(NotFound::new);
        if (receiver.state() == WebhookState.DISABLED) {
            throw new WebhookDisabled();
        }
    }
}
