package io.aftertouch.feedback.suspected;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.respondent.ErasedReferences;
import io.aftertouch.feedback.response.Answer;
import io.aftertouch.feedback.response.AnswerChange;
import io.aftertouch.feedback.response.Evidence;
import io.aftertouch.feedback.response.ResponseSubmission;
import io.aftertouch.feedback.response.Submitted;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.platform.retry.SqlFailures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

/** Keeps answers that a program may have sent, and lets colleagues confirm, discard and put them back. */
@ApplicationScoped
public class SuspectedAnswers {

    private static final Logger LOG = Logger.getLogger(SuspectedAnswers.class);

    /** So many different ones are kept in the place of one answer: one for each score, and a few with words. */
    static final int MOST_OF_ONE = 20;

    private final SuspectedAnswerRepository answers;
    private final ErasedReferences erased;
    private final ResponseSubmission submission;
    private final AnswerChange changes;
    private final Catalog catalog;
    private final Ids ids;
    private final Clock clock;

    SuspectedAnswers(
            SuspectedAnswerRepository answers,
            ErasedReferences erased,
            ResponseSubmission submission,
            AnswerChange changes,
            Catalog catalog,
            Ids ids,
            Clock clock) {
        this.answers = answers;
        this.erased = erased;
        this.submission = submission;
        this.changes = changes;
        this.catalog = catalog;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps an answer until somebody says that it is one. The same one again changes nothing, and neither does one too many. */
    public void keep(Answer answer, Evidence evidence) {
        try {
            QuarkusTransaction.requiringNew().run(() -> keepNew(answer, evidence));
        } catch (RuntimeException e) {
            if (!SqlFailures.isDuplicate(e)) {
                throw e;
            }
            LOG.debugf("The same suspected answer came twice at once");
        }
    }

    private void keepNew(Answer answer, Evidence evidence) {
        if (erased.isErased(answer.respondentRef())
                || answers.isKept(answer.key(), answer.digest())
                || answers.ofKey(answer.key()) >= MOST_OF_ONE) {
            return;
        }
        SuspectedAnswer suspected = new SuspectedAnswer(ids.next(), answer, evidence);
        answers.persistAndFlush(suspected);
        LOG.infof("Suspected answer %s kept: %s", suspected.id(), evidence.signs());
    }

    /** What was sent in answer to an invitation and waits until somebody confirms it, first to last. */
    public List<SuspectedAnswer> waitingFor(UUID invitation) {
        return answers.waiting(Answer.keyOf(invitation));
    }

    /**
     * Makes a response of it, as of the time at which it was sent.
     *
     * @throws SuspectedAnswerSettled when somebody has decided otherwise
     * @throws io.aftertouch.feedback.response.IntakeUnavailable when it cannot be stored right now
     */
    SuspectedAnswer confirm(UUID id, String who) {
        Answer answer = QuarkusTransaction.requiringNew().call(() -> {
            SuspectedAnswer suspected = locked(id);
            return suspected.confirmable(catalog.survey(suspected.survey()).orElseThrow());
        });
        Submitted submitted = submission.storeFirst(answer);
        return QuarkusTransaction.requiringNew().call(() -> {
            SuspectedAnswer suspected = locked(id);
            if (submitted instanceof Submitted.Recorded && suspected.state() == SuspectedState.CONFIRMED) {
                suspected.confirmedBy(who);
            }
            LOG.infof("Suspected answer %s: %s", id, suspected.state());
            return suspected;
        });
    }

    /**
     * Says that it is none. A response that was made of it by hand counts no more.
     *
     * @throws SuspectedAnswerSettled when the respondent confirmed it, or answered otherwise
     */
    @Transactional
    @RetryOnConflict
    SuspectedAnswer discard(UUID id, String who) {
        SuspectedAnswer suspected = locked(id);
        UUID response = suspected.responseId();
        suspected.discard(who, clock.instant());
        return withoutResponse(suspected, response);
    }

    /**
     * Takes back what was decided by hand. A response that was made of it counts no more.
     *
     * @throws SuspectedAnswerSettled when nothing was decided by hand
     */
    @Transactional
    @RetryOnConflict
    SuspectedAnswer putBack(UUID id, String who) {
        SuspectedAnswer suspected = locked(id);
        UUID response = suspected.responseId();
        suspected.putBack(who, clock.instant());
        return withoutResponse(suspected, response);
    }

    private SuspectedAnswer withoutResponse(SuspectedAnswer suspected, UUID response) {
        answers.flush();
        if (response != null) {
            changes.discard(response);
        }
        LOG.infof("Suspected answer %s: %s", suspected.id(), suspected.state());
        return suspected;
    }

    private SuspectedAnswer locked(UUID id) {
        return answers.locked(id).orElseThrow(() -> new UnknownSuspectedAnswer(id));
    }
}
