package io.aftertouch.feedback.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.feedback.response.ResponseRepository;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.feedback.review.CaseStepped;
import io.aftertouch.feedback.review.ReviewCase;
import io.aftertouch.feedback.review.Step;
import io.aftertouch.feedback.settings.Resurvey;
import io.aftertouch.feedback.settings.Settings;

/** Plans to ask the customer again when a case is resolved, in the transaction of that step. Whoever is not named cannot be asked. */
@ApplicationScoped
class RecoveryPlanning {

    private final RecoveryRepository recoveries;
    private final ResponseRepository responses;
    private final Settings settings;

    RecoveryPlanning(RecoveryRepository recoveries, ResponseRepository responses, Settings settings) {
        this.recoveries = recoveries;
        this.responses = responses;
        this.settings = settings;
    }

    void follow(@Observes CaseStepped event) {
        Resurvey resurvey = settings.resurvey();
        if (event.step().step() != Step.RESOLVED || !resurvey.isOn()) {
            return;
        }
        ReviewCase reviewCase = event.reviewCase();
        responses
                .findByIdOptional(reviewCase.responseId())
                .map(SurveyResponse::respondentRef)
                .filter(ref -> !ref.isEmpty())
                .ifPresent(ref -> plan(reviewCase, ref, resurvey));
    }

    /** What is asked at that touchpoint by itself is not asked once more because it was answered badly. */
    private void plan(ReviewCase reviewCase, String respondentRef, Resurvey resurvey) {
        if (reviewCase.touchpoint().equals(resurvey.touchpoint())) {
            return;
        }
        var due = reviewCase.changedAt().plus(resurvey.after());
        recoveries
                .locked(reviewCase.id())
                .ifPresentOrElse(
                        recovery -> recovery.plan(resurvey.touchpoint(), due),
                        () -> recoveries.persist(
                                new Recovery(reviewCase.id(), respondentRef, resurvey.touchpoint(), due)));
    }
}
