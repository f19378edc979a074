package io.aftertouch.survey.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.aftertouch.survey.survey.Language;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a colleague wrote to a respondent about an answer. WAITING → SENT or FAILED; a sent one that comes back has FAILED as well. Its words are
 * kept while it waits and not a moment longer.
 */
@Entity
@Table(name = "reply")
class Reply {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    @Id
    private UUID id;

    private UUID caseId;

    @Column(length = 200)
    private String respondentRef;

    private UUID invitationId;

    @Column(name = "survey_key", length = 64)
    private String survey;

    private int surveyVersion;

    @Column(length = 2)
    private String language;

    @Column(length = 200)
    private String subject;

    @Column(columnDefinition = "text")
    private String text;

    private Instant answeredAt;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private ReplyState state;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 32)
    private ReplyFailure reason;

    @Column(length = 254)
    private String mailbox;

    private int attempts;

    private int breakdowns;

    private Instant nextAttemptAt;

    private Instant receivedAt;

    private Instant settledAt;

    Reply() {}

    Reply(ReplyWritten written, Instant now) {
        id = written.id();
        caseId = written.caseId();
        respondentRef = written.respondentRef();
        invitationId = written.invitationId();
        survey = written.survey();
        surveyVersion = written.surveyVersion();
        language = Language.of(written.language()).orElse(Language.EN).tag();
        subject = written.subject();
        text = written.text();
        answeredAt = written.answeredAt();
        state = ReplyState.WAITING;
        nextAttemptAt = now;
        receivedAt = now;
    }

    /**
     * Nobody else sends it until then; after that, whoever comes first. Until it is known how that went it counts as a breakdown, since the instance
     * may break down over it.
     */
    void lease(Instant until) {
        attempts++;
        breakdowns++;
        nextAttemptAt = until;
    }

    /** The mail server will not have it now. Waits longer after each failure. */
    void waitAfterFailure(Instant now, Duration first) {
        breakdowns = 0;
        wait(attempts, now, first);
    }

    /** We could not send it. Waits longer after each breakdown in a row. */
    void waitAfterBreakdown(Instant now, Duration first) {
        wait(breakdowns, now, first);
    }

    /** Up to a quarter of an hour. */
    private void wait(int times, Instant now, Duration first) {
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(times - 1, 0), 16));
        nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** Whether we broke down over it so many times in a row. */
    boolean brokeDown(int times) {
        return breakdowns >= times;
    }

    /** @param to the mailbox that took it, as the contact policy sees it */
    void sent(String to, Instant now) {
        mailbox = to;
        settle(ReplyState.SENT, null, now);
    }

    /** Whoever it was for was erased before it came: nothing tells who it was. */
    void forget() {
        respondentRef = "";
        mailbox = null;
    }

    void fail(ReplyFailure why, Instant now) {
        settle(ReplyState.FAILED, why, now);
    }

    private void settle(ReplyState end, ReplyFailure why, Instant now) {
        state = end;
        reason = why;
        settledAt = now;
        subject = null;
        text = null;
    }

    boolean isWaiting() {
        return state == ReplyState.WAITING;
    }

    boolean isSent() {
        return state == ReplyState.SENT;
    }

    boolean isClaimedUntil(Instant leaseEnds) {
        return isWaiting() && nextAttemptAt.equals(leaseEnds);
    }

    /** Whether it has waited so long that the respondent is better asked in another way. */
    boolean isOlderThan(Duration longest, Instant now) {
        return receivedAt.plus(longest).isBefore(now);
    }

    UUID id() {
        return id;
    }

    UUID caseId() {
        return caseId;
    }

    String respondentRef() {
        return respondentRef;
    }

    /** The invitation that was answered; empty when the answer came without one. */
    Optional<UUID> invitationId() {
        return Optional.ofNullable(invitationId);
    }

    String survey() {
        return survey;
    }

    int surveyVersion() {
        return surveyVersion;
    }

    Language language() {
        return Language.of(language).orElseThrow();
    }

    String subject() {
        return subject;
    }

    String text() {
        return text;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    Optional<String> mailbox() {
        return Optional.ofNullable(mailbox);
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    Instant settledAt() {
        return settledAt;
    }
}
