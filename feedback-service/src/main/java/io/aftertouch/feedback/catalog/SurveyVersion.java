package io.aftertouch.feedback.catalog;

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

    /** What the survey's author calls it, in the author's language; may be null. */
    public String title() {
        return title;
    }

    public String brandName() {
        return brandName;
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
