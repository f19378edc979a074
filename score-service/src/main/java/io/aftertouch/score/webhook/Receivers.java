package io.aftertouch.score.webhook;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.webhook.WebhookSecret;
import org.jboss.logging.Logger;

/** The webhooks, as whoever sends to them sees them. */
@Singleton
public class Receivers {

    private static final Logger LOG = Logger.getLogger(Receivers.class);

    private final WebhookRepository webhooks;
    private final WebhookSecrets secrets;
    private final Targets targets;
    private final Clock clock;

    Receivers(WebhookRepository webhooks, WebhookSecrets secrets, Targets targets, Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.targets = targets;
        this.clock = clock;
    }

    /** Those that messages are written for: paused ones too, whose messages wait. */
    public List<Receiver> listening() {
        return webhooks.notDisabled().stream().map(this::receiver).toList();
    }

    /** As people see them, oldest first. */
    public List<WebhookView> shown() {
        return webhooks.inOrder().stream()
                .map(webhook -> WebhookView.of(webhook, clock.instant()))
                .toList();
    }

    /** As people see it. */
    public Optional<WebhookView> shown(UUID id) {
        return webhooks.findByIdOptional(id).map(webhook -> WebhookView.of(webhook, clock.instant()));
    }

    public Optional<Receiver> find(UUID id) {
        return webhooks.findByIdOptional(id).map(this::receiver);
    }

    /**
     * Ends what is posted to a webhook, within the open transaction.
     *
     * @param reason as people read it
     */
    public boolean disable(UUID id, String reason) {
        boolean disabled = webhooks.disable(id, reason, clock.instant());
        if (disabled) {
            LOG.warnf("Webhook %s disabled: %s", id, reason);
        }
        return disabled;
    }

    private Receiver receiver(Webhook webhook) {
        URI url = URI.create(webhook.url());
        return new Receiver(
                webhook.id(),
                url,
                targets.reach(url),
                webhook.format(),
                webhook.state(),
                webhook.types(),
                webhook.touchpoints(),
                webhook.signing(clock.instant()).stream()
                        .map(number -> WebhookSecret.of(secrets.written(webhook.id(), number)))
                        .toList());
    }
}
