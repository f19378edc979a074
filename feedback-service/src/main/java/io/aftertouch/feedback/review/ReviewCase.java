package io.aftertouch.feedback.review;

import java.time.Duration;
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

/**
 * An answer that waits for somebody to close the loop with the customer.
 *
 * <p>It is opened with its answer (NEW), taken by one person (IN_PROGRESS), perhaps left waiting for somebody else (WAITING), and resolved with how
 * it ended (RESOLVED). Giving it back makes it NEW again, and so does reopening, with a new time by which somebody has to take it. Every step returns
 * the line that it adds to the history; a step that the state does not allow is an {@link IllegalCaseStep}.
 */
@Entity
@Table(name = "review_case")
public class ReviewCase {

    private static final Set<CaseState> TAKEABLE = EnumSet.of(CaseState.NEW, CaseState.WAITING, CaseState.SNOOZED);
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

    private String assignee;

    @Column(name = "taken_at")
    private Instant takenAt;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "root_cause")
    private String rootCause;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected ReviewCase() {}

    private ReviewCase(UUID id, SurveyResponse response, FlagReason reason, Instant now, Instant dueAt) {
        this.id = id;
        responseId = response.id();
        touchpoint = response.touchpoint();
        survey = response.survey().survey();
        segments = response.segments();
        this.reason = reason;
        openedAt = now;
        this.dueAt = dueAt;
        enter(CaseState.NEW, now);
    }

    static ReviewCase open(UUID id, SurveyResponse response, FlagReason reason, Instant now, Duration dueWithin) {
        return new ReviewCase(id, response, reason, now, now.plus(dueWithin));
    }

    /** The first one wins; taking what one has already changes nothing but a case that waits, which goes on. */
    CaseStep take(String who, Instant now) {
        if (SOMEBODYS.contains(state) && !who.equals(assignee)) {
            throw new CaseTaken(this);
        }
        require("be taken", TAKEABLE);
        assignee = who;
        takenAt = now;
        enter(CaseState.IN_PROGRESS, now);
        return step(Step.TAKEN, who, null);
    }

    boolean isInTheHandsOf(String who) {
        return state == CaseState.IN_PROGRESS && who.equals(assignee);
    }

    CaseStep release(String who, Instant now) {
        require("be given back", SOMEBODYS);
        assignee = null;
        takenAt = null;
        enter(CaseState.NEW, now);
        return step(Step.RELEASED, who, null);
    }

    CaseStep note(String who, String text, Instant now) {
        changedAt = now;
        return step(Step.NOTED, who, text);
    }

    CaseStep await(String who, Instant now) {
        require("wait", EnumSet.of(CaseState.IN_PROGRESS));
        enter(CaseState.WAITING, now);
        return step(Step.WAITING, who, null);
    }

    /** Whoever resolves what nobody had taken has it from then on. */
    CaseStep resolve(String who, Outcome how, String cause, Instant now) {
        require("be resolved", EnumSet.of(CaseState.NEW, CaseState.IN_PROGRESS, CaseState.WAITING, CaseState.SNOOZED));
        if (assignee == null) {
            assignee = who;
            takenAt = now;
        }
        outcome = how;
        rootCause = cause;
        enter(CaseState.RESOLVED, now);
        return step(Step.RESOLVED, who, cause == null ? how.words() : how.words() + ": " + cause);
    }

    CaseStep reopen(String who, Instant now, Duration dueWithin) {
        require("be reopened", EnumSet.of(CaseState.RESOLVED, CaseState.SPAM));
        assignee = null;
        takenAt = null;
        outcome = null;
        rootCause = null;
        dueAt = now.plus(dueWithin);
        enter(CaseState.NEW, now);
        return step(Step.REOPENED, who, null);
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

    /** Who has it, or had it when it was resolved; null while nobody does. */
    public String assignee() {
        return assignee;
    }

    public Instant takenAt() {
        return takenAt;
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

    public Instant changedAt() {
        return changedAt;
    }
}
