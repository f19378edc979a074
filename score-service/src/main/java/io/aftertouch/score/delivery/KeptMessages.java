package io.aftertouch.score.delivery;

import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;

import io.aftertouch.platform.retention.KeptInOrder;
import io.aftertouch.platform.retry.SqlFailures;
import io.aftertouch.score.webhook.WebhookRemoved;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.logging.Logger;

/** What webhooks were told, with the log of how. It goes with its webhook, with the person whom it names, and with time. */
@Singleton
public class KeptMessages extends KeptInOrder {

    private static final Logger LOG = Logger.getLogger(KeptMessages.class);

    private final Messages messages;
    private final Attempts attempts;
    private final DeliveryConfig config;

    KeptMessages(Messages messages, Attempts attempts, DeliveryConfig config) {
        this.messages = messages;
        this.attempts = attempts;
        this.config = config;
    }

    /** What a webhook was or will be told of a person. */
    @Schema(name = "PersonalWebhookMessage")
    public record ToldMessage(UUID webhook, String type, Instant at, String message) {}

    @Override
    public String kind() {
        return "webhook-messages";
    }

    @Override
    public String what() {
        return "Messages to webhooks and how they were answered";
    }

    @Override
    public TemporalAmount keptFor() {
        return config.keep();
    }

    @Override
    protected List<UUID> personal(UUID after, UUID before, int limit) {
        return messages.between(after, before, limit);
    }

    @Override
    protected void forget(List<UUID> ids) {
        messages.drop(ids);
    }

    public List<ToldMessage> of(String respondent) {
        return messages.about(respondent).stream()
                .map(message ->
                        new ToldMessage(message.webhook(), message.type(), message.createdAt(), message.payload()))
                .toList();
    }

    /** Within the open transaction. What waits to be posted is posted no more. */
    public void forget(String respondent) {
        messages.drop(messages.about(respondent).stream().map(Message::id).toList());
    }

    /** In the background and part by part; what a crash leaves behind goes with time. */
    void removed(@Observes(during = TransactionPhase.AFTER_SUCCESS) WebhookRemoved event) {
        Thread.ofPlatform().name("webhook-removal").daemon().start(() -> dropAll(event.id()));
    }

    private void dropAll(UUID webhook) {
        try {
            while (QuarkusTransaction.requiringNew().call(() -> dropSome(webhook))) {
                LOG.debugf("More is kept of webhook %s", webhook);
            }
        } catch (RuntimeException e) {
            LOG.warnf("What webhook %s was told stays until its time is over: %s", webhook, SqlFailures.describe(e));
        }
    }

    private boolean dropSome(UUID webhook) {
        List<UUID> some = messages.some(webhook);
        messages.drop(some);
        attempts.forget(webhook);
        return !some.isEmpty();
    }
}
