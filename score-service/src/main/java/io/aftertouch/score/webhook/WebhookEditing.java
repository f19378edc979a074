package io.aftertouch.score.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.platform.retry.SqlFailures;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes, changes and removes webhooks. Hosts are looked up before the transaction begins. */
@ApplicationScoped
public class WebhookEditing {

    private static final Logger LOG = Logger.getLogger(WebhookEditing.class);

    private final WebhookRepository webhooks;
    private final WebhookSecrets secrets;
    private final WebhookConfig config;
    private final Targets targets;
    private final Touchpoints touchpoints;
    private final Event<WebhookRemoved> removed;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;
    private final Duration requestsKept;

    WebhookEditing(
            WebhookRepository webhooks,
            WebhookSecrets secrets,
            WebhookConfig config,
            Targets targets,
            Touchpoints touchpoints,
            Event<WebhookRemoved> removed,
            Caller caller,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "aftertouch.idempotency.keep") Duration requestsKept) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.config = config;
        this.targets = targets;
        this.touchpoints = touchpoints;
        this.removed = removed;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
        this.requestsKept = requestsKept;
    }

    /** Makes a webhook for somebody at a page. */
    @RetryOnConflict
    public WebhookView create(CreateWebhook wish) {
        return create(wish, Optional.empty());
    }

    /** @param request names the request, so that its repeat finds what the first one made; empty when it has no name */
    @RetryOnConflict
    WebhookView create(CreateWebhook wish, Optional<RequestName> request) {
        targets.checked(wish.url());
        try {
            return makeAlone(wish, request);
        } catch (RuntimeException e) {
            if (SqlFailures.isDuplicate(e)) {
                return makeAlone(wish, request); // the same request at the same time was faster
            }
            throw e;
        }
    }

    private WebhookView makeAlone(CreateWebhook wish, Optional<RequestName> request) {
        return QuarkusTransaction.requiringNew().call(() -> make(wish.settings(), request));
    }

    private WebhookView make(WebhookSettings settings, Optional<RequestName> request) {
        byte[] hash = request.map(RequestName::hash).orElse(null);
        Optional<Webhook> before = request.flatMap(named -> madeBy(hash));
        if (before.isPresent()) {
            return WebhookView.of(before.get(), clock.instant(), secretOf(before.get()));
        }
        mustExist(settings.touchpoints());
        if (webhooks.count() >= config.most()) {
            throw new TooManyWebhooks(config.most());
        }
        Webhook webhook = new Webhook(ids.next(), settings, hash, caller.name(), clock.instant());
        webhooks.persistAndFlush(webhook);
        LOG.infof("Webhook %s made", webhook.id());
        return WebhookView.of(webhook, clock.instant(), secretOf(webhook));
    }

    private Optional<Webhook> madeBy(byte[] requestHash) {
        webhooks.forgetRequest(requestHash, clock.instant().minus(requestsKept));
        return webhooks.madeBy(requestHash);
    }

    @RetryOnConflict
    public WebhookView change(UUID id, String ifMatch, ChangeWebhook wish) {
        if (leadsElsewhere(id, wish)) {
            targets.checked(wish.url());
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            Webhook webhook = webhook(id, ifMatch);
            WebhookSettings settings = wish.settings(webhook.state());
            if (settings.state() == WebhookState.DISABLED && webhook.state() != WebhookState.DISABLED) {
                throw new NobodyDisables();
            }
            mustExist(settings.touchpoints());
            webhook.change(settings, clock.instant());
            flush(ifMatch);
            LOG.infof("Webhook %s changed, %s", id, webhook.state());
            return WebhookView.of(webhook, clock.instant());
        });
    }

    /** Whoever pauses a webhook whose host cannot be found any more leaves its URL as it is. */
    private boolean leadsElsewhere(UUID id, ChangeWebhook wish) {
        return webhooks.findByIdOptional(id)
                .filter(webhook -> webhook.url().equals(wish.url()))
                .isEmpty();
    }

    /** From now on messages are signed with the secret that this shows, and for a while with the one before as well. */
    @RetryOnConflict
    @Transactional
    public WebhookView rotate(UUID id, String ifMatch, RotateSecret wish) {
        Webhook webhook = webhook(id, ifMatch);
        webhook.rotate(wish.overlap(), clock.instant());
        flush(ifMatch);
        LOG.infof("The secret of webhook %s is new", id);
        return WebhookView.of(webhook, clock.instant(), secretOf(webhook));
    }

    @RetryOnConflict
    @Transactional
    public void remove(UUID id, String ifMatch) {
        webhooks.delete(webhook(id, ifMatch));
        flush(ifMatch);
        removed.fire(new WebhookRemoved(id));
        LOG.infof("Webhook %s removed", id);
    }

    private Webhook webhook(UUID id, String ifMatch) {
        Webhook webhook = webhooks.findByIdOptional(id).orElseThrow(NotFound::new);
        new EntityTag(webhook.version()).mustMatch(ifMatch);
        return webhook;
    }

    private void flush(String ifMatch) {
        try {
            webhooks.flush();
        } catch (OptimisticLockException somebodyWasFaster) {
            throw EntityTag.changedSince(ifMatch);
        }
    }

    private void mustExist(Set<String> keys) {
        Set<String> unknown = new TreeSet<>(keys);
        unknown.removeAll(touchpoints.all().stream().map(Touchpoint::key).collect(Collectors.toSet()));
        if (!unknown.isEmpty()) {
            throw new UnknownTouchpoints(unknown);
        }
    }

    private String secretOf(Webhook webhook) {
        return secrets.written(webhook.id(), webhook.secretNumber());
    }
}
