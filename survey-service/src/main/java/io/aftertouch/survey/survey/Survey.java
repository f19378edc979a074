package io.aftertouch.survey.survey;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What is asked: a metric on a scale about a subject. DRAFT → PUBLISHED → RETIRED.
 *
 * <p>The survey itself is what people edit. Publishing makes a {@link SurveyVersion} of it, which never changes; from then on the scale and
 * its bands are fixed, since scores before and after could not be compared.
 */
@Entity
@Table(name = "survey")
public class Survey {

    @Id
    @Column(name = "survey_key", length = 64)
    private String key;

    @Column(length = 120)
    private String title;

    @Column(length = 120)
    private String subject;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 8)
    private Metric metric;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "scale_key", length = 8)
    private ScaleKey scaleKey;

    private int positiveFrom;

    private int positiveTo;

    private int negativeFrom;

    private int negativeTo;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 2)
    private Language defaultLanguage;

    @Convert(converter = OwnTextsConverter.class)
    @Column(columnDefinition = "longtext")
    private Map<Language, OwnTexts> ownTexts;

    private long editWindowSeconds;

    private boolean neutralMail;

    private boolean publishedNeutral;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private SurveyState state;

    private int publishedVersion;

    @Version
    private int version;

    private Instant createdAt;

    private Instant changedAt;

    Survey() {}

    Survey(String key, Scale scale, SurveySettings settings, Instant now) {
        this.key = key;
        this.metric = scale.key().metric();
        this.state = SurveyState.DRAFT;
        this.createdAt = now;
        measureOn(scale);
        settle(settings, now);
    }

    /** Decides what it says and allows; customers see it after the next publication. */
    final void settle(SurveySettings settings, Instant now) {
        subject = settings.subject();
        title = settings.title();
        defaultLanguage = settings.defaultLanguage();
        ownTexts = settings.texts();
        editWindowSeconds = settings.editWindow().toSeconds();
        neutralMail = settings.neutralMail();
        changedAt = now;
    }

    /** Chooses scale and bands, which is only possible until the first publication. */
    final void measureOn(Scale scale) {
        if (publishedVersion > 0 && !scale.equals(scale())) {
            throw new ScaleFixed(key);
        }
        scaleKey = scale.key();
        positiveFrom = scale.positiveFrom();
        positiveTo = scale.positiveTo();
        negativeFrom = scale.negativeFrom();
        negativeTo = scale.negativeTo();
    }

    /** Counts up to the version that is being published. A retired survey comes back this way. */
    int publish(Instant now) {
        publishedVersion++;
        publishedNeutral = neutralMail;
        reopen(now);
        return publishedVersion;
    }

    /** Asks again with the version that was published last. */
    void reopen(Instant now) {
        state = SurveyState.PUBLISHED;
        changedAt = now;
    }

    void retire(Instant now) {
        if (state == SurveyState.DRAFT) {
            throw new SurveyNotPublished(key);
        }
        state = SurveyState.RETIRED;
        changedAt = now;
    }

    SurveySettings settings() {
        return new SurveySettings(
                subject, title, defaultLanguage, ownTexts, Duration.ofSeconds(editWindowSeconds), neutralMail);
    }

    Scale scale() {
        Bands bands = new Bands(positiveFrom, positiveTo, negativeFrom, negativeTo);
        return scaleKey.usual().with(bands);
    }

    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    public Metric metric() {
        return metric;
    }

    /** The version to ask with; empty while the survey is a draft and after it was retired. */
    public Optional<Integer> versionToAsk() {
        return state == SurveyState.PUBLISHED ? Optional.of(publishedVersion) : Optional.empty();
    }

    /** Whether the version to ask with was proved to be neutral, so that it may be sent where only neutral mail is allowed. */
    public boolean mayBeSentNeutrally() {
        return publishedNeutral;
    }

    String subject() {
        return subject;
    }

    Language defaultLanguage() {
        return defaultLanguage;
    }

    SurveyState state() {
        return state;
    }

    int publishedVersion() {
        return publishedVersion;
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
