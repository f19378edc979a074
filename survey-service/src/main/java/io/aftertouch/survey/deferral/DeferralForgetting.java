package io.aftertouch.survey.deferral;

import jakarta.inject.Singleton;

import io.aftertouch.survey.respondent.PersonalData;
import io.aftertouch.survey.respondent.Respondent;

/** Does not wait for erased respondents to be free again. */
@Singleton
class DeferralForgetting implements PersonalData {

    private final DeferralRepository deferrals;

    DeferralForgetting(DeferralRepository deferrals) {
        this.deferrals = deferrals;
    }

    @Override
    public void forget(Respondent person) {
        deferrals.forget(person.ref());
    }
}
