package io.aftertouch.survey.trigger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Condition;
import io.aftertouch.survey.judging.Terms;
import io.aftertouch.survey.survey.Metric;
import io.aftertouch.survey.survey.Survey;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** When an event at a touchpoint leads to an invitation to a survey. ACTIVE ⇄ PAUSED. */
@Entity
@Table(name = "trigger_rule")
class TriggerRule {

    @Id
    private UUID id;

    @Column(name = "touchpoint_key", length = 64)
    private String touchpoint;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "survey_key")
    private Survey survey;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private RuleState state;

    @Convert(converter = ChannelsConverter.class)
    @Column(length = 64)
    private List<Channel> channels;

    @Convert(converter = DurationConverter.class)
    @Column(name = "delay_seconds")
    private Duration delay;

    @Convert(converter = ConditionsConverter.class)
    @Column(columnDefinition = "longtext")
    private List<Condition> conditions;

    @Column(precision = 5, scale = 2)
    private BigDecimal samplePercent;

    private int priority;

    @Column(length = 64)
    private String cancelledBy;

    @Convert(converter = DurationConverter.class)
    @Column(name = "expires_after_seconds")
    private Duration expiresAfter;

    @Convert(converter = DurationConverter.class)
    @Column(name = "quarantine_seconds")
    private Duration quarantine;

    @Convert(converter = DurationConverter.class)
    @Column(name = "defer_up_to_seconds")
    private Duration deferUpTo;

    @Convert(converter = DurationConverter.class)
    @Column(name = "reminder_after_seconds")
    private Duration reminderAfter;

    private Instant activeFrom;

    private Instant activeUntil;

    @Version
    private int version;

    private Instant createdAt;

    private Instant changedAt;

    TriggerRule() {}

    TriggerRule(UUID id, String touchpoint, Survey survey, RuleSettings settings, Instant now) {
        this.id = id;
        this.touchpoint = touchpoint;
        this.survey = survey;
        this.createdAt = now;
        change(settings, now);
    }

    final void change(RuleSettings settings, Instant now) {
        state = settings.state();
        channels = settings.channels();
        delay = settings.delay();
        conditions = settings.conditions();
        samplePercent = settings.samplePercent();
        priority = settings.priority();
        cancelledBy = settings.cancelledBy().orElse(null);
        expiresAfter = settings.expiresAfter();
        quarantine = settings.quarantine().orElse(null);
        deferUpTo = settings.deferUpTo().orElse(null);
        reminderAfter = settings.reminderAfter().orElse(null);
        activeFrom = settings.activeFrom().orElse(null);
        activeUntil = settings.activeUntil().orElse(null);
        changedAt = now;
    }

    /** @param touchpointRetired whether nobody is asked at the rule's touchpoint any more */
    Terms terms(boolean touchpointRetired) {
        return new Terms(
                id,
                touchpointRetired,
                survey.key(),
                survey.versionToAsk(),
                survey.metric() == Metric.NPS,
                survey.mayBeSentNeutrally(),
                channels,
                delay,
                conditions,
                samplePercent,
                priority,
                Optional.ofNullable(cancelledBy),
                expiresAfter,
                Optional.ofNullable(quarantine),
                Optional.ofNullable(deferUpTo),
                Optional.ofNullable(reminderAfter),
                Optional.ofNullable(activeFrom),
                Optional.ofNullable(activeUntil));
    }

    RuleSettings settings() {
        return new RuleSettings(
                state,
                channels,
                delay,
                conditions,
                samplePercent,
                priority,
                Optional.ofNullable(cancelledBy),
                expiresAfter,
                Optional.ofNullable(quarantine),
                Optional.ofNullable(deferUpTo),
                Optional.ofNullable(reminderAfter),
                Optional.ofNullable(activeFrom),
                Optional.ofNullable(activeUntil));
    }

    UUID id() {
        return id;
    }

    String touchpoint() {
        return touchpoint;
    }

    Survey survey() {
        return survey;
    }

    boolean isActive() {
        return state == RuleState.ACTIVE;
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
