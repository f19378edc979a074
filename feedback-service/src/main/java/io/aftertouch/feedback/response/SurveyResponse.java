package io.aftertouch.feedback.response;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.LabelsConverter;
import io.aftertouch.feedback.catalog.Metric;
import io.aftertouch.feedback.catalog.Rating;
import io.aftertouch.feedback.catalog.SurveyRef;

/**
 * One respondent's answer: what was asked, what was answered and when. There is one per invitation, and one per source and id for answers taken
 * elsewhere. Whoever holds the invitation may change score and comment for a while, which makes a revision of the same answer; the first score and
 * every earlier state stay known. It may be withdrawn at any time: then its words are gone and it counts no more.
 */
@Entity
@Table(name = "response")
public class SurveyResponse {

    @Id
    private UUID id;

    @Column(name = "answer_key", columnDefinition = "binary(32)")
    private byte[] answerKey;

    @Column(name = "body_digest", columnDefinition = "binary(32)")
    private byte[] bodyDigest;

    private int revision;

    @Column(name = "invitation_id")
    private UUID invitationId;

    private String source;

    @Column(name = "source_id")
    private String sourceId;

    private String survey;

    @Column(name = "survey_version")
    private int surveyVersion;

    @Enumerated(EnumType.STRING)
    private Metric metric;

    @Column(name = "scale_key")
    private String scaleKey;

    private String touchpoint;
    private String channel;

    @Column(name = "respondent_ref")
    private String respondentRef;

    @Convert(converter = LabelsConverter.class)
    @Column(columnDefinition = "json")
    private Map<String, String> segments;

    private String locale;
    private int score;

    @Enumerated(EnumType.STRING)
    private Band band;

    @Column(columnDefinition = "text")
    private String comment;

    @Column(name = "contact_permitted")
    private boolean contactPermitted;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "first_score")
    private Integer firstScore;

    @Column(name = "revised_at")
    private Instant revisedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Convert(converter = EvidenceConverter.class)
    @Column(columnDefinition = "json")
    private Evidence evidence;

    protected SurveyResponse() {}

    /** The first answer, as the checked request says it; it is written by the {@link AnswerWriter} in its group. */
    SurveyResponse(UUID id, Answer answer, Instant recordedAt) {
        this.id = id;
        answerKey = answer.key();
        bodyDigest = answer.digest();
        revision = 1;
        invitationId = answer.invitationId();
        source = answer.source();
        sourceId = answer.sourceId();
        survey = answer.survey().ref().survey();
        surveyVersion = answer.survey().ref().version();
        metric = answer.survey().metric();
        scaleKey = answer.survey().scale().key();
        touchpoint = answer.touchpoint();
        channel = answer.channel();
        respondentRef = answer.respondentRef();
        segments = answer.segments();
        locale = answer.locale();
        score = answer.rating().score();
        band = answer.rating().band();
        comment = answer.comment();
        answeredAt = answer.answeredAt();
        this.recordedAt = recordedAt;
    }

    /** The customer says whether the team may write back about this answer. */
    void permitContact(boolean permitted) {
        contactPermitted = permitted;
    }

    /**
     * The customer thinks again.
     *
     * @return what the answer said until now
     */
    ResponseRevision revise(Answer answer, Instant now) {
        var before = new ResponseRevision(this);
        firstScore = firstScore();
        revision++;
        bodyDigest = answer.digest();
        score = answer.rating().score();
        band = answer.rating().band();
        comment = answer.comment();
        locale = answer.locale();
        revisedAt = now;
        return before;
    }

    /** The customer takes the answer back. Not even the digest of its words stays. */
    void withdraw(Instant now) {
        revision++;
        bodyDigest = new byte[bodyDigest.length];
        comment = null;
        contactPermitted = false;
        withdrawnAt = now;
    }

    /**
     * It turned out to be none of the customer's, who can answer instead: what it was the only answer to may be answered again.
     *
     * @param key names it from now on
     */
    void discard(byte[] key, Instant now) {
        withdraw(now);
        answerKey = key;
    }

    /** Whether the customer can still change it, given how long that is possible after sending. */
    public boolean mayChangeAt(Instant now, Duration editWindow) {
        return withdrawnAt == null && invitationId != null && now.isBefore(recordedAt.plus(editWindow));
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public UUID id() {
        return id;
    }

    /** The score that was given first; the same as that of the rating, unless the answer was changed. */
    public int firstScore() {
        return firstScore == null ? score : firstScore;
    }

    /** When it was changed last; null when it never was. */
    public Instant revisedAt() {
        return revisedAt;
    }

    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    /** What spoke for a program having sent it, before it was confirmed; null when nothing did. */
    public Evidence evidence() {
        return evidence;
    }

    /** Whether it was given to an invitation or through a public link, and not taken by another system. */
    public boolean isOfTheForm() {
        return invitationId != null || Answer.LINK.equals(source);
    }

    public SurveyRef survey() {
        return new SurveyRef(survey, surveyVersion);
    }

    public Metric metric() {
        return metric;
    }

    public String scaleKey() {
        return scaleKey;
    }

    public String touchpoint() {
        return touchpoint;
    }

    public String channel() {
        return channel;
    }

    public String respondentRef() {
        return respondentRef;
    }

    public Map<String, String> segments() {
        return segments;
    }

    public String locale() {
        return locale;
    }

    public Rating rating() {
        return new Rating(score, band);
    }

    /** The customer's own words, or null. Any text at all: to be shown as text only. */
    public String comment() {
        return comment;
    }

    public boolean contactPermitted() {
        return contactPermitted;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public UUID invitationId() {
        return invitationId;
    }

    int revision() {
        return revision;
    }

    public String source() {
        return source;
    }

    public String sourceId() {
        return sourceId;
    }

    /** Names the one answer that this is. */
    public byte[] answerKey() {
        return answerKey;
    }

    /** Stands for what was answered. */
    public byte[] bodyDigest() {
        return bodyDigest;
    }
}
