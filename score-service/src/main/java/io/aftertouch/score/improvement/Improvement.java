package io.aftertouch.score.improvement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
 * Something that was changed at a touchpoint, or for one segment of its respondents, to make a score better. Where it was changed
 * and how that is measured stays; all else may be corrected.
 */
@Entity
@Table(name = "improvement")
class Improvement {

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

    @Column(length = 120)
    private String name;

    @Column(columnDefinition = "text")
    private String description;

    private LocalDate changedOn;

    @Column(name = "days_compared")
    private int days;

    @Convert(converter = KeysConverter.class)
    @Column(length = 700)
    private SortedSet<String> comparedWith;

    @Convert(converter = MoneyFiguresConverter.class)
    @Column(columnDefinition = "text")
    private MoneyFigures money;

    @Version
    private int version;

    @Column(length = 190)
    private String createdBy;

    private Instant createdAt;

    private Instant changedAt;

    Improvement() {}

    Improvement(
            UUID id,
            String touchpoint,
            Metric metric,
            Optional<Segment> segment,
            ImprovementSettings settings,
            String by,
            Instant now) {
        this.id = id;
        this.touchpoint = touchpoint;
        this.metric = metric;
        this.segment = segment.map(Segment::toString).orElse(null);
        this.createdBy = by;
        this.createdAt = now;
        change(settings, now);
    }

    final void change(ImprovementSettings settings, Instant now) {
        name = settings.name();
        description = settings.description();
        changedOn = settings.changedOn();
        days = settings.days();
        comparedWith = new TreeSet<>(settings.comparedWith());
        money = settings.money();
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

    /** Empty when it concerns all respondents. */
    Optional<Segment> segment() {
        return Optional.ofNullable(segment).map(Segment::parse);
    }

    ImprovementSettings settings() {
        return new ImprovementSettings(name, description, changedOn, days, comparedWith, money);
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
