package io.aftertouch.feedback.response;

import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.feedback.respondent.RetentionPeriods;
import io.aftertouch.platform.retention.KeptInOrder;

/** Answers with all that hangs on them. */
@Singleton
class KeptAnswers extends KeptInOrder {

    private final ResponseRepository responses;
    private final AnswerForgetting forgetting;
    private final RetentionPeriods periods;

    KeptAnswers(ResponseRepository responses, AnswerForgetting forgetting, RetentionPeriods periods) {
        this.responses = responses;
        this.forgetting = forgetting;
        this.periods = periods;
    }

    @Override
    public String kind() {
        return "answers";
    }

    @Override
    public String what() {
        return "Answers with comments, cases and notes";
    }

    @Override
    public TemporalAmount keptFor() {
        return periods.answers();
    }

    @Override
    protected List<UUID> personal(UUID after, UUID before, int limit) {
        return responses.personal(after, before, limit);
    }

    @Override
    protected void forget(List<UUID> ids) {
        responses.lock(ids);
        forgetting.forget(ids);
    }
}
