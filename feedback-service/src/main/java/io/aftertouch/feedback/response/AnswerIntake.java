package io.aftertouch.feedback.response;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.feedback.response.AnswerTransaction.Outcome;
import io.aftertouch.platform.group.Grouping;
import io.aftertouch.platform.retry.SqlFailures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Takes answers and stores them in groups: a few writers each take what waits, up to a limit, and store it in one transaction. Whoever handed an
 * answer in hears of it after the commit. A group that fails is stored one by one, so that a bad answer harms no other. What was taken is stored
 * before the service stops.
 */
@ApplicationScoped
class AnswerIntake {

    private static final Logger LOG = Logger.getLogger(AnswerIntake.class);
    private static final int TRIES = 5;
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(15);

    private final AnswerTransaction transaction;
    private final AnswerMeter meter;
    private final IntakeConfig config;
    private final Grouping<PendingAnswer> waiting;

    AnswerIntake(AnswerTransaction transaction, AnswerMeter meter, IntakeConfig config) {
        this.transaction = transaction;
        this.meter = meter;
        this.config = config;
        this.waiting = new Grouping<>("answer-writer", config.group(), config.queue(), this::storeWhateverHappens);
    }

    /**
     * @return completes after the commit; exceptionally when the answer is refused or the database is away
     * @throws IntakeUnavailable when too many wait
     */
    CompletionStage<Submitted> take(Answer answer, IdempotentRequest request) {
        var pending = new PendingAnswer(answer, request);
        if (!waiting.offer(pending)) {
            meter.countTurnedAway();
            throw new IntakeUnavailable("More answers wait to be stored than are taken at once.");
        }
        return pending.promise();
    }

    void start(@Observes StartupEvent event) {
        waiting.start(config.writers());
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        waiting.stop(LONGEST_DRAIN).forEach(pending -> pending.promise().completeExceptionally(databaseAway()));
    }

    /** Nobody waits for ever because of a mistake of ours. */
    private void storeWhateverHappens(List<PendingAnswer> group) {
        try {
            store(group);
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "A group of %d answers failed", group.size());
            group.forEach(pending -> pending.promise().completeExceptionally(e));
        }
    }

    /** Requests that share an Idempotency-Key follow each other, so that the later one finds what the earlier one left. */
    void store(List<PendingAnswer> group) {
        List<PendingAnswer> together = new ArrayList<>();
        List<PendingAnswer> later = new ArrayList<>();
        group.forEach(pending -> (together.stream().anyMatch(pending::sharesKeyWith) ? later : together).add(pending));
        storeTogether(together);
        later.forEach(this::storeAlone);
    }

    private void storeTogether(List<PendingAnswer> group) {
        if (group.size() == 1) {
            storeAlone(group.getFirst());
            return;
        }
        try {
            transaction.store(group).forEach(this::tell);
        } catch (SQLException | RuntimeException e) {
            if (SqlFailures.isOutage(e)) {
                LOG.warnf("%d answers turned away: %s", group.size(), SqlFailures.describe(e));
                group.forEach(pending -> pending.promise().completeExceptionally(databaseAway()));
            } else {
                LOG.debugf("A group of %d answers is stored one by one: %s", group.size(), SqlFailures.describe(e));
                group.forEach(this::storeAlone);
            }
        }
    }

    private void storeAlone(PendingAnswer pending) {
        for (int attempt = 1; ; attempt++) {
            try {
                transaction.store(List.of(pending)).forEach(this::tell);
                return;
            } catch (SQLException | RuntimeException e) {
                boolean again = SqlFailures.isConflict(e) || SqlFailures.isDuplicate(e);
                if (!again || attempt == TRIES || !rested(attempt)) {
                    pending.promise().completeExceptionally(reason(e));
                    return;
                }
            }
        }
    }

    private void tell(PendingAnswer pending, Outcome outcome) {
        meter.count(outcome);
        switch (outcome) {
            case Outcome.Kept(Submitted submitted) -> pending.promise().complete(submitted);
            case Outcome.Refused(RuntimeException reason) -> pending.promise().completeExceptionally(reason);
        }
    }

    private static IntakeUnavailable databaseAway() {
        return new IntakeUnavailable("The database is not available right now.");
    }

    private static Exception reason(Exception failure) {
        if (SqlFailures.isOutage(failure) || SqlFailures.isConflict(failure)) {
            LOG.warnf("An answer turned away: %s", SqlFailures.describe(failure));
            return databaseAway();
        }
        if (saysBadData(failure)) {
            LOG.warnf("The database refused an answer: %s", SqlFailures.describe(failure));
            return new AnswerRefused();
        }
        return failure;
    }

    /** SQLState classes 22 (data exception) and 23 (constraint): the same row will fail again. */
    private static boolean saysBadData(Throwable failure) {
        return failure instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("22") || sql.getSQLState().startsWith("23"));
    }

    private static boolean rested(int attempt) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(2, 10L << attempt));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
