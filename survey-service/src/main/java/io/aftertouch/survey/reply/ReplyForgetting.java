package io.aftertouch.survey.reply;

import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;

import io.aftertouch.platform.outbox.ToldEvents;
import io.aftertouch.survey.respondent.PersonalData;
import io.aftertouch.survey.respondent.Respondent;

/** Drops what waits to be sent to an erased respondent, and to whom the others went. */
@Singleton
class ReplyForgetting implements PersonalData {

    private final ReplyRepository replies;
    private final ReplyOutcomes outcomes;
    private final ToldEvents told;
    private final Clock clock;

    ReplyForgetting(ReplyRepository replies, ReplyOutcomes outcomes, ToldEvents told, Clock clock) {
        this.replies = replies;
        this.outcomes = outcomes;
        this.told = told;
        this.clock = clock;
    }

    @Override
    public void forget(Respondent person) {
        for (Reply waiting : replies.lockWaiting(person.ref())) {
            waiting.fail(ReplyFailure.ERASED, clock.instant());
            outcomes.failed(waiting, ReplyFailure.ERASED, null);
        }
        replies.flush();
        List<String> cases = replies.to(person.ref()).stream()
                .map(reply -> reply.caseId().toString())
                .distinct()
                .toList();
        replies.forget(person.ref());
        told.rewrite("reply.failed", cases, event -> event.putNull("diagnostic"));
    }
}
