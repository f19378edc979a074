package io.aftertouch.survey.decision;

import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.retention.KeptInOrder;
import io.aftertouch.survey.respondent.RetentionPeriods;

/** Decisions; afterwards they are counts about nobody. */
@Singleton
class KeptDecisions extends KeptInOrder {

    private final DecisionRepository decisions;
    private final RetentionPeriods periods;

    KeptDecisions(DecisionRepository decisions, RetentionPeriods periods) {
        this.decisions = decisions;
        this.periods = periods;
    }

    @Override
    public String kind() {
        return "decisions";
    }

    @Override
    public String what() {
        return "Decisions about whom to ask";
    }

    @Override
    public TemporalAmount keptFor() {
        return periods.decisions();
    }

    @Override
    protected List<UUID> personal(UUID after, UUID before, int limit) {
        return decisions.personal(after, before, limit);
    }

    @Override
    protected void forget(List<UUID> ids) {
        decisions.forget(ids);
    }
}
