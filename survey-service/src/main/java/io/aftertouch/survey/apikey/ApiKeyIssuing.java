package io.aftertouch.survey.apikey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.access.ApiKey;
import io.aftertouch.platform.access.ApiKeySaved;
import io.aftertouch.platform.access.ApiKeySecret;
import io.aftertouch.platform.access.ApiKeys;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.retry.RetryOnConflict;
import org.jboss.logging.Logger;

/** Makes and revokes API keys, and tells all services. */
@ApplicationScoped
class ApiKeyIssuing {

    private static final Logger LOG = Logger.getLogger(ApiKeyIssuing.class);

    private final ApiKeys keys;
    private final IssuedKeyRepository issued;
    private final Outbox outbox;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeyIssuing(ApiKeys keys, IssuedKeyRepository issued, Outbox outbox, Clock clock) {
        this.keys = keys;
        this.issued = issued;
        this.outbox = outbox;
        this.clock = clock;
    }

    @RetryOnConflict
    @Transactional
    ApiKeyView issue(IssueApiKey wish) {
        if (!Scopes.ALL.containsAll(wish.scopes())) {
            throw new UnknownScope();
        }
        Instant expiresAt = wish.expiresAt() == null ? null : wish.expiresAt().truncatedTo(ChronoUnit.MICROS);
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            throw new ExpiryInThePast();
        }
        ApiKeySecret secret = ApiKeySecret.random(random);
        save(new ApiKey(secret.id(), wish.name(), secret.hash(), wish.scopes(), expiresAt, null));
        LOG.infof("API key %s made", secret.id());
        return ApiKeyView.of(issued.findById(secret.id()), secret.text());
    }

    /** Revoking twice is revoking once. */
    @RetryOnConflict
    @Transactional
    void revoke(String id) {
        IssuedKey key = issued.findByIdOptional(id).orElseThrow(NotFound::new);
        if (key.revokedAt().isEmpty()) {
            save(new ApiKey(
                    key.id(),
                    key.name(),
                    key.secretHash(),
                    Set.copyOf(key.scopes()),
                    key.expiresAt().orElse(null),
                    clock.instant()));
            LOG.infof("API key %s revoked", id);
        }
    }

    /** Makes sure of the key that the installation starts with. */
    @RetryOnConflict
    @Transactional
    void ensure(ApiKeySecret secret, String name) {
        if (issued.findByIdOptional(secret.id()).isEmpty()) {
            save(new ApiKey(secret.id(), name, secret.hash(), Scopes.ALL, null, null));
            LOG.infof("API key %s taken from the configuration", secret.id());
        }
    }

    private void save(ApiKey key) {
        keys.save(key);
        outbox.add(ApiKeySaved.TOPIC, key.id(), ApiKeySaved.TYPE, ApiKeySaved.of(key));
    }
}
