package io.aftertouch.score.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class WebhookRepository implements PanacheRepositoryBase<Webhook, UUID> {

    /** In the order in which they were made, after one of them; after null from the first. */
    List<Webhook> after(UUID id, int limit) {
        return find("(?1 is null or id > ?1) order by id", id).page(0, limit).list();
    }

    List<Webhook> inOrder() {
        return list("order by id");
    }

    List<Webhook> notDisabled() {
        return list("state <> ?1 order by id", WebhookState.DISABLED);
    }

    /** The webhook that a request made which is sent again. */
    Optional<Webhook> madeBy(byte[] requestHash) {
        return find("requestHash", requestHash).firstResultOptional();
    }

    /** A name that is so old may name another request by now. */
    void forgetRequest(byte[] requestHash, Instant before) {
        update("requestHash = null where requestHash = ?1 and createdAt < ?2", requestHash, before);
    }

    /** Ends it where it is still active; tells whether it was. */
    boolean disable(UUID id, String reason, Instant now) {
        return update(
                        "update versioned Webhook set state = ?1, disabledReason = ?2, disabledAt = ?3, changedAt = ?3"
                                + " where id = ?4 and state = ?5",
                        WebhookState.DISABLED,
                        reason,
                        now,
                        id,
                        WebhookState.ACTIVE)
                > 0;
    }
}
