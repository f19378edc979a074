package io.aftertouch.survey.decision;

import jakarta.inject.Singleton;

import io.aftertouch.survey.respondent.PersonalData;
import io.aftertouch.survey.respondent.Respondent;

/** Leaves an erased respondent's decisions in the ledger as counts that are about nobody. */
@Singleton
class DecisionForgetting implements PersonalData {

    private final DecisionRepository decisions;

    DecisionForgetting(DecisionRepository decisions) {
        this.decisions = decisions;
    }

    @Override
    public void forget(Respondent person) {
        decisions.forget(person.ref());
    }
}
