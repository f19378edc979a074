package io.aftertouch.feedback.suspected;

import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.feedback.respondent.PersonalData;
import io.aftertouch.feedback.respondent.RetentionPeriods;
import io.aftertouch.platform.retention.KeptInOrder;

/** Suspected answers. They were never counted, so nothing of one stays that is forgotten. */
@Singleton
class SuspectedForgetting extends KeptInOrder implements PersonalData {

    private static final int SLICE = 200;

    private final SuspectedAnswerRepository suspected;
    private final RetentionPeriods periods;

    SuspectedForgetting(SuspectedAnswerRepository suspected, RetentionPeriods periods) {
        this.suspected = suspected;
        this.periods = periods;
    }

    @Override
    public boolean forgetSome(String ref) {
        return suspected.dropSome(ref, SLICE) == SLICE;
    }

    @Override
    public String kind() {
        return "suspected-answers";
    }

    @Override
    public String what() {
        return "Answers that a program may have sent";
    }

    @Override
    public TemporalAmount keptFor() {
        return periods.answers();
    }

    @Override
    protected List<UUID> personal(UUID after, UUID before, int limit) {
        return suspected.between(after, before, limit);
    }

    @Override
    protected void forget(List<UUID> ids) {
        suspected.drop(ids);
    }
}
