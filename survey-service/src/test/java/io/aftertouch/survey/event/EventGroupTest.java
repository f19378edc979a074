package io.aftertouch.survey.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

/** Events that come together are judged as if each had come alone. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class EventGroupTest {

    /** One of the people, whose ticket is always closed and opened again. */
    private static final int REGULAR = 12;

    private final Installation shop = new Installation();

    @Inject
    DataSource database;

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    /** Touchpoints, rules and people of the same kind, under names of their own. */
    private final class World {

        private final String closed = shop.touchpoint();
        private final String reopened = shop.touchpoint();
        private final String visited = shop.touchpoint();
        private final String quiet = shop.touchpoint();
        private final String name = fresh("w");
        private final List<Map<String, Object>> events = new ArrayList<>();

        World(long seed) {
            shop.rule(
                    closed,
                    shop.publishedSurvey("CES"),
                    Map.of("delay", "PT2H", "cancelledBy", reopened, "priority", 5, "quarantine", "PT3H"));
            shop.rule(
                    closed,
                    shop.publishedSurvey("NPS"),
                    Map.of(
                            "delay",
                            "PT6H",
                            "quarantine",
                            "PT1H",
                            "conditions",
                            List.of(Map.of("field", "segment.plan", "operator", "equals", "value", "pro"))));
            shop.rule(
                    visited,
                    shop.publishedSurvey("CSAT"),
                    Map.of("delay", "PT1H", "channels", List.of("EMAIL", "LINK"), "quarantine", "PT30M"));
            happen(new Random(seed));
        }

        /** The same seed makes the same events, but for the names. */
        private void happen(Random random) {
            Instant noon = Instant.now().minusSeconds(3_600);
            for (int i = 0; i < 120; i++) {
                String touchpoint =
                        switch (random.nextInt(8)) {
                            case 0, 1, 2 -> closed;
                            case 3 -> reopened;
                            case 4, 5 -> visited;
                            case 6 -> quiet;
                            default -> random.nextInt(3) == 0 ? "no.such-touchpoint" : closed;
                        };
                Map<String, Object> person = new HashMap<>(Map.of("ref", name + "-" + random.nextInt(12)));
                if (random.nextInt(4) > 0) {
                    person.put("email", name + "." + random.nextInt(8) + "@example.com");
                }
                Map<String, Object> event = event(
                        touchpoint,
                        "",
                        Map.of(
                                "id",
                                name + "-" + (random.nextInt(10) == 0 ? random.nextInt(i + 1) : i),
                                "occurredAt",
                                noon.plusSeconds(random.nextInt(3_000)).toString(),
                                "respondent",
                                person,
                                "segments",
                                Map.of("plan", random.nextBoolean() ? "pro" : "free")));
                events.add(event);
            }
            events.add(event(
                    visited,
                    "",
                    Map.of("id", name + "-s", "respondent", Map.of("ref", name + "-stranger"), "segments", Map.of())));
            Map<String, Object> regular = Map.of("ref", name + "-" + REGULAR, "email", name + ".regular@example.com");
            events.add(
                    event(closed, "", Map.of("occurredAt", noon.toString(), "id", name + "-c", "respondent", regular)));
            events.add(event(
                    reopened,
                    "",
                    Map.of("occurredAt", noon.plusSeconds(60).toString(), "id", name + "-r", "respondent", regular)));
        }

        /** What was decided about each event, without names. */
        List<String> oneByOne() {
            return events.stream()
                    .map(event -> {
                        Response answer = shop.as().body(event).post("/api/v1/events");
                        return inShort(answer.statusCode(), read(answer));
                    })
                    .toList();
        }

        List<String> together() {
            Response answer = shop.as().body(Map.of("events", events)).post("/api/v1/events/batch");
            assertThat(answer.statusCode()).isEqualTo(200);
            List<String> decided = new ArrayList<>();
            read(answer).path("results").forEach(result -> {
                int status = result.path("status").asInt();
                decided.add(inShort(status, result.path(status == 202 ? "answer" : "problem")));
            });
            return decided;
        }

        private String inShort(int status, JsonNode said) {
            JsonNode decisions = said.path("decisions");
            return status == 202
                    ? decisions.findValuesAsText("outcome") + " " + decisions.findValuesAsText("reason") + " "
                            + decisions.findValuesAsText("channel")
                    : status + " " + said.path("type").asText();
        }

        /** What became of the invitations of each person. */
        List<List<String>> invitations() {
            return IntStream.rangeClosed(0, REGULAR)
                    .mapToObj(person -> shop.get("/api/v1/invitations?limit=200&respondent=" + name + "-" + person)
                            .extract()
                            .<List<Map<String, Object>>>path("items"))
                    .map(found -> found.stream()
                            .map(one -> one.get("channel") + " " + one.get("state") + " " + one.get("reason"))
                            .sorted()
                            .toList())
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aBatchIsDecidedAsTheSameEventsOneByOne(long seed) {
        World alone = new World(seed);
        World together = new World(seed);

        List<String> expected = alone.oneByOne();

        assertThat(together.together()).isEqualTo(expected);
        assertThat(together.invitations()).isEqualTo(alone.invitations());
        assertThat(expected.toString())
                .as("what the events cover")
                .contains("INVITED", "QUARANTINE", "CONDITION", "NO_RULE", "422", "LINK", "EMAIL");
        assertThat(alone.invitations().toString()).contains("CANCELLED", "SCHEDULED");
    }

    @Test
    void aBatchPostedAgainGetsTheSameAnswer() {
        World world = new World(5);
        Map<String, Object> batch = Map.of("events", world.events);

        String first = shop.post("/api/v1/events/batch", batch).extract().asString();
        String second = shop.post("/api/v1/events/batch", batch).extract().asString();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void batchesThatShareTheirPeopleGetAlong() throws Exception {
        String touchpoint = shop.askingTouchpoint();
        List<String> people =
                IntStream.range(0, 60).mapToObj(i -> fresh("shared")).toList();
        List<Callable<JsonPath>> posts = IntStream.range(0, 8)
                .<Callable<JsonPath>>mapToObj(i -> () -> {
                    List<Map<String, Object>> events = new ArrayList<>(people.stream()
                            .map(person -> event(touchpoint, person))
                            .toList());
                    java.util.Collections.shuffle(events, new Random(i));
                    return shop.post("/api/v1/events/batch", Map.of("events", events))
                            .statusCode(200)
                            .extract()
                            .jsonPath();
                })
                .toList();

        List<String> outcomes = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (Future<JsonPath> answer : pool.invokeAll(posts)) {
                assertThat(answer.get().getList("results.status")).containsOnly(202);
                answer.get()
                        .<List<String>>getList("results.answer.decisions.outcome")
                        .forEach(outcomes::addAll);
            }
        }

        assertThat(outcomes).hasSize(480).filteredOn("INVITED"::equals).hasSize(60);
    }

    @Test
    void anEventThatTheDatabaseRefusesHarmsNoOther() throws SQLException {
        String touchpoint = shop.askingTouchpoint();
        String poison = fresh("poison");
        run("CREATE TRIGGER refuse_poison BEFORE INSERT ON touchpoint_event FOR EACH ROW"
                + " IF NEW.respondent_ref = '" + poison + "' THEN"
                + " SIGNAL SQLSTATE '22001' SET MESSAGE_TEXT = 'too long'; END IF");
        try {
            shop.post(
                            "/api/v1/events/batch",
                            Map.of(
                                    "events",
                                    List.of(
                                            event(touchpoint, fresh("r")),
                                            event(touchpoint, poison),
                                            event(touchpoint, fresh("r")))))
                    .statusCode(200)
                    .body("results.status", equalTo(List.of(202, 422, 202)))
                    .body("results[1].problem.type", equalTo("/problems/event-refused"))
                    .body("results[2].answer.decisions[0].outcome", equalTo("INVITED"));
            shop.happens(event(touchpoint, poison)).statusCode(422).body("type", endsWith("event-refused"));
        } finally {
            run("DROP TRIGGER refuse_poison");
        }
        shop.get("/api/v1/decisions?respondent=" + poison).body("items.size()", equalTo(0));
    }

    private static JsonNode read(Response answer) {
        try {
            return new ObjectMapper().readTree(answer.asInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void anIdempotencyKeyBelongsToOneRequest() {
        String touchpoint = shop.askingTouchpoint();
        String key = fresh("key");
        Map<String, Object> first = event(touchpoint, fresh("r"));

        String answer = keyed("/api/v1/events", key, first, 202);

        assertThat(keyed("/api/v1/events", key, first, 202)).isEqualTo(answer);
        assertThat(keyed("/api/v1/events", key, event(touchpoint, fresh("r")), 422))
                .contains("idempotency-mismatch");
        assertThat(keyed("/api/v1/events/batch", key, Map.of("events", List.of(first)), 422))
                .contains("idempotency-mismatch");
        assertThat(keyed("/api/v1/events", "not printable é", first, 400)).contains("Idempotency-Key");
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        String key = fresh("key");
        Map<String, Object> wrong = event("no.such-touchpoint", fresh("r"));
        keyed("/api/v1/events", key, wrong, 422);

        Map<String, Object> right = new HashMap<>(wrong);
        right.put("touchpoint", shop.askingTouchpoint());

        assertThat(keyed("/api/v1/events", key, right, 202)).contains("INVITED");
    }

    private String keyed(String path, String key, Object body, int status) {
        return shop.as()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }
}
