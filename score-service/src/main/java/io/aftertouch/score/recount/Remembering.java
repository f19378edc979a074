package io.aftertouch.score.recount;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.crm.NamedAnswer;
import io.aftertouch.score.crm.RespondentAnswers;
import io.aftertouch.score.metric.Scale;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Brings back what single respondents answered, for CRMs: counts cannot be told apart again, so it is read answer by answer. */
@ApplicationScoped
class Remembering {

    private final FeedbackAnswers feedback;
    private final RespondentAnswers respondents;
    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;

    Remembering(
            FeedbackAnswers feedback, RespondentAnswers respondents, Touchpoints touchpoints, SurveyVersions surveys) {
        this.feedback = feedback;
        this.respondents = respondents;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
    }

    /** @return how many answers of the part were not known here */
    long restore(Part part) {
        long restored = 0;
        String cursor = null;
        do {
            Named page = feedback.named(part, cursor);
            List<NamedAnswer> answers = page.answers().stream()
                    .flatMap(answer -> named(part, answer))
                    .toList();
            restored += QuarkusTransaction.requiringNew().call(() -> respondents.restore(answers));
            cursor = page.next();
        } while (cursor != null);
        return restored;
    }

    /** Nothing when it was given on a scale that is not known here. */
    private Stream<NamedAnswer> named(Part part, Named.Answer answer) {
        return Scale.standard(answer.scale()).stream()
                .map(scale -> new NamedAnswer(
                        answer.id(),
                        answer.revision(),
                        answer.respondentRef(),
                        touchpoints.idOf(part.touchpoint()),
                        surveys.idOf(answer.survey(), answer.surveyVersion(), scale),
                        answer.score(),
                        answer.answeredAt(),
                        false));
    }
}
