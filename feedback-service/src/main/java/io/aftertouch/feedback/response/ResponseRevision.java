package io.aftertouch.feedback.response;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Rating;
import org.hibernate.annotations.Immutable;

/** What an answer said before the customer changed it. */
@Entity
@Immutable
@Table(name = "response_revision")
public class ResponseRevision {

    /** One state of one answer. */
    @Embeddable
    record Ref(@Column(name = "response_id") UUID responseId, int revision) {}

    @EmbeddedId
    private Ref ref;

    private int score;

    @Enumerated(EnumType.STRING)
    private Band band;

    @Column(columnDefinition = "text")
    private String comment;

    @Column(name = "said_at")
    private Instant saidAt;

    protected ResponseRevision() {}

    ResponseRevision(SurveyResponse response) {
        ref = new Ref(response.id(), response.revision());
        score = response.rating().score();
        band = response.rating().band();
        comment = response.comment();
        saidAt = response.revisedAt() == null ? response.answeredAt() : response.revisedAt();
    }

    public int revision() {
        return ref.revision();
    }

    public Rating rating() {
        return new Rating(score, band);
    }

    public String comment() {
        return comment;
    }

    public Instant saidAt() {
        return saidAt;
    }
}
