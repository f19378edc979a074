package io.aftertouch.local.fault;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.local.journey.RunningSuite;
import io.aftertouch.local.journey.SuiteDatabase;
import io.aftertouch.platform.testing.Traces;

/** Reads everything that a check needs out of the three databases, the topics, the mail server and the receiver of the webhook. */
final class StateReader {

    /** Which service listens to which topics, and remembers what it applied in its inbox. */
    private static final Map<SuiteDatabase, Set<String>> LISTENERS = Map.of(
            SuiteDatabase.SURVEY, Set.of("responses", "replies"),
            SuiteDatabase.FEEDBACK,
                    Set.of(
                            "touchpoints",
                            "surveys",
                            "invitations",
                            "respondents",
                            "public-links",
                            "reply-outcomes",
                            "decisions",
                            "api-keys"),
            SuiteDatabase.SCORE,
                    Set.of(
                            "responses",
                            "invitations",
                            "decisions",
                            "touchpoints",
                            "surveys",
                            "respondents",
                            "cases",
                            "alerts",
                            "api-keys"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESPONDENT = "respondentRef";
    private static final int SCORES = 11;
    private static final String LESS_ITS_PARTS = IntStream.range(0, SCORES)
            .mapToObj("SUM(IF(t.facet = 'ANYWHERE', t.n%1$d, -t.n%1$d))"::formatted)
            .collect(Collectors.joining(", "));

    private final RunningSuite suite;
    private final Scene scene;
    private final Topics topics;

    StateReader(RunningSuite suite, Scene scene, Topics topics) {
        this.suite = suite;
        this.scene = scene;
        this.topics = topics;
    }

    /** @param leavers whose traces are looked for */
    State read(List<String> leavers) throws SQLException {
        try (Connection survey = SuiteDatabase.SURVEY.of(suite);
                Connection feedback = SuiteDatabase.FEEDBACK.of(suite);
                Connection score = SuiteDatabase.SCORE.of(suite)) {
            Map<SuiteDatabase, Connection> databases =
                    Map.of(SuiteDatabase.SURVEY, survey, SuiteDatabase.FEEDBACK, feedback, SuiteDatabase.SCORE, score);
            return new State(
                    answers(feedback),
                    tallies(score),
                    cases(feedback),
                    scoreCases(score),
                    events(survey),
                    rules(survey),
                    decisions(survey),
                    invitations(survey),
                    scene.mails(),
                    scene.posts(),
                    wanted(feedback),
                    told(databases),
                    traces(databases, leavers));
        }
    }

    /** Whether nothing is on its way any more: nothing waits to be told, heard, sent or forgotten. */
    boolean isQuiet() throws SQLException {
        try (Connection survey = SuiteDatabase.SURVEY.of(suite);
                Connection feedback = SuiteDatabase.FEEDBACK.of(suite);
                Connection score = SuiteDatabase.SCORE.of(suite)) {
            boolean idle = count(
                                    survey,
                                    "SELECT COUNT(*) FROM invitation WHERE state = 'SCHEDULED' AND due_at < UTC_TIMESTAMP(6) AND touchpoint_key"
                                            + mine())
                            == 0
                    && count(feedback, "SELECT COUNT(*) FROM erasure") == 0
                    && count(
                                    score,
                                    "SELECT COUNT(*) FROM webhook_message WHERE state = 'WAITING' AND webhook_id = UNHEX('"
                                            + scene.webhook().toString().replace("-", "") + "')")
                            == 0;
            return idle
                    && told(Map.of(
                                    SuiteDatabase.SURVEY, survey,
                                    SuiteDatabase.FEEDBACK, feedback,
                                    SuiteDatabase.SCORE, score))
                            .stream()
                            .allMatch(State.Told::isHeard);
        }
    }

    /** The topics that somebody listens to. */
    static Set<String> topics() {
        return LISTENERS.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private String mine() {
        return scene.touchpoints().stream().collect(Collectors.joining("','", " IN ('", "')"));
    }

    private List<State.Answer> answers(Connection feedback) throws SQLException {
        return rows(
                feedback,
                "SELECT id, invitation_id, source, source_id, touchpoint, survey, survey_version, channel, respondent_ref, segments,"
                        + " score, band, comment, answered_at, withdrawn_at FROM response WHERE touchpoint" + mine(),
                row -> new State.Answer(
                        uuid(row, 1),
                        uuid(row, 2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7),
                        row.getString(8),
                        row.getString(9),
                        segments(row.getString(10)),
                        row.getInt(11),
                        row.getString(12).equals("NEGATIVE"),
                        row.getString(13),
                        instant(row, 14),
                        row.getObject(15) != null));
    }

    private static SortedMap<String, String> segments(String json) {
        try {
            return JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private SortedMap<String, List<Integer>> tallies(Connection score) throws SQLException {
        String counts = ", n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10";
        String profiles =
                "(SELECT profile_id, GROUP_CONCAT(CONCAT(dimension, ':', value) ORDER BY dimension) AS segments FROM profile_segment GROUP BY profile_id)";
        SortedMap<String, List<Integer>> tallies = new TreeMap<>();
        rows(
                score,
                "SELECT t.grain, t.bucket, p.touchpoint_key, v.survey_key, v.version, c.name, COALESCE(f.segments, '')"
                        + counts
                        + " FROM tally t JOIN touchpoint p ON p.id = t.touchpoint_id JOIN survey_version v ON v.id = t.survey_version_id"
                        + " JOIN channel c ON c.id = t.channel_id LEFT JOIN " + profiles
                        + " f ON f.profile_id = t.profile_id WHERE p.touchpoint_key" + mine(),
                row -> keep(
                        tallies,
                        row,
                        8,
                        Recount.detail(
                                row.getString(1),
                                instant(row, 2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5),
                                row.getString(6),
                                "[" + row.getString(7) + "]")));
        rows(
                score,
                "SELECT t.grain, t.bucket, p.touchpoint_key, v.survey_key, v.version, t.facet,"
                        + " CASE t.facet WHEN 'CHANNEL' THEN c.name WHEN 'SEGMENT' THEN CONCAT(s.dimension, ':', s.value)"
                        + " WHEN 'PROFILE' THEN CONCAT('[', COALESCE(f.segments, ''), ']') ELSE '' END" + counts
                        + " FROM facet_tally t JOIN touchpoint p ON p.id = t.touchpoint_id JOIN survey_version v ON v.id = t.survey_version_id"
                        + " LEFT JOIN channel c ON c.id = t.member_id LEFT JOIN segment s ON s.id = t.member_id LEFT JOIN "
                        + profiles
                        + " f ON f.profile_id = t.member_id WHERE p.touchpoint_key" + mine(),
                row -> keep(
                        tallies,
                        row,
                        8,
                        Recount.facet(
                                row.getString(1),
                                instant(row, 2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5),
                                row.getString(6),
                                row.getString(7))));
        rows(
                score,
                "SELECT t.grain, t.bucket, t.member_id, v.scale_key, " + LESS_ITS_PARTS
                        + " FROM facet_tally t JOIN survey_version v ON v.id = t.survey_version_id WHERE t.facet IN ('PROFILE', 'ANYWHERE')"
                        + " GROUP BY t.grain, t.bucket, t.member_id, v.scale_key",
                row -> keep(
                        tallies,
                        row,
                        5,
                        "sum over all touchpoints, less its parts: " + row.getString(1) + " " + instant(row, 2)
                                + " profile " + row.getInt(3) + " " + row.getString(4)));
        return tallies;
    }

    private static boolean keep(SortedMap<String, List<Integer>> tallies, ResultSet row, int first, String name)
            throws SQLException {
        List<Integer> counts = new ArrayList<>();
        for (int score = 0; score < SCORES; score++) {
            counts.add(row.getInt(first + score));
        }
        if (counts.stream().anyMatch(n -> n != 0)) {
            tallies.put(name, counts);
        }
        return true;
    }

    private List<State.ReviewCase> cases(Connection feedback) throws SQLException {
        record Step(UUID reviewCase, State.Step step) {}
        Map<UUID, List<State.Step>> steps = rows(
                        feedback,
                        "SELECT h.case_id, h.step, h.text FROM case_history h JOIN review_case c ON c.id = h.case_id WHERE c.touchpoint"
                                + mine() + " ORDER BY h.seq",
                        row -> new Step(uuid(row, 1), new State.Step(row.getString(2), row.getString(3))))
                .stream()
                .collect(Collectors.groupingBy(Step::reviewCase, Collectors.mapping(Step::step, Collectors.toList())));
        return rows(
                feedback,
                "SELECT id, response_id, version FROM review_case WHERE touchpoint" + mine(),
                row -> new State.ReviewCase(
                        uuid(row, 1), uuid(row, 2), row.getLong(3), steps.getOrDefault(uuid(row, 1), List.of())));
    }

    private Map<UUID, Long> scoreCases(Connection score) throws SQLException {
        Map<UUID, Long> versions = new HashMap<>();
        rows(
                score,
                "SELECT c.id, c.version FROM review_case c JOIN touchpoint p ON p.id = c.touchpoint_id WHERE p.touchpoint_key"
                        + mine(),
                row -> versions.put(uuid(row, 1), row.getLong(2)));
        return versions;
    }

    private List<State.Event> events(Connection survey) throws SQLException {
        return rows(
                survey,
                "SELECT id, source_id, touchpoint_key, respondent_ref FROM touchpoint_event WHERE touchpoint_key"
                        + mine(),
                row -> new State.Event(uuid(row, 1), row.getString(2), row.getString(3), row.getString(4)));
    }

    private Map<String, List<UUID>> rules(Connection survey) throws SQLException {
        record Rule(String touchpoint, UUID id) {}
        return rows(
                        survey,
                        "SELECT touchpoint_key, id FROM trigger_rule WHERE state = 'ACTIVE' AND touchpoint_key"
                                + mine(),
                        row -> new Rule(row.getString(1), uuid(row, 2)))
                .stream()
                .collect(Collectors.groupingBy(Rule::touchpoint, Collectors.mapping(Rule::id, Collectors.toList())));
    }

    private List<State.Decision> decisions(Connection survey) throws SQLException {
        return rows(
                survey,
                "SELECT event_id, rule_id, outcome, reason, invitation_id FROM decision WHERE superseded_at IS NULL AND touchpoint_key"
                        + mine(),
                row -> new State.Decision(
                        uuid(row, 1), uuid(row, 2), row.getString(3), row.getString(4), uuid(row, 5)));
    }

    private List<State.Invitation> invitations(Connection survey) throws SQLException {
        return rows(
                survey,
                "SELECT id, touchpoint_key, NULLIF(respondent_ref, ''), channel, state, sent_at IS NOT NULL FROM invitation WHERE touchpoint_key"
                        + mine(),
                row -> new State.Invitation(
                        uuid(row, 1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6)));
    }

    /** What the webhook of the scene wants to hear of, as feedback-service wrote it down. */
    private Map<UUID, String> wanted(Connection feedback) throws SQLException {
        Map<UUID, String> wanted = new LinkedHashMap<>();
        rows(
                feedback,
                "SELECT id, type, payload FROM outbox WHERE type IN ('" + String.join("','", Scene.WANTED)
                        + "') ORDER BY seq",
                row -> {
                    JsonNode data = parsed(row.getString(3));
                    if (scene.touchpoints().contains(data.path("touchpoint").asText()) && !isForgotten(data)) {
                        wanted.put(uuid(row, 1), row.getString(2));
                    }
                    return true;
                });
        return wanted;
    }

    /** Of whoever was erased before the webhook could be told, it is told no more. */
    private static boolean isForgotten(JsonNode data) {
        return data.has(RESPONDENT) && data.path(RESPONDENT).isNull();
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Position(String topic, int partition, long offset) {}

    private List<State.Told> told(Map<SuiteDatabase, Connection> databases) throws SQLException {
        Map<SuiteDatabase, Set<String>> applied = new HashMap<>();
        Map<SuiteDatabase, Set<String>> parkedIds = new HashMap<>();
        Map<SuiteDatabase, Set<Position>> parkedAt = new HashMap<>();
        List<State.Told> told = new ArrayList<>();
        for (SuiteDatabase database : SuiteDatabase.values()) {
            Connection connection = databases.get(database);
            applied.put(database, new HashSet<>(rows(connection, "SELECT event_id FROM inbox", row -> uuid(row, 1)
                    .toString())));
            parkedIds.put(
                    database,
                    new HashSet<>(rows(
                            connection,
                            "SELECT event_id FROM parked_message WHERE event_id IS NOT NULL",
                            row -> row.getString(1))));
            parkedAt.put(
                    database,
                    new HashSet<>(rows(
                            connection,
                            "SELECT topic, part, position FROM parked_message",
                            row -> new Position(
                                    row.getString(1).substring(Topics.PREFIX.length()),
                                    row.getInt(2),
                                    row.getLong(3)))));
        }
        for (SuiteDatabase database : SuiteDatabase.values()) {
            told.addAll(rows(
                    databases.get(database),
                    "SELECT topic, type, id, sent_at IS NULL FROM outbox ORDER BY seq",
                    row -> {
                        String id = uuid(row, 3).toString();
                        Set<String> unheard = new TreeSet<>();
                        Set<String> parked = new TreeSet<>();
                        LISTENERS.forEach((listener, heard) -> {
                            if (heard.contains(topic(row))
                                    && !applied.get(listener).contains(id)) {
                                (parkedIds.get(listener).contains(id) ? parked : unheard).add(listener.name());
                            }
                        });
                        return new State.Told(
                                row.getString(1), row.getString(2), id, row.getBoolean(4), unheard, parked);
                    }));
        }
        for (Topics.Message message : topics.all()) {
            Set<String> unheard = new TreeSet<>();
            LISTENERS.forEach((listener, heard) -> {
                if (heard.contains(message.topic())
                        && message.record().value() != null
                        && !(message.id() != null && applied.get(listener).contains(message.id()))
                        && !parkedAt.get(listener)
                                .contains(new Position(message.topic(), message.partition(), message.offset()))) {
                    unheard.add(listener.name());
                }
            });
            told.add(new State.Told(message.topic(), message.type(), message.id(), false, unheard, Set.of()));
        }
        return told;
    }

    private static String topic(ResultSet row) {
        try {
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Set<String>> traces(Map<SuiteDatabase, Connection> databases, List<String> leavers)
            throws SQLException {
        Map<String, Set<String>> traces = new HashMap<>();
        for (String leaver : leavers) {
            Set<String> places = new TreeSet<>();
            for (var database : databases.entrySet()) {
                Traces.of(database.getValue(), leaver)
                        .keySet()
                        .forEach(column -> places.add(database.getKey() + " " + column));
            }
            traces.put(leaver, places);
        }
        return traces;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(Connection connection, String sql, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reading.of(result));
            }
            return rows;
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        return rows(connection, sql, row -> row.getLong(1)).getFirst();
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
