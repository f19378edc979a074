package io.aftertouch.score.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.aftertouch.score.news.NewsType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A receiver outside that is told of what happens. ACTIVE ⇄ PAUSED by people; ACTIVE → DISABLED when its receiver is gone or has failed for too
 * long, and back by people.
 *
 * <p>Its secrets are numbered, and derived from the number. A rotated one signs beside its successor until the overlap is over.
 */
@Entity
@Table(name = "webhook")
class Webhook {

    /** A message has at most so many signatures, however often somebody rotates within one overlap. */
    private static final int MOST_SIGNATURES = 4;

    @Id
    private UUID id;

    @Column(length = 120)
    private String name;

    @Column(length = 2000)
    private String url;

    @Convert(converter = WordsConverter.OfTypes.class)
    @Column(length = 1000)
    private Set<NewsType> types;

    @Convert(converter = WordsConverter.OfKeys.class)
    @Column(length = 4000)
    private SortedSet<String> touchpoints;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private WebhookFormat format;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private WebhookState state;

    @Column(length = 300)
    private String disabledReason;

    private Instant disabledAt;

    private int secretNumber;

    private int signsFrom;

    private Instant overlapUntil;

    @Column(columnDefinition = "binary(32)")
    private byte[] requestHash;

    @Version
    private int version;

    @Column(length = 190)
    private String createdBy;

    private Instant createdAt;

    private Instant changedAt;

    Webhook() {}

    /** @param requestHash names the request that makes it, so that its repeat finds it; null when the request has no name */
    Webhook(UUID id, WebhookSettings settings, byte[] requestHash, String by, Instant now) {
        this.id = id;
        this.secretNumber = 1;
        this.signsFrom = 1;
        this.requestHash = requestHash;
        this.createdBy = by;
        this.createdAt = now;
        change(settings, now);
    }

    final void change(WebhookSettings settings, Instant now) {
        name = settings.name();
        url = settings.url();
        types = settings.types();
        touchpoints = settings.touchpoints();
        format = settings.format();
        state = settings.state();
        if (state != WebhookState.DISABLED) {
            disabledReason = null;
            disabledAt = null;
        }
        changedAt = now;
    }

    /** From now on it is signed with a new secret, and for a while with those that sign it now as well. */
    void rotate(Duration overlap, Instant now) {
        int first = isOverlapping(now) ? signsFrom : secretNumber;
        secretNumber++;
        signsFrom = overlap.isZero() ? secretNumber : Math.max(first, secretNumber - MOST_SIGNATURES + 1);
        overlapUntil = overlap.isZero() ? null : now.plus(overlap);
        changedAt = now;
    }

    /** The numbers of the secrets that sign a message, the newest first. */
    List<Integer> signing(Instant now) {
        int first = isOverlapping(now) ? signsFrom : secretNumber;
        return IntStream.iterate(secretNumber, number -> number >= first, number -> number - 1)
                .boxed()
                .toList();
    }

    private boolean isOverlapping(Instant now) {
        return overlapUntil != null && now.isBefore(overlapUntil);
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String url() {
        return url;
    }

    Set<NewsType> types() {
        return types;
    }

    SortedSet<String> touchpoints() {
        return touchpoints;
    }

    WebhookFormat format() {
        return format;
    }

    WebhookState state() {
        return state;
    }

    Optional<String> disabledReason() {
        return Optional.ofNullable(disabledReason);
    }

    Optional<Instant> disabledAt() {
        return Optional.ofNullable(disabledAt);
    }

    int secretNumber() {
        return secretNumber;
    }

    /** Until when the secret before signs as well. */
    Optional<Instant> overlapUntil() {
        return Optional.ofNullable(overlapUntil);
    }

    int version() {
        return version;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
