package io.aftertouch.survey.respondent;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A respondent's wish to be erased. It is there until somebody carries it out or sets it aside, or the respondent takes it back. */
@Entity
@Table(name = "erasure_request")
public class ErasureRequest {

    /** What the General Data Protection Regulation gives a company to answer, article 12(3). */
    private static final Period ANSWERED_WITHIN = Period.ofMonths(1);

    @Id
    @Column(length = 128)
    private String respondentRef;

    private Instant askedAt;

    protected ErasureRequest() {}

    public String ref() {
        return respondentRef;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** By when it has to be carried out. */
    public Instant dueAt(ZoneId zone) {
        return askedAt.atZone(zone).plus(ANSWERED_WITHIN).toInstant();
    }
}
