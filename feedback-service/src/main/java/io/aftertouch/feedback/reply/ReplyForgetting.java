package io.aftertouch.feedback.reply;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.feedback.respondent.RememberedAnswers;
import io.aftertouch.feedback.response.AnswerTraces;
import io.aftertouch.platform.outbox.ToldEvents;

/** Keeps of replies that somebody wrote and what became of it: neither the words nor what mail servers said, here or in what was told. */
@Singleton
class ReplyForgetting implements AnswerTraces {

    private final ReplyRepository replies;
    private final ToldEvents told;
    private final RememberedAnswers answers;

    ReplyForgetting(ReplyRepository replies, ToldEvents told, RememberedAnswers answers) {
        this.replies = replies;
        this.told = told;
        this.answers = answers;
    }

    @Override
    public void forget(List<UUID> responses) {
        List<UUID> cases = replies.casesOf(responses);
        if (cases.isEmpty()) {
            return;
        }
        replies.forgetWords(cases);
        cases.forEach(one -> {
            told.drop(ReplyWritten.TOPIC, one.toString());
            answers.forgetAt(ReplyResource.location(one));
        });
    }
}
