package io.aftertouch.feedback.view;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A list of the inbox by a name: for whoever saved it, or for everybody. */
@Entity
@Immutable
@Table(name = "saved_view")
public class SavedView {

    @Id
    private UUID id;

    private String owner;
    private boolean shared;
    private String name;
    private String query;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SavedView() {}

    SavedView(UUID id, String owner, boolean shared, String name, String query, Instant createdAt) {
        this.id = id;
        this.owner = owner;
        this.shared = shared;
        this.name = name;
        this.query = query;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public String owner() {
        return owner;
    }

    public boolean shared() {
        return shared;
    }

    public String name() {
        return name;
    }

    /** The filters as they stand in the address of the inbox: {@code state=NEW&tp=order.delivered}. */
    public String query() {
        return query;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
