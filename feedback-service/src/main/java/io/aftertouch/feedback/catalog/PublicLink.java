package io.aftertouch.feedback.catalog;

import java.time.Instant;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** A link that anybody may answer through, as survey-service announced it last. */
@Entity
@Immutable
@Table(name = "public_link")
public class PublicLink {

    @Id
    private String code;

    private String survey;
    private String touchpoint;

    @Convert(converter = LabelsConverter.class)
    @Column(columnDefinition = "json")
    private Map<String, String> segments;

    @Column(name = "is_open")
    private boolean open;

    @Column(name = "active_until")
    private Instant activeUntil;

    @Column(name = "saved_at")
    private Instant savedAt;

    protected PublicLink() {}

    public String code() {
        return code;
    }

    public String survey() {
        return survey;
    }

    public String touchpoint() {
        return touchpoint;
    }

    public Map<String, String> segments() {
        return segments;
    }

    public boolean isOpenAt(Instant now) {
        return open && (activeUntil == null || now.isBefore(activeUntil));
    }
}
