package io.aftertouch.survey.invitation;

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

import io.aftertouch.survey.judging.Asking;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Judgement;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.respondent.Respondent;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Permission to answer a survey once. SCHEDULED → SENT → ANSWERED / EXPIRED / CANCELLED / BOUNCED / FAILED. Steps are taken
 * through {@link InvitationLife}, which records and tells them.
 *
 * <p>The token in its link is derived from its id when needed; only the token's SHA-256 is stored.
 */
@Entity
@Table(name = "invitation")
public class Invitation {

    @Id
    private UUID id;

    @Column(columnDefinition = "binary(32)")
    private byte[] tokenHash;

    private UUID eventId;

    private UUID ruleId;

    @Column(name = "survey_key", length = 64)
    private String survey;

    private int surveyVersion;

    @Column(name = "touchpoint_key", length = 64)
    private String touchpoint;

    @Column(length = 128)
    private String respondentRef;

    @Column(length = 254)
    private String emailContact;

    @Column(length = 32)
    private String phoneContact;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 16)
    private InvitationState state;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(length = 32)
    private Reason reason;

    private Instant occurredAt;

    private Instant scheduledAt;

    private Instant dueAt;

    private Instant expiresAt;

    private Instant askedAt;

    private Instant nextAttemptAt;

    private int attempts;

    private Instant sentAt;

    private Instant closedAt;

    @Column(length = 2)
    private String country;

    private Instant reminderAt;

    private Instant remindedAt;

    private int reminderAttempts;

    private int resends;

    Invitation() {}

    Invitation(
            UUID id,
            byte[] tokenHash,
            UUID eventId,
            String touchpoint,
            Instant occurredAt,
            Respondent respondent,
            String country,
            Judgement.Invited judgement,
            Instant now) {
        this.id = id;
        this.tokenHash = tokenHash;
        this.eventId = eventId;
        this.touchpoint = touchpoint;
        this.occurredAt = occurredAt;
        this.ruleId = judgement.terms().rule();
        this.survey = judgement.terms().survey();
        this.surveyVersion = judgement.terms().surveyVersion().orElseThrow();
        this.respondentRef = respondent.ref();
        this.emailContact = respondent.emailContact().orElse(null);
        this.phoneContact = respondent.phoneContact().orElse(null);
        this.country = country;
        this.channel = judgement.channel();
        this.state = InvitationState.SCHEDULED;
        this.scheduledAt = now;
        this.dueAt = judgement.dueAt();
        this.expiresAt = judgement.expiresAt();
        this.askedAt = judgement.dueAt();
        this.nextAttemptAt = judgement.dueAt();
        this.reminderAt = judgement
                .terms()
                .reminderAfter()
                .filter(after -> channel != Channel.LINK)
                .map(dueAt::plus)
                .orElse(null);
    }

    /** It reached its respondent, or whoever hands the link out. The reminder keeps its distance to the invitation. */
    void send(Instant now) {
        become(InvitationState.SENT);
        if (reminderAt != null) {
            Instant due = now.plus(Duration.between(sentAt == null ? dueAt : sentAt, reminderAt));
            reminderAt = due.isBefore(expiresAt) ? due : null;
        }
        markAsked(now);
        nextAttemptAt = remindedAt == null && reminderAt != null ? reminderAt : expiresAt;
    }

    /** It reached its respondent, though it was closed while it was on its way. */
    void markAsked(Instant now) {
        sentAt = now;
        askedAt = now;
    }

    /** The one reminder reached the respondent. */
    void remind(Instant now) {
        remindedAt = now;
        askedAt = now;
        nextAttemptAt = expiresAt;
    }

    void dropReminder() {
        reminderAt = null;
        nextAttemptAt = expiresAt;
    }

    /** It is sent once more, as another e-mail. */
    void resend(Instant now) {
        become(InvitationState.SCHEDULED);
        resends++;
        attempts = 0;
        reason = null;
        closedAt = null;
        nextAttemptAt = now;
    }

    /** Its link is given to whoever hands it out once more, which is asking once more. */
    void handOut(Instant now) {
        resends++;
        markAsked(now);
    }

    void answer(Instant now) {
        become(InvitationState.ANSWERED);
        closedAt = now;
    }

    void expire(Instant now) {
        become(InvitationState.EXPIRED);
        closedAt = now;
    }

    void cancel(Reason why, Instant now) {
        close(InvitationState.CANCELLED, why, now);
    }

    void bounce(Reason why, Instant now) {
        close(InvitationState.BOUNCED, why, now);
    }

    void fail(Reason why, Instant now) {
        close(InvitationState.FAILED, why, now);
    }

    private void close(InvitationState end, Reason why, Instant now) {
        become(end);
        reason = why;
        closedAt = now;
    }

    /** Nobody else sends it, or its reminder, until then; after that, whoever comes first. */
    void lease(Instant until) {
        if (isScheduled()) {
            attempts++;
        } else {
            reminderAttempts++;
        }
        nextAttemptAt = until;
    }

    /** It was leased and not tried. */
    void release(Instant nextAttempt) {
        if (isScheduled()) {
            attempts--;
        } else {
            reminderAttempts--;
        }
        nextAttemptAt = nextAttempt;
    }

    /** Waits longer after each failure, up to a quarter of an hour. */
    void waitAfterFailure(Instant now, Duration first) {
        Duration longest = Duration.ofMinutes(15);
        int failures = isScheduled() ? attempts : reminderAttempts;
        Duration pause = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 16));
        nextAttemptAt = now.plus(pause.compareTo(longest) < 0 ? pause : longest);
    }

    private void become(InvitationState next) {
        if (!state.canBecome(next)) {
            throw new InvitationClosed(state, next);
        }
        state = next;
    }

    public boolean isExpiredAt(Instant now) {
        return !expiresAt.isAfter(now);
    }

    public boolean isScheduled() {
        return state == InvitationState.SCHEDULED;
    }

    /** It goes to the addresses that the respondent has by now. */
    void address(Respondent respondent) {
        emailContact = respondent.emailContact().orElse(null);
        phoneContact = respondent.phoneContact().orElse(null);
    }

    /** The mailbox that it goes or went to, as the contact policy sees it. */
    Optional<String> emailContact() {
        return Optional.ofNullable(emailContact);
    }

    /** The telephone that it goes or went to, as the contact policy sees it. */
    Optional<String> phoneContact() {
        return Optional.ofNullable(phoneContact);
    }

    /** When the respondent was asked last, or will be. */
    Instant askedAt() {
        return askedAt;
    }

    /** Whether its reminder is still to come. */
    public boolean awaitsReminder() {
        return state == InvitationState.SENT && reminderAt != null && remindedAt == null;
    }

    public UUID id() {
        return id;
    }

    byte[] tokenHash() {
        return tokenHash.clone();
    }

    public UUID eventId() {
        return eventId;
    }

    public UUID ruleId() {
        return ruleId;
    }

    public String survey() {
        return survey;
    }

    public int surveyVersion() {
        return surveyVersion;
    }

    public String touchpoint() {
        return touchpoint;
    }

    /** Whether the respondent was erased since. */
    public boolean isForNobody() {
        return respondentRef.isEmpty();
    }

    public String respondentRef() {
        return respondentRef;
    }

    public Channel channel() {
        return channel;
    }

    public InvitationState state() {
        return state;
    }

    public Optional<Reason> reason() {
        return Optional.ofNullable(reason);
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public Instant scheduledAt() {
        return scheduledAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    public int attempts() {
        return attempts;
    }

    /** How often it was tried to send the reminder. */
    public int reminderAttempts() {
        return reminderAttempts;
    }

    /** How often somebody wanted it sent once more. */
    public int resends() {
        return resends;
    }

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** Where the respondent is at home, as far as it is known: ISO 3166-1 alpha-2. */
    Optional<String> country() {
        return Optional.ofNullable(country);
    }

    /** When the one reminder is due, if the rule wants one. */
    Optional<Instant> reminderAt() {
        return Optional.ofNullable(reminderAt);
    }

    Optional<Instant> remindedAt() {
        return Optional.ofNullable(remindedAt);
    }

    PastAsking asPast() {
        return new PastAsking(
                eventId,
                scheduledAt,
                respondentRef,
                Optional.ofNullable(emailContact),
                Optional.ofNullable(phoneContact),
                new Asking(survey, askedAt));
    }
}
