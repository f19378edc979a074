package io.aftertouch.feedback.review;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import io.aftertouch.feedback.catalog.LabelsConverter;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.settings.BusinessCalendar;
import io.aftertouch.feedback.settings.Deadline;

/**
 * An answer that waits for somebody to close the loop with the customer.
 *
 * <p>It is opened with its answer (NEW), taken by one person or given to one (IN_PROGRESS), perhaps left waiting for somebody else (WAITING) or put
 * aside until a time (SNOOZED, from which it wakes as what it was: with somebody IN_PROGRESS, else NEW), and resolved with how it ended (RESOLVED) or
 * thrown out as no answer of a customer (SPAM). Giving it back makes it NEW again, and so does reopening. Putting it aside and reopening give it a
 * new time by which somebody has to take it. Every step returns the line that it adds to the history; a step that the state does not allow is an
 * {@link IllegalCaseStep}.
 */
@Entity
@Table(name = "review_case")
public class ReviewCase {

    private static final Set<CaseState> TAKEABLE = EnumSet.of(CaseState.NEW, CaseState.WAITING, CaseState.SNOOZED);
    private static final Set<CaseState> ANSWERABLE = EnumSet.complementOf(EnumSet.of(CaseState.SPAM));
    private static final Set<CaseState> SOMEBODYS = EnumSet.of(CaseState.IN_PROGRESS, CaseState.WAITING);

    @Id
    private UUID id;

    @Version
    private int version;

    @Column(name = "response_id")
    private UUID responseId;

    private String touchpoint;
    private String survey;

    @Convert(converter = LabelsConverter.class)
    @Column(columnDefinition = "json")
    private Map<String, String> segments;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    @Column(name = "is_open")
    private boolean open;

    @Enumerated(EnumType.STRING)
    private FlagReason reason;

    @Convert(converter = LabelsConverter.class)
    @Column(columnDefinition = "json")
    private Map<String, String> flags;

    private String team;

    private String assignee;

    @Column(name = "taken_at")
    private Instant takenAt;

    @Column(name = "first_taken_at")
    private Instant firstTakenAt;

    @Column(name = "taken_in_time")
    private Boolean takenInTime;

    @Column(name = "first_contact_at")
    private Instant firstContactAt;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "root_cause")
    private String rootCause;

    @Convert(converter = BeforeStepConverter.class)
    @Column(name = "before_step", columnDefinition = "json")
    private BeforeStep beforeStep;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "warn_at")
    private Instant warnAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "snoozed_until")
    private Instant snoozedUntil;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected ReviewCase() {}

    private ReviewCase(UUID id, SurveyResponse response, Flags flags, String team, Instant now, Deadline deadline) {
        this.id = id;
        responseId = response.id();
        touchpoint = response.touchpoint();
        survey = response.survey().survey();
        segments = response.segments();
        reason = flags.reason();
        this.flags = flags.toLabels();
        this.team = team;
        openedAt = now;
        due(deadline);
        enter(CaseState.NEW, now);
    }

    /** @param team who is to look after it; null when no team is */
    static ReviewCase open(UUID id, SurveyResponse response, Flags flags, String team, Instant now, Deadline deadline) {
        return new ReviewCase(id, response, flags, team, now, deadline);
    }

    /** The first one wins; taking what one has already changes nothing but a case that waits, which goes on. */
    CaseStep take(String who, Instant now) {
        if (state.isOpen() && assignee != null && !who.equals(assignee)) {
            throw new CaseTaken(assignee);
        }
        require("be taken", TAKEABLE);
        remember(Step.TAKEN, who);
        giveTo(who, now);
        return step(Step.TAKEN, who, null);
    }

    /** Somebody gives it to somebody, whoever had it before. */
    CaseStep assign(String who, String to, Instant now) {
        require("be assigned", CaseState.OPEN);
        remember(Step.ASSIGNED, who);
        giveTo(to, now);
        return step(Step.ASSIGNED, who, to);
    }

    /** The first one who has it ends the time in which somebody had to take it. */
    private void hasIt(String who, Instant now) {
        assignee = who;
        takenAt = now;
        if (firstTakenAt == null) {
            firstTakenAt = now;
            takenInTime = !now.isAfter(dueAt);
        }
    }

    private void giveTo(String who, Instant now) {
        hasIt(who, now);
        snoozedUntil = null;
        enter(CaseState.IN_PROGRESS, now);
    }

    boolean isInTheHandsOf(String who) {
        return state == CaseState.IN_PROGRESS && who.equals(assignee);
    }

    CaseStep release(String who, Instant now) {
        require("be given back", SOMEBODYS);
        remember(Step.RELEASED, who);
        assignee = null;
        takenAt = null;
        enter(CaseState.NEW, now);
        return step(Step.RELEASED, who, null);
    }

    CaseStep note(String who, String text, Instant now) {
        changedAt = now;
        return step(Step.NOTED, who, text);
    }

    /** Somebody spoke or wrote with the customer about it. */
    CaseStep contact(String who, String text, Instant now) {
        changedAt = now;
        if (firstContactAt == null) {
            firstContactAt = now;
        }
        return step(Step.CONTACTED, who, text);
    }

    /** Somebody writes to the customer by e-mail. Whoever does so for what nobody had taken has it from then on; the others leave it to whoever has it. */
    CaseStep reply(String who, UUID reply, Instant now) {
        if (state.isOpen() && assignee != null && !who.equals(assignee)) {
            throw new CaseTaken(assignee);
        }
        require("be replied to", ANSWERABLE);
        changedAt = now;
        if (state == CaseState.NEW) {
            giveTo(who, now);
        } else if (assignee == null) {
            hasIt(who, now);
        }
        return step(Step.REPLIED, who, null).about(reply);
    }

    /** What was written is on its way to the customer's mailbox. */
    CaseStep replySent(UUID reply, Instant sentAt, Instant now) {
        changedAt = now;
        if (firstContactAt == null) {
            firstContactAt = sentAt;
        }
        return step(Step.REPLY_SENT, null, null).about(reply);
    }

    /**
     * What was written does not reach the customer.
     *
     * @param sentAt when it was thought to, so that it is no contact any more; null when it never was
     */
    CaseStep replyFailed(UUID reply, String reason, Instant sentAt, Instant now) {
        changedAt = now;
        if (sentAt != null && sentAt.equals(firstContactAt)) {
            firstContactAt = null;
        }
        return step(Step.REPLY_FAILED, null, reason).about(reply);
    }

    CaseStep await(String who, Instant now) {
        require("wait", EnumSet.of(CaseState.IN_PROGRESS));
        remember(Step.WAITING, who);
        enter(CaseState.WAITING, now);
        return step(Step.WAITING, who, null);
    }

    /** Put aside; when it wakes, the time to take it begins. */
    CaseStep snooze(String who, Instant until, BusinessCalendar calendar, Instant now) {
        require("be put aside", CaseState.OPEN);
        remember(Step.SNOOZED, who);
        snoozedUntil = until;
        due(calendar.deadlineFrom(until));
        enter(CaseState.SNOOZED, now);
        return step(Step.SNOOZED, who, until.toString());
    }

    /** @param who wakes it before its time, or null when its time has come */
    CaseStep wake(String who, Instant now) {
        require("be woken", EnumSet.of(CaseState.SNOOZED));
        snoozedUntil = null;
        enter(assignee == null ? CaseState.NEW : CaseState.IN_PROGRESS, now);
        return step(Step.WOKEN, who, null);
    }

    boolean isToWakeAt(Instant now) {
        return state == CaseState.SNOOZED && !now.isBefore(snoozedUntil);
    }

    /** Not an answer of a customer. */
    CaseStep markAsSpam(String who, Instant now) {
        require("be marked as spam", CaseState.OPEN);
        remember(Step.SPAM, who);
        snoozedUntil = null;
        enter(CaseState.SPAM, now);
        return step(Step.SPAM, who, null);
    }

    /** Whoever resolves what nobody had taken has it from then on. */
    CaseStep resolve(String who, Outcome how, String cause, Instant now) {
        require("be resolved", CaseState.OPEN);
        if (!how.isToChoose()) {
            throw new IllegalCaseStep("be closed as " + how, state);
        }
        remember(Step.RESOLVED, who);
        if (assignee == null) {
            hasIt(who, now);
        }
        snoozedUntil = null;
        outcome = how;
        rootCause = cause;
        enter(CaseState.RESOLVED, now);
        return step(Step.RESOLVED, who, cause == null ? how.words() : how.words() + ": " + cause);
    }

    /** @param who null when something that happened opens it, which nobody can undo */
    CaseStep reopen(String who, Instant now, Deadline deadline) {
        require("be reopened", EnumSet.of(CaseState.RESOLVED, CaseState.SPAM));
        if (who != null) {
            remember(Step.REOPENED, who);
        }
        assignee = null;
        takenAt = null;
        outcome = null;
        rootCause = null;
        due(deadline);
        enter(CaseState.NEW, now);
        return step(Step.REOPENED, who, null);
    }

    private void remember(Step step, String who) {
        beforeStep = new BeforeStep(
                step,
                who,
                version + 1,
                state,
                assignee,
                takenAt,
                firstTakenAt,
                takenInTime,
                outcome,
                rootCause,
                warnAt,
                dueAt,
                snoozedUntil);
    }

    /** Takes back the last step, if it was one of theirs and nobody has done anything since. */
    CaseStep undo(String who, Instant now) {
        if (beforeStep == null
                || beforeStep.version() != version
                || !beforeStep.who().equals(who)) {
            throw new NothingToUndo();
        }
        BeforeStep before = beforeStep;
        beforeStep = null;
        assignee = before.assignee();
        takenAt = before.takenAt();
        firstTakenAt = before.firstTakenAt();
        takenInTime = before.takenInTime();
        outcome = before.outcome();
        rootCause = before.rootCause();
        warnAt = before.warnAt();
        dueAt = before.dueAt();
        snoozedUntil = before.snoozedUntil();
        enter(before.state(), now);
        return step(Step.UNDONE, who, before.step().name());
    }

    private void due(Deadline deadline) {
        warnAt = deadline.warnAt();
        dueAt = deadline.dueAt();
    }

    /** The customer changed the answer. What is done about it is for whoever has the case to say. */
    CaseStep answerChanged(String how, Instant now) {
        changedAt = now;
        return step(Step.ANSWER_CHANGED, null, how);
    }

    /** The customer took the answer back: nobody has to act on it any more. */
    CaseStep answerWithdrawn(Instant now) {
        changedAt = now;
        if (state.isOpen()) {
            outcome = Outcome.WITHDRAWN;
            rootCause = null;
            snoozedUntil = null;
            enter(CaseState.RESOLVED, now);
        }
        return step(Step.ANSWER_WITHDRAWN, null, null);
    }

    /** Nothing is known any more of who it was: nobody can act on it. */
    CaseStep answerErased(Instant now) {
        outcome = Outcome.ERASED;
        rootCause = null;
        snoozedUntil = null;
        enter(CaseState.RESOLVED, now);
        return step(Step.ANSWER_ERASED, null, null);
    }

    private void enter(CaseState next, Instant now) {
        state = next;
        open = next.isOpen();
        changedAt = now;
    }

    private void require(String what, Set<CaseState> from) {
        if (!from.contains(state)) {
            throw new IllegalCaseStep(what, state);
        }
    }

    private CaseStep step(Step step, String who, String text) {
        return new CaseStep(id, step, state, who, text, changedAt);
    }

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public UUID responseId() {
        return responseId;
    }

    public String touchpoint() {
        return touchpoint;
    }

    public String survey() {
        return survey;
    }

    public Map<String, String> segments() {
        return segments;
    }

    public CaseState state() {
        return state;
    }

    public FlagReason reason() {
        return reason;
    }

    /** Everything that brought it here. */
    public Flags flags() {
        return Flags.fromLabels(flags, reason);
    }

    /** The key of the team that looks after it; null when none does. */
    public String team() {
        return team;
    }

    /** Who has it, or had it when it was resolved; null while nobody does. */
    public String assignee() {
        return assignee;
    }

    public Instant takenAt() {
        return takenAt;
    }

    /** When somebody had it for the first time; null while nobody has. */
    public Instant firstTakenAt() {
        return firstTakenAt;
    }

    /** When the customer was first spoken or written with; null while nobody has. */
    public Instant firstContactAt() {
        return firstContactAt;
    }

    /** How it ended; null while it has not. */
    public Outcome outcome() {
        return outcome;
    }

    public String rootCause() {
        return rootCause;
    }

    public Instant openedAt() {
        return openedAt;
    }

    /** By when somebody has to take it. */
    public Instant dueAt() {
        return dueAt;
    }

    /** When four fifths of the time to take it have passed. */
    public Instant warnAt() {
        return warnAt == null ? dueAt : warnAt;
    }

    /** When it wakes; null unless it is put aside. */
    public Instant snoozedUntil() {
        return snoozedUntil;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
