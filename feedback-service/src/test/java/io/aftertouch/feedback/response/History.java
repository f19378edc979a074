package io.aftertouch.feedback.response;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import io.aftertouch.feedback.catalog.Surveys;

/** Many answers from long ago, written straight into the table. */
record History(String survey, String touchpoint) {

    private static final Instant LAST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int AT_ONCE = 5_000;

    static History of(String survey, String touchpoint) {
        return new History(survey, touchpoint);
    }

    /** Writes so many answers of one score, a minute from one to the next, back from the first day of 2026. */
    void write(DataSource database, int answers, int score) throws SQLException {
        var table = new ResponseTable();
        for (int written = 0; written < answers; written += AT_ONCE) {
            List<SurveyResponse> some = new ArrayList<>();
            for (int i = written; i < Math.min(answers, written + AT_ONCE); i++) {
                some.add(response(i, score));
            }
            try (var connection = database.getConnection()) {
                connection.setAutoCommit(false);
                table.insert(connection, some);
                connection.commit();
            }
        }
    }

    private SurveyResponse response(int number, int score) {
        var sent = new SubmitResponse(
                null,
                "history",
                UUID.randomUUID().toString(),
                survey,
                touchpoint,
                score,
                "Answer " + number + ", with \"quotes\", commas; and a line\nbreak",
                "r-" + number,
                Map.of("country", "DK"),
                "da",
                null,
                null);
        return new SurveyResponse(
                UUID.randomUUID(),
                Answer.takenElsewhere(sent, Surveys.nps(survey), "email", LAST.minusSeconds(60L * number)),
                LAST);
    }
}
