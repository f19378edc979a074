package io.aftertouch.survey.deferral;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.aftertouch.survey.decision.Decision;
import io.aftertouch.survey.decision.DecisionLedger;
import io.aftertouch.survey.decision.Verdict;
import io.aftertouch.survey.event.Events;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.respondent.PersonalData;
import io.aftertouch.survey.respondent.Respondent;

/** Does not wait for erased respondents to be free again: what was deferred ends with another decision that says so, about nobody. */
@Singleton
class DeferralForgetting implements PersonalData {

    private static final String NOBODY = "";

    private final DeferralRepository deferrals;
    private final Events events;
    private final DecisionLedger ledger;

    DeferralForgetting(DeferralRepository deferrals, Events events, DecisionLedger ledger) {
        this.deferrals = deferrals;
        this.events = events;
        this.ledger = ledger;
    }

    @Override
    public void forget(Respondent person) {
        deferrals.of(person.ref()).forEach(this::end);
        deferrals.forget(person.ref());
    }

    private void end(Deferral deferral) {
        events.occurrence(deferral.eventId())
                .ifPresent(occurrence -> ledger.replace(
                        deferral.id(),
                        new Decision.Subject(
                                deferral.eventId(), occurrence.touchpoint(), NOBODY, occurrence.segments()),
                        Verdict.not(Optional.of(deferral.ruleId()), ledger.surveyOf(deferral.id()), Reason.ERASED)));
    }
}
