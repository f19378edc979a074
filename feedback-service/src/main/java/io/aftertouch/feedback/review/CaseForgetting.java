package io.aftertouch.feedback.review;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.aftertouch.feedback.respondent.RememberedAnswers;
import io.aftertouch.feedback.response.AnswerTraces;
import io.aftertouch.platform.outbox.Outbox;
import org.jboss.logging.Logger;

/**
 * Keeps of a case what the figures of the loop count: when it was opened, taken and closed, by whom, and its root cause where other cases have the same,
 * so that it is a word of the team's and says nothing of one customer. What the team wrote about the customer goes. A case that is still open is closed.
 */
@ApplicationScoped
class CaseForgetting implements AnswerTraces {

    private static final Logger LOG = Logger.getLogger(CaseForgetting.class);

    private final ReviewCaseRepository cases;
    private final CaseWords words;
    private final RememberedAnswers answers;
    private final Outbox outbox;
    private final Event<CasesMoved> moved;
    private final Clock clock;

    CaseForgetting(
            ReviewCaseRepository cases,
            CaseWords words,
            RememberedAnswers answers,
            Outbox outbox,
            Event<CasesMoved> moved,
            Clock clock) {
        this.cases = cases;
        this.words = words;
        this.answers = answers;
        this.outbox = outbox;
        this.moved = moved;
        this.clock = clock;
    }

    @Override
    public void forget(List<UUID> responses) {
        List<UUID> ids = cases.ofResponses(responses);
        if (ids.isEmpty()) {
            return;
        }
        ids.stream()
                .flatMap(id -> cases.locked(id).stream())
                .filter(reviewCase -> reviewCase.state().isOpen())
                .forEach(this::close);
        cases.forgetWords(ids);
        words.forget(ids);
        ids.forEach(id -> answers.forgetAt(ReviewCaseResource.location(id)));
    }

    private void close(ReviewCase reviewCase) {
        cases.append(reviewCase.answerErased(clock.instant()));
        cases.flush();
        outbox.add(CaseEvent.TOPIC, reviewCase.id().toString(), CaseEvent.CHANGED, CaseEvent.of(reviewCase));
        moved.fire(new CasesMoved());
        LOG.infof("Case %s: %s, now %s", reviewCase.id(), Step.ANSWER_ERASED, reviewCase.state());
    }
}
