package io.aftertouch.score.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.segment.Segment;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * The score that a touchpoint, or one segment of its respondents, is to reach over a period. What it is about never changes; the
 * score, the period and the note do.
 */
@Entity
@Table(name = "target")
class Target {

    /** In the place of a segment where the target is about all respondents; a null would not be unique. */
    private static final String ALL = "";

    @Id
    private UUID id;

    @Column(name = "touchpoint_key", length = 64)
    private String touchpoint;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 8)
    private Metric metric;

    @Column(length = 129)
    private String segment;

    @Column(name = "goal", precision = 5, scale = 2)
    private BigDecimal value;

    private LocalDate startsOn;

    private LocalDate dueOn;

    @Column(length = 500)
    private String note;

    @Version
    private int version;

    @Column(length = 190)
    private String createdBy;

    private Instant createdAt;

    private Instant changedAt;

    Target() {}

    Target(
            UUID id,
            String touchpoint,
            Metric metric,
            Optional<Segment> segment,
            TargetSettings settings,
            String by,
            Instant now) {
        this.id = id;
        this.touchpoint = touchpoint;
        this.metric = metric;
        this.segment = segment.map(Segment::toString).orElse(ALL);
        this.createdBy = by;
        this.createdAt = now;
        change(settings, now);
    }

    final void change(TargetSettings settings, Instant now) {
        value = settings.value();
        startsOn = settings.startsOn();
        dueOn = settings.dueOn();
        note = settings.note();
        changedAt = now;
    }

    UUID id() {
        return id;
    }

    String touchpoint() {
        return touchpoint;
    }

    Metric metric() {
        return metric;
    }

    /** Empty when it is about all respondents. */
    Optional<Segment> segment() {
        return segment.equals(ALL) ? Optional.empty() : Optional.of(Segment.parse(segment));
    }

    TargetSettings settings() {
        return new TargetSettings(value, startsOn, dueOn, note);
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
