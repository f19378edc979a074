package io.aftertouch.feedback.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.aftertouch.feedback.settings.Settings;
import io.aftertouch.platform.access.CallerNames;
import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.retry.RetryOnConflict;
import org.jboss.logging.Logger;

/**
 * What people do with cases. Each step takes hold of the case, moves it, adds the line to its history and tells the other services, all in one
 * transaction. {@code expected} is the version that the caller has seen, or null when it does not matter.
 */
@ApplicationScoped
@Transactional
@RetryOnConflict
public class CaseWork {

    private static final Logger LOG = Logger.getLogger(CaseWork.class);

    private static final Duration SHORTEST_SNOOZE = Duration.ofMinutes(1);
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);

    private final ReviewCaseRepository cases;
    private final Settings settings;
    private final CallerNames names;
    private final Outbox outbox;
    private final Event<CasesMoved> moved;
    private final Event<CaseStepped> stepped;
    private final Clock clock;

    CaseWork(
            ReviewCaseRepository cases,
            Settings settings,
            CallerNames names,
            Outbox outbox,
            Event<CasesMoved> moved,
            Event<CaseStepped> stepped,
            Clock clock) {
        this.cases = cases;
        this.settings = settings;
        this.names = names;
        this.outbox = outbox;
        this.moved = moved;
        this.stepped = stepped;
        this.clock = clock;
    }

    /** The first one wins; the others are told by whom. Taking a case twice is no mistake. */
    public void take(UUID id, String who, Integer expected) {
        change(
                id,
                expected,
                reviewCase ->
                        reviewCase.isInTheHandsOf(who) ? Optional.empty() : Optional.of(reviewCase.take(who, now())));
    }

    public void release(UUID id, String who, Integer expected) {
        change(id, expected, reviewCase -> Optional.of(reviewCase.release(who, now())));
    }

    public void note(UUID id, String who, String text) {
        change(id, null, reviewCase -> Optional.of(reviewCase.note(who, text, now())));
    }

    /** A note about speaking or writing with the customer. */
    public void contact(UUID id, String who, String text) {
        change(id, null, reviewCase -> Optional.of(reviewCase.contact(who, text, now())));
    }

    /** Somebody writes to the customer. Whoever has the case does, or else whoever comes first. */
    public void reply(UUID id, String who, UUID reply, Integer expected) {
        change(id, expected, reviewCase -> Optional.of(reviewCase.reply(who, reply, now())));
    }

    /** What was written is with the customer's mail server. */
    public void replySent(UUID id, UUID reply, Instant sentAt) {
        change(id, null, reviewCase -> Optional.of(reviewCase.replySent(reply, sentAt, now())));
    }

    /**
     * What was written does not reach the customer. A resolved case is opened again: somebody has to find another way.
     *
     * @param sentAt when it was thought to; null when it never was
     */
    public void replyFailed(UUID id, UUID reply, String reason, Instant sentAt) {
        Instant now = now();
        change(id, null, reviewCase -> Optional.of(reviewCase.replyFailed(reply, reason, sentAt, now)));
        var deadline = settings.calendar().deadlineFrom(now);
        change(
                id,
                null,
                reviewCase -> reviewCase.state() == CaseState.RESOLVED
                        ? Optional.of(reviewCase.reopen(null, now, deadline))
                        : Optional.empty());
    }

    /** The case waits for somebody else. */
    public void await(UUID id, String who, Integer expected) {
        change(id, expected, reviewCase -> Optional.of(reviewCase.await(who, now())));
    }

    /** @param cause what lay behind it, in the team's words; may be null */
    public void resolve(UUID id, String who, Outcome how, String cause, Integer expected) {
        change(id, expected, reviewCase -> Optional.of(reviewCase.resolve(who, how, cause, now())));
    }

    public void reopen(UUID id, String who, Integer expected) {
        Instant now = now();
        var deadline = settings.calendar().deadlineFrom(now);
        change(id, expected, reviewCase -> Optional.of(reviewCase.reopen(who, now, deadline)));
    }

    /** @param to whoever has it from now on */
    public void assign(UUID id, String who, String to, Integer expected) {
        change(id, expected, reviewCase -> Optional.of(reviewCase.assign(who, to, now())));
    }

    /**
     * Puts a case aside.
     *
     * @param until when it wakes
     * @throws SnoozeOutOfRange when that is not between a minute and a year ahead
     */
    public void snooze(UUID id, String who, Instant until, Integer expected) {
        Instant now = now();
        if (until.isBefore(now.plus(SHORTEST_SNOOZE)) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
            throw new SnoozeOutOfRange();
        }
        var calendar = settings.calendar();
        change(id, expected, reviewCase -> Optional.of(reviewCase.snooze(who, until, calendar, now)));
    }

    /** Ends the snooze of a case before its time. */
    public void wake(UUID id, String who, Integer expected) {
        change(id, expected, reviewCase -> Optional.of(reviewCase.wake(who, now())));
    }

    /** Takes back the last step of a case, if it was theirs and nothing has happened since. */
    public void undo(UUID id, String who, Integer expected) {
        change(id, expected, reviewCase -> Optional.of(reviewCase.undo(who, now())));
    }

    /** Ends the snooze of a case whose time has come, unless somebody did so since it was looked up. */
    void wakeOnTime(UUID id) {
        Instant now = now();
        change(
                id,
                null,
                reviewCase -> reviewCase.isToWakeAt(now) ? Optional.of(reviewCase.wake(null, now)) : Optional.empty());
    }

    public void markAsSpam(UUID id, String who, Integer expected) {
        change(id, expected, reviewCase -> Optional.of(reviewCase.markAsSpam(who, now())));
    }

    private void change(UUID id, Integer expected, Function<ReviewCase, Optional<CaseStep>> action) {
        ReviewCase reviewCase = cases.locked(id).orElseThrow(() -> new UnknownCase(id));
        if (expected != null && expected != reviewCase.version()) {
            throw new CaseChanged(reviewCase);
        }
        apply(action, reviewCase).ifPresent(step -> {
            cases.append(step);
            cases.flush();
            outbox.add(CaseEvent.TOPIC, id.toString(), CaseEvent.CHANGED, CaseEvent.of(reviewCase));
            stepped.fire(new CaseStepped(reviewCase, step));
            moved.fire(new CasesMoved());
            LOG.infof("Case %s: %s by %s, now %s", id, step.step(), step.actor(), step.state());
        });
    }

    /** Whoever comes second is told the name of the first one. */
    private Optional<CaseStep> apply(Function<ReviewCase, Optional<CaseStep>> action, ReviewCase reviewCase) {
        try {
            return action.apply(reviewCase);
        } catch (CaseTaken taken) {
            throw new CaseTaken(names.shown(taken.who()));
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
