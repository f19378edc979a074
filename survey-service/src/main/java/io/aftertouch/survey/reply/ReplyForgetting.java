package io.aftertouch.survey.reply;

import java.time.Clock;

import jakarta.inject.Singleton;

import io.aftertouch.survey.respondent.PersonalData;
import io.aftertouch.survey.respondent.Respondent;

/** Drops what waits to be sent to an erased respondent, and to whom the others went. */
@Singleton
class ReplyForgetting implements PersonalData {

    private final ReplyRepository replies;
    private final ReplyOutcomes outcomes;
    private final Clock clock;

    ReplyForgetting(ReplyRepository replies, ReplyOutcomes outcomes, Clock clock) {
        this.replies = replies;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public void forget(Respondent person) {
        for (Reply waiting : replies.lockWaiting(person.ref())) {
            waiting.fail(ReplyFailure.ERASED, clock.instant());
            outcomes.failed(waiting, ReplyFailure.ERASED, null);
        }
        replies.flush();
        replies.forget(person.ref());
    }
}
