package io.aftertouch.score.privacy;

import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.platform.inbox.ParkedText;
import io.aftertouch.score.crm.AnswerText;
import io.aftertouch.score.crm.RespondentAnswers;
import io.aftertouch.score.crm.RespondentScores;
import io.aftertouch.score.delivery.KeptMessages;

/** All that this service knows of a respondent: their answers one by one, for CRMs, what webhooks are told of them, and messages that it could not apply. Counts name nobody. */
@Singleton
class Traces {

    private final RespondentAnswers answers;
    private final RespondentScores scores;
    private final KeptMessages webhooks;
    private final ParkedMessages parked;

    Traces(RespondentAnswers answers, RespondentScores scores, KeptMessages webhooks, ParkedMessages parked) {
        this.answers = answers;
        this.scores = scores;
        this.webhooks = webhooks;
        this.parked = parked;
    }

    List<ParkedText> parkedMessages(String ref) {
        return parked.about(about(ref)).stream().map(ParkedText::of).toList();
    }

    List<AnswerText> answers(String ref) {
        return scores.answersOf(ref);
    }

    List<KeptMessages.ToldMessage> webhookMessages(String ref) {
        return webhooks.of(ref);
    }

    /** Within the open transaction. The answers first: whoever takes in others waits for that, and knows then who was erased. */
    void forget(String ref) {
        answers.erase(ref);
        webhooks.forget(ref);
        parked.drop(about(ref));
    }

    private static ParkedMessages.About about(String ref) {
        return new ParkedMessages.About(ref, Set.of("ref", "respondentRef"), Set.of());
    }
}
