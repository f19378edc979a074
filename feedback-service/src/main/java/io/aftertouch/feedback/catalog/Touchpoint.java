package io.aftertouch.feedback.catalog;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A touchpoint as survey-service announced it last. */
@Entity
@Immutable
@Table(name = "touchpoint")
public class Touchpoint {

    @Id
    @Column(name = "touchpoint_key")
    private String key;

    private String name;
    private String stage;

    @Column(name = "stage_name")
    private String stageName;

    @Column(name = "stage_position")
    private int stagePosition;

    private int position;

    private String channel;

    @Column(name = "saved_at")
    private Instant savedAt;

    protected Touchpoint() {}

    public String key() {
        return key;
    }

    public String name() {
        return name;
    }

    /** The channel of contact ("email", "store") that an answer carries unless it says its own. */
    public String channel() {
        return channel;
    }
}
