package io.aftertouch.feedback.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A published survey version as survey-service announced it: all that is needed to show the form and to judge an answer. */
@Entity
@Immutable
@Table(name = "survey_version")
public class SurveyVersion {

    @EmbeddedId
    private SurveyRef ref;

    @Enumerated(EnumType.STRING)
    private Metric metric;

    @Embedded
    private Scale scale;

    private String subject;
    private String title;

    @Column(name = "brand_name")
    private String brandName;

    @Convert(converter = BrandConverter.class)
    @Column(columnDefinition = "json")
    private Brand brand;

    @Column(name = "edit_window_seconds")
    private long editWindowSeconds;

    @Column(name = "default_language")
    private String defaultLanguage;

    @Convert(converter = TextsConverter.class)
    @Column(columnDefinition = "json")
    private Map<String, Wording> texts;

    @Column(name = "published_at")
    private Instant publishedAt;

    protected SurveyVersion() {}

    SurveyVersion(SurveyPublished published) {
        ref = new SurveyRef(published.key(), published.version());
        metric = published.metric();
        scale = published.scale();
        subject = published.subject();
        title = published.title();
        brandName = published.brandName();
        brand = published.brand();
        editWindowSeconds = published.editWindow().toSeconds();
        defaultLanguage = published.defaultLanguage();
        texts = Map.copyOf(published.texts());
        publishedAt = published.publishedAt();
    }

    public SurveyRef ref() {
        return ref;
    }

    public Metric metric() {
        return metric;
    }

    public Scale scale() {
        return scale;
    }

    /** What colleagues call the survey, never shown to customers; may be null. */
    public String title() {
        return title;
    }

    /** Who asks. Versions that were told before brands were have the name alone. */
    public Brand brand() {
        return brand == null ? new Brand(brandName, null, null) : brand;
    }

    /** For how long after sending the customer can change the answer. */
    public Duration editWindow() {
        return Duration.ofSeconds(editWindowSeconds);
    }

    public String defaultLanguage() {
        return defaultLanguage;
    }

    /** The wording of each language (by its two letters) that the survey speaks. */
    public Map<String, Wording> texts() {
        return texts;
    }

    String subject() {
        return subject;
    }

    Instant publishedAt() {
        return publishedAt;
    }
}
