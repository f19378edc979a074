package io.aftertouch.survey.survey;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A published version of a survey. It never changes: every answer points to the very words that were asked. */
@Entity
@Immutable
@Table(name = "survey_version")
class SurveyVersion {

    /** A version by the survey's key and its number, counted from 1. */
    @Embeddable
    record Id(@Column(name = "survey_key", length = 64) String survey, int number) {}

    @EmbeddedId
    private Id id;

    @Column(columnDefinition = "longtext")
    private String definition;

    @Column(length = 190)
    private String publishedBy;

    private Instant publishedAt;

    SurveyVersion() {}

    SurveyVersion(SurveyPublished published, String definition, String publishedBy) {
        this.id = new Id(published.key(), published.version());
        this.definition = definition;
        this.publishedBy = publishedBy;
        this.publishedAt = published.publishedAt();
    }

    int number() {
        return id.number();
    }

    /** The {@link SurveyPublished} as JSON. */
    String definition() {
        return definition;
    }

    String publishedBy() {
        return publishedBy;
    }

    Instant publishedAt() {
        return publishedAt;
    }
}
