package io.aftertouch.feedback.recount;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import javax.sql.DataSource;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.id.UuidBytes;

/** Answers as far as they are counted, and the events about them, read in the open transaction. */
@Singleton
class CountableAnswers {

    private static final String EACH = """
            SELECT id, survey, survey_version, scale_key, channel, segments, score, answered_at,
                GREATEST(recorded_at, COALESCE(revised_at, recorded_at), COALESCE(withdrawn_at, recorded_at)) AS changed_at,
                withdrawn_at IS NOT NULL AS withdrawn
            FROM response WHERE touchpoint = ? AND answered_at >= ? AND answered_at < ?
            """;
    private static final String NAMED = """
            SELECT id, revision, respondent_ref, survey, survey_version, scale_key, score, answered_at
            FROM response
            WHERE touchpoint = ? AND answered_at >= ? AND answered_at < ? AND (answered_at > ? OR id > ?)
                AND respondent_ref IS NOT NULL AND withdrawn_at IS NULL
            ORDER BY answered_at, id LIMIT ?
            """;
    private static final String TOLD =
            "SELECT id, type, created_at, sent_at, payload FROM outbox WHERE event_key IN (%s) AND topic = 'responses'";

    private final DataSource database;
    private final ObjectMapper json;

    CountableAnswers(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** One answer. A withdrawn one counts no more, and events about it may still be under way. */
    record Answer(
            UUID id,
            String survey,
            int surveyVersion,
            String scale,
            String channel,
            Map<String, String> segments,
            int score,
            Instant hour,
            Instant changedAt,
            boolean withdrawn) {}

    List<String> touchpoints() {
        return query("SELECT DISTINCT touchpoint FROM response", select -> {}, row -> row.getString(1));
    }

    /** When the first answer at a touchpoint from this time on was given. */
    Optional<Instant> firstFrom(String touchpoint, Instant from) {
        return query(
                        "SELECT MIN(answered_at) FROM response WHERE touchpoint = ? AND answered_at >= ?",
                        select -> {
                            select.setString(1, touchpoint);
                            select.setObject(2, utc(from));
                        },
                        row -> Optional.ofNullable(instant(row, 1)))
                .getFirst();
    }

    /** When the oldest event that is still remembered was written down. */
    Optional<Instant> oldestEvent() {
        return query("SELECT created_at FROM outbox ORDER BY seq LIMIT 1", select -> {}, row -> instant(row, 1))
                .stream()
                .findFirst();
    }

    /** Reads row by row, however many there are. */
    void each(String touchpoint, Instant from, Instant to, Consumer<Answer> reader) {
        Map<String, Map<String, String>> read = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(EACH)) {
            select.setFetchSize(Integer.MIN_VALUE);
            select.setString(1, touchpoint);
            select.setObject(2, utc(from));
            select.setObject(3, utc(to));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.accept(new Answer(
                            UuidBytes.fromBytes(rows.getBytes("id")),
                            rows.getString("survey"),
                            rows.getInt("survey_version"),
                            rows.getString("scale_key"),
                            rows.getString("channel"),
                            read.computeIfAbsent(rows.getString("segments"), this::segments),
                            rows.getInt("score"),
                            rows.getObject("answered_at", LocalDateTime.class)
                                    .truncatedTo(ChronoUnit.HOURS)
                                    .toInstant(ZoneOffset.UTC),
                            rows.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                            rows.getBoolean("withdrawn")));
                }
            }
        } catch (SQLException e) {
            throw new RecountFailure(e);
        }
    }

    /** What was told about these answers. */
    List<Recounted.Told> told(List<UUID> answers) {
        String places = "?,".repeat(answers.size() - 1) + "?";
        return query(
                TOLD.formatted(places),
                select -> {
                    for (int i = 0; i < answers.size(); i++) {
                        select.setString(i + 1, answers.get(i).toString());
                    }
                },
                row -> new Recounted.Told(
                        UuidBytes.fromBytes(row.getBytes(1)),
                        row.getString(2),
                        instant(row, 3),
                        instant(row, 4),
                        row.getString(5)));
    }

    /**
     * Answers of known respondents in the order in which they were given.
     *
     * @param from when the first may have been given
     * @param after of those given then, only ones with a later id
     */
    List<NamedAnswers.Named> named(String touchpoint, Instant from, UUID after, Instant to, int limit) {
        return query(
                NAMED,
                select -> {
                    select.setString(1, touchpoint);
                    select.setObject(2, utc(from));
                    select.setObject(3, utc(to));
                    select.setObject(4, utc(from));
                    select.setBytes(5, UuidBytes.toBytes(after));
                    select.setInt(6, limit);
                },
                row -> new NamedAnswers.Named(
                        UuidBytes.fromBytes(row.getBytes("id")),
                        row.getInt("revision"),
                        row.getString("respondent_ref"),
                        row.getString("survey"),
                        row.getInt("survey_version"),
                        row.getString("scale_key"),
                        row.getInt("score"),
                        row.getObject("answered_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)));
    }

    private interface Parameters {
        void set(PreparedStatement select) throws SQLException;
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Parameters parameters, Reader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(select);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new RecountFailure(e);
        }
    }

    private Map<String, String> segments(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored segments cannot be read", e);
        }
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    /** The database did not answer; the cause says why. */
    private static final class RecountFailure extends RuntimeException {

        RecountFailure(SQLException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
