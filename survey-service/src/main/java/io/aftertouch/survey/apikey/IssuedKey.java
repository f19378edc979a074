package io.aftertouch.survey.apikey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** An API key as it is listed. The secret is nowhere to be read. */
@Entity
@Immutable
@Table(name = "api_key")
class IssuedKey {

    @Id
    @Column(length = 32)
    private String id;

    @Column(length = 100)
    private String name;

    @Column(columnDefinition = "binary(32)")
    private byte[] secretHash;

    @Column(length = 300)
    private String scopes;

    private Instant createdAt;

    private Instant expiresAt;

    private Instant revokedAt;

    private Instant lastUsedAt;

    IssuedKey() {}

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    byte[] secretHash() {
        return secretHash.clone();
    }

    List<String> scopes() {
        return List.of(scopes.split(" "));
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<Instant> expiresAt() {
        return Optional.ofNullable(expiresAt);
    }

    Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }
}
