package io.aftertouch.score.crm;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.score.catalog.SurveyVersion;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.metric.Metric;

/** Reads what respondents answered last, and who changed since when. */
@ApplicationScoped
public class RespondentScores {

    /** One statement, so that a respondent and their answers are seen as of one moment. The last answer of each metric and the one before. */
    private static final String STATES = """
            WITH page AS (SELECT id, ref, position, changed_at FROM respondent WHERE %s),
            ranked AS (
                SELECT a.respondent_id, a.touchpoint_id, a.survey_version_id, a.score, a.answered_at,
                    ROW_NUMBER() OVER (
                        PARTITION BY a.respondent_id, v.metric ORDER BY a.answered_at DESC, a.response_id DESC) AS place,
                    COUNT(*) OVER (PARTITION BY a.respondent_id, v.metric) AS answers
                FROM page
                JOIN respondent_answer a ON a.respondent_id = page.id
                JOIN survey_version v ON v.id = a.survey_version_id)
            SELECT page.id, page.ref, page.position, page.changed_at, ranked.touchpoint_id, ranked.survey_version_id,
                ranked.score, ranked.answered_at, ranked.place, ranked.answers
            FROM page LEFT JOIN ranked ON ranked.respondent_id = page.id AND ranked.place <= 2
            ORDER BY page.position, page.id, ranked.survey_version_id, ranked.place
            """;

    private final Database database;
    private final SurveyVersions surveys;
    private final Touchpoints touchpoints;

    RespondentScores(Database database, SurveyVersions surveys, Touchpoints touchpoints) {
        this.database = database;
        this.surveys = surveys;
        this.touchpoints = touchpoints;
    }

    /** @param answer null of a respondent whose answers are gone */
    private record Row(UUID id, String ref, long position, Instant changedAt, RankedAnswer answer) {}

    /** @param place 1 for the last of its metric, 2 for the one before */
    private record RankedAnswer(int touchpoint, int survey, int score, Instant answeredAt, int place, int answers) {}

    Optional<RespondentState> of(String ref) {
        return states("ref = ?", ref).stream().findFirst();
    }

    /** Respondents in the order in which they changed last, from a place in the feed on. */
    List<RespondentState> changedAfter(FeedCursor cursor, int limit) {
        return states(
                "position > ? OR (position = ? AND id > ?) ORDER BY position, id LIMIT " + limit,
                cursor.position(),
                cursor.position(),
                cursor.id());
    }

    long lastPosition() {
        return database.row("SELECT last_position FROM respondent_feed WHERE id = 1", row -> row.getLong(1))
                .orElse(0L);
    }

    /** Every answer that is kept of a respondent, for the respondent. */
    public List<AnswerText> answersOf(String ref) {
        return database.rows(
                """
                SELECT a.response_id, t.touchpoint_key, v.survey_key, v.version, a.score, a.answered_at
                FROM respondent r
                JOIN respondent_answer a ON a.respondent_id = r.id
                JOIN touchpoint t ON t.id = a.touchpoint_id
                JOIN survey_version v ON v.id = a.survey_version_id
                WHERE r.ref = ? ORDER BY a.answered_at, a.response_id
                """,
                row -> new AnswerText(
                        UuidBytes.fromBytes(row.getBytes("response_id")),
                        row.getString("touchpoint_key"),
                        row.getString("survey_key"),
                        row.getInt("version"),
                        row.getInt("score"),
                        Database.instant(row, "answered_at")),
                ref);
    }

    private List<RespondentState> states(String which, Object... parameters) {
        Map<UUID, List<Row>> byRespondent =
                database.rows(STATES.formatted(which), RespondentScores::row, parameters).stream()
                        .collect(Collectors.groupingBy(Row::id, LinkedHashMap::new, Collectors.toList()));
        if (byRespondent.isEmpty()) {
            return List.of();
        }
        Reading reading = new Reading(
                surveys.all().stream().collect(Collectors.toMap(SurveyVersion::id, Function.identity())),
                touchpoints.all().stream().collect(Collectors.toMap(Touchpoint::id, Function.identity())));
        return byRespondent.values().stream().map(reading::state).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                UuidBytes.fromBytes(row.getBytes("id")),
                row.getString("ref"),
                row.getLong("position"),
                Database.instant(row, "changed_at"),
                row.getObject("score") == null
                        ? null
                        : new RankedAnswer(
                                row.getInt("touchpoint_id"),
                                row.getInt("survey_version_id"),
                                row.getInt("score"),
                                Database.instant(row, "answered_at"),
                                row.getInt("place"),
                                row.getInt("answers")));
    }

    /** Puts names to the numbers. */
    private record Reading(Map<Integer, SurveyVersion> surveys, Map<Integer, Touchpoint> touchpoints) {

        RespondentState state(List<Row> rows) {
            Row first = rows.getFirst();
            Map<Metric, List<RankedAnswer>> byMetric = new EnumMap<>(Metric.class);
            for (Row row : rows) {
                if (row.answer() != null) {
                    byMetric.computeIfAbsent(survey(row.answer()).scale().metric(), none -> new ArrayList<>())
                            .add(row.answer());
                }
            }
            Map<Metric, LastScore> scores = new EnumMap<>(Metric.class);
            byMetric.forEach((metric, answers) -> scores.put(metric, lastScore(answers)));
            return new RespondentState(first.id(), first.ref(), first.position(), first.changedAt(), scores);
        }

        private LastScore lastScore(List<RankedAnswer> answers) {
            RankedAnswer last = at(answers, 1).orElseThrow();
            SurveyVersion survey = survey(last);
            Touchpoint touchpoint = touchpoints.get(last.touchpoint());
            return new LastScore(
                    survey.scale(),
                    last.score(),
                    last.answeredAt(),
                    new LastScore.Place(touchpoint.key(), touchpoint.name()),
                    new LastScore.Place(survey.key(), survey.title()),
                    survey.version(),
                    last.answers(),
                    at(answers, 2)
                            .filter(before -> survey(before).scale().equals(survey.scale()))
                            .map(RankedAnswer::score));
        }

        private SurveyVersion survey(RankedAnswer answer) {
            return surveys.get(answer.survey());
        }

        private static Optional<RankedAnswer> at(List<RankedAnswer> answers, int place) {
            return answers.stream().filter(answer -> answer.place() == place).findFirst();
        }
    }
}
