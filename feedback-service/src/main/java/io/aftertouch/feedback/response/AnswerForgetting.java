package io.aftertouch.feedback.response;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

import io.aftertouch.feedback.respondent.PersonalData;
import io.aftertouch.feedback.respondent.RememberedAnswers;
import io.aftertouch.platform.outbox.ToldEvents;

/**
 * Keeps of an answer which score was given, where, when and in which segments, and so what the scores count: neither by whom nor in which words, nor
 * its names at the source and at the invitation. Whatever hangs on it goes with it.
 */
@Singleton
class AnswerForgetting implements PersonalData {

    private static final int SLICE = 100;
    private static final List<String> TOLD = List.of("response.recorded", "response.revised", "response.withdrawn");

    private final ResponseRepository responses;
    private final Instance<AnswerTraces> traces;
    private final ToldEvents told;
    private final RememberedAnswers answers;

    AnswerForgetting(
            ResponseRepository responses,
            @Any Instance<AnswerTraces> traces,
            ToldEvents told,
            RememberedAnswers answers) {
        this.responses = responses;
        this.traces = traces;
        this.told = told;
        this.answers = answers;
    }

    @Override
    public boolean forgetSome(String ref) {
        List<UUID> some = responses.lockedOf(ref, SLICE);
        if (!some.isEmpty()) {
            forgetWhatWasTold(some);
            some.forEach(response -> answers.forgetAt(ResponseResource.location(response)));
            forget(some);
        }
        return some.size() == SLICE;
    }

    /** Within the open transaction, which has hold of the answers. */
    void forget(List<UUID> some) {
        traces.forEach(trace -> trace.forget(some));
        responses.forget(some);
    }

    /** Which invitation was answered is still told: it is about nobody by now. */
    private void forgetWhatWasTold(List<UUID> some) {
        List<String> keys = some.stream().map(UUID::toString).toList();
        TOLD.forEach(type -> told.rewrite(type, keys, event -> {
            event.putNull("respondentRef");
            event.putNull("sourceId");
        }));
    }
}
