package io.aftertouch.score.crm;

import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.retention.KeptInOrder;
import io.aftertouch.score.database.Database;

/** What single respondents answered. */
@Singleton
class KeptRespondentAnswers extends KeptInOrder {

    private final RespondentAnswers answers;
    private final Database database;
    private final RetentionPeriods periods;

    KeptRespondentAnswers(RespondentAnswers answers, Database database, RetentionPeriods periods) {
        this.answers = answers;
        this.database = database;
        this.periods = periods;
    }

    @Override
    public String kind() {
        return "respondent-answers";
    }

    @Override
    public String what() {
        return "Scores of single respondents";
    }

    @Override
    public TemporalAmount keptFor() {
        return periods.answers();
    }

    @Override
    protected List<UUID> personal(UUID after, UUID before, int limit) {
        return database.rows(
                "SELECT response_id FROM respondent_answer WHERE response_id > ? AND response_id < ? AND respondent_id IS NOT NULL"
                        + " ORDER BY response_id LIMIT " + limit,
                row -> UuidBytes.fromBytes(row.getBytes(1)),
                after,
                before);
    }

    @Override
    protected void forget(List<UUID> ids) {
        answers.forget(ids);
    }
}
