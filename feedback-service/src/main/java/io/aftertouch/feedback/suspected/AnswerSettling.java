package io.aftertouch.feedback.suspected;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.response.ResponseChange;
import io.aftertouch.feedback.response.ResponseFollowUp;
import io.aftertouch.feedback.response.ResponseRevision;
import io.aftertouch.feedback.response.SurveyResponse;

/** Settles what was suspected as soon as an answer stands in its place, in the transaction of that answer: neither is there without the other. */
@ApplicationScoped
class AnswerSettling implements ResponseFollowUp, ResponseChange {

    private final SuspectedAnswerRepository suspected;
    private final Clock clock;

    AnswerSettling(SuspectedAnswerRepository suspected, Clock clock) {
        this.suspected = suspected;
        this.clock = clock;
    }

    @Override
    public void write(Connection connection, List<SurveyResponse> recorded) throws SQLException {
        suspected.settle(
                connection,
                recorded.stream().filter(SurveyResponse::isOfTheForm).toList(),
                clock.instant());
    }

    @Override
    public void committed() {
        // nobody waits for it
    }

    @Override
    public void revised(SurveyResponse response, ResponseRevision before) {
        suspected.supersede(response.id(), clock.instant());
    }

    @Override
    public void withdrawn(SurveyResponse response) {
        suspected.forget(response.answerKey());
    }
}
