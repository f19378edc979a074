package io.aftertouch.feedback.response;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.feedback.EditWindows;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** A customer changes an answer within the edit window, or takes it back; it counts once, or not at all. */
@QuarkusTest
@RealInfrastructureTest
class AnswerChangeTest {

    private static final String PATH = "/api/v1/responses";

    private static String key;
    private static String survey;

    @Inject
    AnswerChange changes;

    @Inject
    DataSource database;

    @BeforeEach
    void somethingIsAsked() {
        if (key == null) {
            key = TestKeys.allScopes();
            survey = Company.npsSurvey();
        }
    }

    @Test
    void anotherAnswerWithinTheWindowReplacesTheFirstAndBothScoresStay() throws Exception {
        String touchpoint = Company.touchpoint();
        Link link = Company.invite(survey, touchpoint, "da");
        String id = answer(link, 3, "It never came").statusCode(201).extract().path("id");
        String answeredAt = one(id).extract().path("answeredAt");
        answer(link, 6, "It came late")
                .statusCode(200)
                .body("id", equalTo(id))
                .body("revision", equalTo(2))
                .body("score", equalTo(6))
                .body("firstScore", equalTo(3))
                .body("revisedAt", notNullValue());
        answer(link, 9, null).statusCode(200).body("revision", equalTo(3));
        answer(link, 9, null).statusCode(200).body("revision", equalTo(3));
        one(id).body("score", equalTo(9))
                .body("band", equalTo("POSITIVE"))
                .body("comment", nullValue())
                .body("firstScore", equalTo(3))
                .body("answeredAt", equalTo(answeredAt));
        get(PATH + "/" + id + "/revisions")
                .body("items.revision", equalTo(List.of(1, 2)))
                .body("items.score", equalTo(List.of(3, 6)))
                .body("items.comment", equalTo(List.of("It never came", "It came late")))
                .body("items[0].saidAt", equalTo(answeredAt));
        get(PATH + "?touchpoint=" + touchpoint).body("items.score", equalTo(List.of(9)));

        List<JsonNode> events = events(id, "response.revised");
        assertThat(events)
                .extracting(event -> event.at("/previous/score").asInt())
                .containsExactly(3, 6);
        assertThat(events).extracting(event -> event.get("score").asInt()).containsExactly(6, 9);
        assertThat(events).extracting(event -> event.get("answeredAt").asText()).containsOnly(answeredAt);
        assertThat(events(id, "response.recorded")).hasSize(1);
    }

    @Test
    void afterTheWindowTheFirstAnswerStands() {
        Link link = EditWindows.invite("PT0S");
        String id = answer(link, 3, null).statusCode(201).extract().path("id");
        answer(link, 3, null).statusCode(200);
        answer(link, 9, null).statusCode(409).body("type", equalTo("/problems/already-answered"));
        one(id).body("score", equalTo(3)).body("revision", equalTo(1));
    }

    @Test
    void anAnswerTakenElsewhereIsNeverChanged() {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "source",
                "shop",
                "id",
                UUID.randomUUID().toString(),
                "survey",
                survey,
                "touchpoint",
                Company.touchpoint(),
                "score",
                3));
        post(answer).statusCode(201);
        answer.put("score", 9);
        post(answer).statusCode(409);
    }

    @Test
    void aGoodAnswerThatTurnsBadGetsItsCaseAndABadOneThatTurnsGoodKeepsIt() {
        String touchpoint = Company.touchpoint();
        Link link = Company.invite(survey, touchpoint, "da");
        answer(link, 9, null).statusCode(201);
        cases(touchpoint).body("items", hasSize(0));
        answer(link, 2, "No").statusCode(200);
        String opened = cases(touchpoint)
                .body("items.state", equalTo(List.of("NEW")))
                .body("items[0].score", equalTo(2))
                .extract()
                .path("items[0].id");
        answer(link, 10, "Yes after all").statusCode(200);
        get("/api/v1/review-cases/" + opened)
                .body("state", equalTo("NEW"))
                .body("score", equalTo(10))
                .body("why", equalTo("The score was negative; the customer has changed the answer since."))
                .body("history.step", equalTo(List.of("OPENED", "ANSWER_CHANGED")))
                .body("history[1].text", equalTo("2 became 10"));
        answer(link, 1, "No").statusCode(200);
        cases(touchpoint).body("items", hasSize(1));
    }

    @Test
    void aClosedCaseIsOpenAgainWhenTheAnswerTurnsBadAgain() {
        String touchpoint = Company.touchpoint();
        Link link = Company.invite(survey, touchpoint, "da");
        answer(link, 2, null).statusCode(201);
        answer(link, 9, null).statusCode(200);
        String opened = cases(touchpoint).extract().path("items[0].id");
        resolve(opened, "PUT_RIGHT").statusCode(200);
        answer(link, 1, null).statusCode(200);
        get("/api/v1/review-cases/" + opened).body("state", equalTo("NEW"));
        resolve(opened, "WITHDRAWN").statusCode(409);
    }

    @Test
    void changesAtOnceMakeOneChainInWhichNothingIsLost() throws Exception {
        Link link = Company.invite(survey, Company.touchpoint(), "da");
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 22)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> answer(link, i % 11, "from " + i).extract().statusCode()))
                .toList();
        List<Integer> statuses =
                answers.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(statuses).first().isEqualTo(200);
        assertThat(statuses.subList(0, 21)).containsOnly(200);
        assertThat(statuses).last().isEqualTo(201);
        String id = answer(link, 7, "last").statusCode(200).extract().path("id");
        assertThat(one(id).extract().<Integer>path("revision")).isEqualTo(23);

        List<JsonNode> chain = new ArrayList<>(events(id, "response.recorded"));
        chain.addAll(events(id, "response.revised"));
        int[] counts = new int[11];
        for (JsonNode event : chain) {
            counts[event.get("score").asInt()]++;
            if (event.has("previous")) {
                counts[event.at("/previous/score").asInt()]--;
            }
        }
        int[] one = new int[11];
        one[7] = 1;
        assertThat(counts).as("all events together count one answer").containsExactly(one);
    }

    @Test
    void aRequestUnderAKeyChangesTheAnswerOnce() {
        Link link = Company.invite(survey, Company.touchpoint(), "da");
        answer(link, 3, null).statusCode(201);
        String request = UUID.randomUUID().toString();
        Map<String, Object> change = Map.of("invitation", link.token(), "score", 8);
        keyed(request, change).statusCode(200).body("revision", equalTo(2));
        answer(link, 9, null).statusCode(200).body("revision", equalTo(3));
        keyed(request, change)
                .statusCode(200)
                .header("Idempotent-Replayed", "true")
                .body("revision", equalTo(2));
        keyed(request, Map.of("invitation", link.token(), "score", 1)).statusCode(422);
    }

    @Test
    void aWithdrawnAnswerIsInNoListAndItsWordsAreGone() throws Exception {
        String touchpoint = Company.touchpoint();
        Link link = Company.invite(survey, touchpoint, "da");
        String id = answer(link, 5, "Secret one").statusCode(201).extract().path("id");
        keyed(UUID.randomUUID().toString(), Map.of("invitation", link.token(), "score", 2, "comment", "Secret two"))
                .statusCode(200);
        changes.withdraw(UUID.fromString(id));
        changes.withdraw(UUID.fromString(id));
        one(id).body("withdrawnAt", notNullValue()).body("comment", nullValue());
        get(PATH + "/" + id + "/revisions").body("items", hasSize(0));
        get(PATH + "?touchpoint=" + touchpoint).body("items", hasSize(0));
        get(PATH + "?touchpoint=" + touchpoint + "&segment=country:DK").body("items", hasSize(0));
        answer(link, 2, "Secret two").statusCode(409).body("type", equalTo("/problems/answer-withdrawn"));
        answer(link, 9, null).statusCode(409);
        String closed = cases(touchpoint).extract().path("items[0].id");
        get("/api/v1/review-cases/" + closed)
                .body("state", equalTo("RESOLVED"))
                .body("outcome", equalTo("WITHDRAWN"))
                .body("comment", nullValue())
                .body("history[-1].step", equalTo("ANSWER_WITHDRAWN"));
        List<JsonNode> events = events(id, "response.withdrawn");
        assertThat(events).hasSize(1);
        assertThat(events.getFirst().get("score").asInt()).isEqualTo(2);
        assertThat(secretWords()).isZero();
    }

    @Test
    void theExamplesAreAsTheSchemasSay() {
        for (String type : List.of("response.revised", "response.withdrawn")) {
            Contracts.assertValid(type, Contracts.example(type));
        }
    }

    private static ValidatableResponse resolve(String id, String reason) {
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(Company.json(Map.of("reason", reason)))
                .post("/api/v1/review-cases/" + id + "/resolution")
                .then();
    }

    private static ValidatableResponse answer(Link link, int score, String comment) {
        Map<String, Object> answer = new HashMap<>(Map.of("invitation", link.token(), "score", score));
        if (comment != null) {
            answer.put("comment", comment);
        }
        return post(answer);
    }

    private static ValidatableResponse post(Map<String, Object> answer) {
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(Company.json(answer))
                .post(PATH)
                .then();
    }

    private static ValidatableResponse keyed(String request, Map<String, Object> answer) {
        return given().auth()
                .oauth2(key)
                .header("Idempotency-Key", request)
                .contentType(ContentType.JSON)
                .body(Company.json(answer))
                .post(PATH)
                .then();
    }

    private static ValidatableResponse one(String id) {
        return get(PATH + "/" + id);
    }

    private static ValidatableResponse cases(String touchpoint) {
        return get("/api/v1/review-cases?touchpoint=" + touchpoint);
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(key).get(path).then().statusCode(200);
    }

    private long secretWords() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT (SELECT COUNT(*) FROM response WHERE comment LIKE 'Secret%')"
                                + " + (SELECT COUNT(*) FROM idempotency_key WHERE body LIKE '%Secret%')");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What is told of an answer, in order, each as its schema says. */
    private List<JsonNode> events(String id, String type) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT payload FROM outbox WHERE event_key = ? AND type = ? ORDER BY id")) {
            select.setString(1, id);
            select.setString(2, type);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    Contracts.assertValid(type, rows.getString(1));
                    events.add(new ObjectMapper().readTree(rows.getString(1)));
                }
            }
        }
        return events;
    }
}
