package io.aftertouch.score.alert;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** One line of an alert's history. Lines are only ever added. */
@Entity
@Immutable
@Table(name = "alert_step")
public class AlertStep {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long seq;

    @Column(name = "alert_id")
    private UUID alertId;

    @Enumerated(EnumType.STRING)
    private Step step;

    private String actor;

    private String text;

    private Instant at;

    protected AlertStep() {}

    AlertStep(UUID alertId, Step step, String actor, String text, Instant at) {
        this.alertId = alertId;
        this.step = step;
        this.actor = actor;
        this.text = text;
        this.at = at;
    }

    public Step step() {
        return step;
    }

    /** Who did it; null when the watch did. */
    public String actor() {
        return actor;
    }

    /** What was said with it, or the figures of that moment; may be null. */
    public String text() {
        return text;
    }

    public Instant at() {
        return at;
    }
}
