package io.aftertouch.survey.touchpoint;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A moment of contact where we may ask, at a place in a stage of the journey and on a channel. Its key never changes. ACTIVE ⇄ RETIRED.
 */
@Entity
@Table(name = "touchpoint")
public class Touchpoint implements Placed {

    @Id
    @Column(name = "touchpoint_key", length = 64)
    private String key;

    @Column(length = 120)
    private String name;

    @ManyToOne(optional = false)
    @JoinColumn(name = "stage_key")
    private Stage stage;

    @Column(length = 64)
    private String channel;

    private int position;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private TouchpointState state;

    @Version
    private int version;

    private Instant createdAt;

    private Instant changedAt;

    Touchpoint() {}

    Touchpoint(String key, String name, Stage stage, String channel, Instant now) {
        this.key = key;
        this.stage = stage;
        this.createdAt = now;
        change(name, channel, TouchpointState.ACTIVE, now);
    }

    final void change(String newName, String newChannel, TouchpointState newState, Instant now) {
        name = newName;
        channel = newChannel;
        state = newState;
        changedAt = now;
    }

    /** Its place among the touchpoints there is given by whoever puts them in order. */
    void moveTo(Stage other) {
        stage = other;
    }

    @Override
    public void place(int place) {
        position = place;
    }

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    /** Where the contact takes place: {@code store}, {@code web}, {@code phone}. */
    public String channel() {
        return channel;
    }

    /** Its place in its stage; 1 comes first. */
    @Override
    public int position() {
        return position;
    }

    public boolean isRetired() {
        return state == TouchpointState.RETIRED;
    }

    TouchpointState state() {
        return state;
    }

    Stage stage() {
        return stage;
    }

    int version() {
        return version;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant changedAt() {
        return changedAt;
    }
}
