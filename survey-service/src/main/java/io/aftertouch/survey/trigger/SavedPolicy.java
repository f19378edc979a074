package io.aftertouch.survey.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.SortedMap;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.aftertouch.survey.judging.QuietHours;
import io.aftertouch.survey.judging.SendingRule;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The contact policy as somebody saved it: one row, or none while the configured one holds. */
@Entity
@Table(name = "contact_policy")
class SavedPolicy {

    static final int ID = 1;

    @Id
    private int id;

    @Convert(converter = DurationConverter.class)
    @Column(name = "quarantine_seconds")
    private Duration quarantine;

    @Convert(converter = DurationConverter.class)
    @Column(name = "same_nps_survey_seconds")
    private Duration sameNpsSurvey;

    @Convert(converter = PolicyMaps.Surveys.class)
    @Column(columnDefinition = "longtext")
    private SortedMap<String, Duration> surveys;

    private Integer dailyCap;

    @Column(length = 5)
    private String quietFrom;

    @Column(length = 5)
    private String quietTo;

    @Convert(converter = PolicyMaps.Countries.class)
    @Column(columnDefinition = "longtext")
    private SortedMap<String, SendingRule> countries;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 32)
    private SendingRule otherCountries;

    @Version
    private int version;

    @Column(length = 190)
    private String changedBy;

    private Instant changedAt;

    SavedPolicy() {}

    SavedPolicy(PolicySettings settings, String who, Instant now) {
        id = ID;
        change(settings, who, now);
    }

    final void change(PolicySettings settings, String who, Instant now) {
        quarantine = settings.quarantine();
        sameNpsSurvey = settings.sameNpsSurvey();
        surveys = settings.surveys();
        dailyCap = settings.dailyCap().orElse(null);
        quietFrom = settings.quietHours().map(quiet -> quiet.from().toString()).orElse(null);
        quietTo = settings.quietHours().map(quiet -> quiet.to().toString()).orElse(null);
        countries = settings.countries();
        otherCountries = settings.otherCountries();
        changedBy = who;
        changedAt = now;
    }

    PolicySettings settings() {
        return new PolicySettings(
                quarantine,
                sameNpsSurvey,
                surveys,
                Optional.ofNullable(dailyCap),
                Optional.ofNullable(quietFrom)
                        .map(from -> new QuietHours(LocalTime.parse(from), LocalTime.parse(quietTo))),
                countries,
                otherCountries);
    }

    int version() {
        return version;
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
