package io.aftertouch.score.crm;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.ingest.AnswerChange;
import io.aftertouch.score.ingest.AnswerChange.Given;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.tally.Origin;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Customers of these tests, who answer, change their minds and take answers back: each call is one batch in one transaction. */
@Singleton
class Customers {

    static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-11-17T09:00:00Z");
    static final Instant WEDNESDAY = Instant.parse("2026-11-18T09:00:00Z");

    private final RespondentAnswers answers;
    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;
    private final Ids ids;

    Customers(RespondentAnswers answers, Touchpoints touchpoints, SurveyVersions surveys, Ids ids) {
        this.answers = answers;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.ids = ids;
    }

    static String stranger() {
        return "crm-" + UUID.randomUUID();
    }

    /** An answer on a scale of its own survey. */
    AnswerChange answer(String ref, Scale scale, int score, Instant answeredAt) {
        return answer(ids.next(), ref, scale, score, answeredAt);
    }

    AnswerChange answer(UUID id, String ref, Scale scale, int score, Instant answeredAt) {
        String survey = "crm-" + scale.key().toLowerCase().replace('_', '-');
        return new AnswerChange(
                id,
                1,
                ref,
                "crm.asked",
                survey,
                1,
                scale,
                "email",
                Map.of(),
                new Origin(touchpoints.idOf("crm.asked"), surveys.idOf(survey, 1, scale), 1, 1),
                given(scale, score),
                null,
                answeredAt,
                null);
    }

    AnswerChange revised(AnswerChange answer, int score) {
        return with(answer, answer.revision() + 1, given(answer.scale(), score), answer.now());
    }

    AnswerChange withdrawn(AnswerChange answer) {
        return with(answer, answer.revision(), null, answer.now());
    }

    void heard(AnswerChange... changes) {
        QuarkusTransaction.requiringNew().run(() -> answers.follow(List.of(changes)));
    }

    void erased(String ref) {
        QuarkusTransaction.requiringNew().run(() -> answers.erase(ref));
    }

    private static AnswerChange with(AnswerChange answer, int revision, Given now, Given before) {
        return new AnswerChange(
                answer.answer(),
                revision,
                answer.respondent(),
                answer.touchpoint(),
                answer.survey(),
                answer.surveyVersion(),
                answer.scale(),
                answer.channel(),
                answer.segments(),
                answer.origin(),
                now,
                before,
                answer.answeredAt(),
                null);
    }

    private static Given given(Scale scale, int score) {
        return new Given(score, scale.band(score));
    }
}
