package io.aftertouch.survey.touchpoint;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A moment of contact where we may ask, at a stage of the journey and on a channel. Its key never changes. */
@Entity
@Table(name = "touchpoint")
public class Touchpoint {

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

    @Version
    private int version;

    private Instant createdAt;

    private Instant changedAt;

    Touchpoint() {}

    Touchpoint(String key, String name, Stage stage, String channel, Instant now) {
        this.key = key;
        this.createdAt = now;
        change(name, stage, channel, now);
    }

    final void change(String newName, Stage newStage, String newChannel, Instant now) {
        name = newName;
        stage = newStage;
        channel = newChannel;
        changedAt = now;
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
