package io.aftertouch.feedback.suspected;

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

import io.aftertouch.feedback.catalog.LabelsConverter;
import io.aftertouch.feedback.catalog.SurveyRef;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.response.Answer;
import io.aftertouch.feedback.response.Evidence;
import io.aftertouch.feedback.response.EvidenceConverter;

/**
 * An answer that a program may have sent: kept whole, with what was seen, and not counted. It is WAITING until the respondent confirms it with one tap
 * or a colleague decides: CONFIRMED makes it a response, DISCARDED leaves it out. What a colleague decided can be put back to WAITING; what the
 * respondent said stands, and another answer of the respondent's makes it SUPERSEDED.
 */
@Entity
@Table(name = "suspected_answer")
public class SuspectedAnswer {

    @Id
    private UUID id;

    @Column(name = "answer_key", columnDefinition = "binary(32)")
    private byte[] answerKey;

    @Column(name = "body_digest", columnDefinition = "binary(32)")
    private byte[] bodyDigest;

    @Enumerated(EnumType.STRING)
    private SuspectedState state;

    @Column(name = "response_id")
    private UUID responseId;

    @Column(name = "invitation_id")
    private UUID invitationId;

    private String source;

    @Column(name = "source_id")
    private String sourceId;

    private String survey;

    @Column(name = "survey_version")
    private int surveyVersion;

    private String touchpoint;
    private String channel;

    @Column(name = "respondent_ref")
    private String respondentRef;

    @Convert(converter = LabelsConverter.class)
    @Column(columnDefinition = "json")
    private Map<String, String> segments;

    private String locale;
    private int score;

    @Column(columnDefinition = "text")
    private String comment;

    @Convert(converter = EvidenceConverter.class)
    @Column(columnDefinition = "json")
    private Evidence evidence;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected SuspectedAnswer() {}

    SuspectedAnswer(UUID id, Answer answer, Evidence evidence) {
        this.id = id;
        answerKey = answer.key();
        bodyDigest = answer.digest();
        state = SuspectedState.WAITING;
        invitationId = answer.invitationId();
        source = answer.source();
        sourceId = answer.sourceId();
        survey = answer.survey().ref().survey();
        surveyVersion = answer.survey().ref().version();
        touchpoint = answer.touchpoint();
        channel = answer.channel();
        respondentRef = answer.respondentRef();
        segments = answer.segments();
        locale = answer.locale();
        score = answer.rating().score();
        comment = answer.comment();
        this.evidence = evidence;
        sentAt = answer.answeredAt();
        changedAt = sentAt;
    }

    /** As it was sent, at the time at which it was. */
    private Answer answer(SurveyVersion version) {
        return new Answer(
                answerKey,
                bodyDigest,
                invitationId,
                source,
                sourceId,
                version,
                touchpoint,
                channel,
                respondentRef,
                segments,
                locale,
                version.scale().rate(score),
                comment,
                sentAt,
                true);
    }

    /** The answer for a colleague who confirms it; the response that is made of it settles this in its own transaction. */
    Answer confirmable(SurveyVersion version) {
        if (state != SuspectedState.WAITING) {
            throw new SuspectedAnswerSettled("be confirmed", state);
        }
        return answer(version);
    }

    /** It was a colleague who confirmed it. */
    void confirmedBy(String who) {
        changedBy = who;
    }

    /** A colleague says that it is no answer; a response that was made of it has been taken back. */
    void discard(String who, Instant now) {
        if (state != SuspectedState.WAITING && !isConfirmedByHand()) {
            throw new SuspectedAnswerSettled("be discarded", state);
        }
        settle(SuspectedState.DISCARDED, who, now);
    }

    /** A colleague takes back what was decided by hand; a response that was made of it has been taken back. */
    void putBack(String who, Instant now) {
        if (state != SuspectedState.DISCARDED && !isConfirmedByHand()) {
            throw new SuspectedAnswerSettled("be put back", state);
        }
        settle(SuspectedState.WAITING, who, now);
    }

    private void settle(SuspectedState settled, String who, Instant now) {
        state = settled;
        responseId = null;
        changedBy = who;
        changedAt = now;
    }

    /** What the respondent confirmed stands. */
    public boolean isConfirmedByHand() {
        return state == SuspectedState.CONFIRMED && changedBy != null;
    }

    public UUID id() {
        return id;
    }

    public SuspectedState state() {
        return state;
    }

    /** The response that was made of it; null unless it is confirmed. */
    public UUID responseId() {
        return responseId;
    }

    public UUID invitationId() {
        return invitationId;
    }

    public SurveyRef survey() {
        return new SurveyRef(survey, surveyVersion);
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

    public int score() {
        return score;
    }

    /** The words that were sent, or null. Any text at all: to be shown as text only. */
    public String comment() {
        return comment;
    }

    public Evidence evidence() {
        return evidence;
    }

    public Instant sentAt() {
        return sentAt;
    }

    /** The colleague who decided last; null when nobody did, or the respondent. */
    public String changedBy() {
        return changedBy;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
