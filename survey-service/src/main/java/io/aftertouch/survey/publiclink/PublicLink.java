package io.aftertouch.survey.publiclink;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
 * A link that anybody may answer through, as often as there are people: on a poster, on a receipt. OPEN ⇄ CLOSED.
 *
 * <p>Its code is printed and never changes. What it asks may change, since a poster hangs longer than a survey is asked; where it hangs may not,
 * since its answers would then be counted at two touchpoints.
 */
@Entity
@Table(name = "public_link")
class PublicLink {

    @Id
    @Column(length = 16)
    private String code;

    @Column(name = "survey_key", length = 64)
    private String survey;

    @Column(name = "touchpoint_key", length = 64)
    private String touchpoint;

    @Convert(converter = SegmentsConverter.class)
    @Column(columnDefinition = "longtext")
    private Map<String, String> segments;

    @Column(length = 120)
    private String name;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private PublicLinkState state;

    private Instant activeUntil;

    @Version
    private int version;

    @Column(length = 190)
    private String createdBy;

    private Instant createdAt;

    private Instant changedAt;

    PublicLink() {}

    PublicLink(String code, String touchpoint, PublicLinkSettings settings, String by, Instant now) {
        this.code = code;
        this.touchpoint = touchpoint;
        this.createdBy = by;
        this.createdAt = now;
        change(settings, now);
    }

    final void change(PublicLinkSettings settings, Instant now) {
        survey = settings.survey();
        segments = new TreeMap<>(settings.segments());
        name = settings.name();
        state = settings.state();
        activeUntil = settings.activeUntil();
        changedAt = now;
    }

    PublicLinkSettings settings() {
        return new PublicLinkSettings(survey, segments, name, state, activeUntil);
    }

    /** Whether it takes answers, as far as it depends on the link alone. */
    boolean isOpenAt(Instant now) {
        return state == PublicLinkState.OPEN && (activeUntil == null || now.isBefore(activeUntil));
    }

    String code() {
        return code;
    }

    String survey() {
        return survey;
    }

    String touchpoint() {
        return touchpoint;
    }

    Map<String, String> segments() {
        return segments;
    }

    /** What colleagues call it, such as where it hangs. */
    Optional<String> name() {
        return Optional.ofNullable(name);
    }

    PublicLinkState state() {
        return state;
    }

    Optional<Instant> activeUntil() {
        return Optional.ofNullable(activeUntil);
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
