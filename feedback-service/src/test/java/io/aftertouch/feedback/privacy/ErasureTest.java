package io.aftertouch.feedback.privacy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.feedback.privacy.ErasureTable.Erasure;
import io.aftertouch.feedback.review.Desk;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Traces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Who is erased is gone from every column of every table, and stays gone; what was counted stays counted. */
@QuarkusTest
@RealInfrastructureTest
class ErasureTest {

    private static final String RESPONSES = "/api/v1/responses";
    private static Desk desk;

    private final String ref = "erase-me-" + UUID.randomUUID();
    private final String name = "Freja " + UUID.randomUUID();

    @Inject
    DataSource database;

    @Inject
    ErasureTable erasures;

    @BeforeEach
    void somebodyWorks() {
        if (desk == null) {
            desk = new Desk();
        }
    }

    @Test
    void whatIsLeftOfAPersonIsScoresAndTimes() throws SQLException {
        Link link = Company.invite(
                desk.survey(),
                desk.touchpoint(),
                Map.of("respondentRef", ref, "attributes", Map.of("customer", name), "eventId", "ticket of " + name));
        String id = post(Map.of("invitation", link.token(), "score", 2, "comment", name + " is angry"), "first")
                .statusCode(201)
                .extract()
                .path("id");
        post(Map.of("invitation", link.token(), "score", 3, "comment", name + " is less angry"), null)
                .statusCode(200);
        String reviewCase = desk.caseOf(id);
        given().auth()
                .oauth2(desk.key())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Rang " + name))
                .post(Desk.CASES + "/" + reviewCase + "/notes")
                .then()
                .statusCode(200);
        writtenTo(id, reviewCase);
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("score", "7")
                .formParam("comment", "A scanner found " + name)
                .post(suspectedOf().path())
                .then()
                .statusCode(200);
        String elsewhere = post(answer(9, "order of " + name, name + " likes it"), null)
                .statusCode(201)
                .extract()
                .path("id");
        Company.tell(
                "invitations", "x", "invitation.scheduled", "{\"id\": \"none\", \"respondentRef\": \"" + ref + "\"}");
        await().untilAsserted(() -> assertThat(traces())
                .containsKeys(
                        "invitation.respondent_ref",
                        "invitation.attributes",
                        "invitation.event_id",
                        "response.respondent_ref",
                        "response.source_id",
                        "response.comment",
                        "response_revision.comment",
                        "case_history.text",
                        "case_words.words",
                        "case_reply.text",
                        "suspected_answer.comment",
                        "case_recovery.respondent_ref",
                        "outbox.payload",
                        "idempotency_key.body",
                        "parked_message.payload"));

        erase(Contracts.example("respondent.erased").replace("r-17", ref));
        erase();

        await().untilAsserted(() -> assertThat(traces()).isEmpty());
        assertThat(erasures.claim(Instant.now(), Duration.ofSeconds(1))).isEmpty();
        one(id).body("score", equalTo(3))
                .body("firstScore", equalTo(2))
                .body("touchpoint", equalTo(desk.touchpoint()))
                .body("respondentRef", nullValue())
                .body("comment", nullValue())
                .body("invitationId", nullValue());
        one(elsewhere).body("score", equalTo(9)).body("sourceId", nullValue()).body("withdrawnAt", nullValue());
        desk.look(reviewCase)
                .body("state", equalTo("RESOLVED"))
                .body("outcome", equalTo("ERASED"))
                .body("history.step", equalTo(List.of("OPENED", "ANSWER_CHANGED", "NOTED", "REPLIED", "ANSWER_ERASED")))
                .body("history[2].text", nullValue());
        assertThat(given().auth()
                        .oauth2(desk.key())
                        .get("/inbox?case=" + reviewCase)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("The answer was erased");
    }

    /** A root cause is a word of the team's where other cases have it too; one that stands alone may be about the person. */
    @Test
    void aRootCauseThatNamesThePersonGoesAndACommonOneStays() throws SQLException {
        String common = "Courier " + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            resolve(desk.aCase(), common);
        }
        String named =
                desk.caseOf(post(answer(1, "a-" + name, null), null).extract().path("id"));
        resolve(named, "Neighbour of " + name);
        String plain =
                desk.caseOf(post(answer(2, "b-" + name, null), null).extract().path("id"));
        resolve(plain, common);
        assertThat(traces()).containsKeys("review_case.root_cause", "case_history.text");

        erase();

        await().untilAsserted(() -> assertThat(traces()).isEmpty());
        desk.look(named).body("rootCause", nullValue()).body("outcome", equalTo("EXPLAINED"));
        desk.look(plain).body("rootCause", equalTo(common)).body("history[1].text", equalTo("Explained"));
    }

    private static void resolve(String reviewCase, String cause) {
        desk.step(reviewCase, "resolution", Map.of("reason", "EXPLAINED", "rootCause", cause))
                .statusCode(200);
    }

    @Test
    void nothingBringsThePersonBack() throws SQLException {
        Link link = Company.invite(desk.survey(), desk.touchpoint(), Map.of("respondentRef", ref));
        post(answer(1, "o-" + name, name), "again").statusCode(201);
        erase();
        await().untilAsserted(() -> assertThat(traces()).isEmpty());

        given().get(link.path()).then().statusCode(404);
        post(Map.of("invitation", link.token(), "score", 9), null)
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-invitation"));
        post(answer(1, "o-" + name, name), "again")
                .statusCode(409)
                .body("type", equalTo("/problems/respondent-erased"));
        post(answer(1, "o-" + name, name), null).statusCode(409);
        given().auth()
                .oauth2(desk.key())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "responses",
                        List.of(
                                answer(4, "new", name),
                                withoutRef(answer(4, UUID.randomUUID().toString(), null)))))
                .post(RESPONSES + "/batch")
                .then()
                .statusCode(200)
                .body("results[0].problem.type", equalTo("/problems/respondent-erased"))
                .body("results[1].status", equalTo(201));
        Map<String, Object> late = Company.invitation(desk.survey(), desk.touchpoint(), Company.newToken());
        late.put("respondentRef", ref);
        late.put("attributes", Map.of("customer", name));
        Object token = late.remove("token");
        Company.tell("invitations", late.get("id").toString(), "invitation.scheduled", late);
        Company.invite(
                desk.survey(), desk.touchpoint(), Map.of("id", UUID.randomUUID().toString()));
        given().get("/s/" + token).then().statusCode(404);

        assertThat(traces()).isEmpty();
    }

    /** Another instance died while it was at it: its lease is over. */
    @Test
    void anErasureThatWasInterruptedIsFinishedByWhoeverLooksFirst() throws SQLException {
        List<Map<String, Object>> many = IntStream.range(0, 250)
                .mapToObj(i -> answer(i % 11, "o-" + i + name, name))
                .toList();
        given().auth()
                .oauth2(desk.key())
                .contentType(ContentType.JSON)
                .body(Map.of("responses", many))
                .post(RESPONSES + "/batch")
                .then()
                .statusCode(200)
                .body("results.status", everyItem(equalTo(201)));
        erasures.add(new Erasure(UUID.randomUUID(), ref), Instant.now().minus(Duration.ofMinutes(1)));

        await().untilAsserted(() -> assertThat(traces()).isEmpty());
    }

    @Test
    void whatComesInWhileSomebodyIsErasedIsForgottenOrRefused() throws Exception {
        try (var hands = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> calls = IntStream.range(0, 160)
                    .mapToObj(i -> (Callable<Integer>) () -> post(answer(3, "o-" + i + name, name), null)
                            .extract()
                            .statusCode())
                    .toList();
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < calls.size(); i++) {
                if (i == 40) {
                    erase();
                }
                answers.add(hands.submit(calls.get(i)));
            }
            for (Future<Integer> answered : answers) {
                assertThat(answered.get()).isIn(201, 409);
            }
        }
        await().untilAsserted(() -> {
            post(answer(3, "last", name), null).statusCode(409);
            assertThat(traces()).isEmpty();
        });
    }

    @Test
    void allThatIsKeptIsToldToWhoeverMayAsk() {
        Link link = Company.invite(
                desk.survey(), desk.touchpoint(), Map.of("respondentRef", ref, "attributes", Map.of("customer", name)));
        post(Map.of("invitation", link.token(), "score", 2, "comment", "Late"), null)
                .statusCode(201);
        String id = post(Map.of("invitation", link.token(), "score", 1, "comment", "Broken too"), null)
                .statusCode(200)
                .extract()
                .path("id");
        desk.step(desk.caseOf(id), "notes", Map.of("text", "Rang " + name)).statusCode(200);

        personalData()
                .statusCode(200)
                .body("answers", hasSize(1))
                .body("answers[0].comment", equalTo("Broken too"))
                .body("answers[0].earlier.comment", equalTo(List.of("Late")))
                .body("answers[0].reviewCase.history.text.findAll { it == 'Rang " + name + "' }", hasSize(1))
                .body("invitations[0].attributes.customer", equalTo(name))
                .body("parkedMessages", hasSize(0));
        given().get("/api/v1/personal-data?respondent=" + ref).then().statusCode(401);

        erase();
        await().untilAsserted(() -> personalData().body("answers", hasSize(0)).body("invitations", hasSize(0)));
    }

    /** Another link of the same person, which is sent before anybody can have read it. */
    private Link suspectedOf() {
        return Company.invite(desk.survey(), desk.touchpoint(), Map.of("respondentRef", ref));
    }

    /** Somebody writes to the customer, who is to be asked again. */
    private void writtenTo(String response, String reviewCase) throws SQLException {
        run("UPDATE response SET contact_permitted = TRUE WHERE id = ?", response);
        given().auth()
                .oauth2(desk.key())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("language", "da", "subject", "Om " + name, "text", "Hej " + name))
                .post(Desk.CASES + "/" + reviewCase + "/replies")
                .then()
                .statusCode(200);
        run(
                "INSERT INTO case_recovery (case_id, respondent_ref, touchpoint, state, due_at) SELECT id, '" + ref
                        + "', touchpoint, 'WAITING', '2099-01-01' FROM review_case WHERE id = ?",
                reviewCase);
    }

    private void run(String sql, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, UuidBytes.toBytes(UUID.fromString(id)));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private ValidatableResponse personalData() {
        return given().auth()
                .oauth2(desk.key())
                .queryParam("respondent", ref)
                .get("/api/v1/personal-data")
                .then();
    }

    private void erase() {
        erase(Company.json(Map.of("ref", ref, "erasedAt", Instant.now().toString())));
    }

    private void erase(String message) {
        Company.tell("respondents", ref, "respondent.erased", message);
    }

    private Map<String, Object> answer(int score, String id, String comment) {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "source", "shop", "id", id, "survey", desk.survey(), "touchpoint", desk.touchpoint(), "score", score));
        answer.put("respondentRef", ref);
        answer.put("comment", comment);
        return answer;
    }

    private static Map<String, Object> withoutRef(Map<String, Object> answer) {
        answer.remove("respondentRef");
        return answer;
    }

    private ValidatableResponse post(Map<String, Object> answer, String idempotencyKey) {
        var request =
                given().auth().oauth2(desk.key()).contentType(ContentType.JSON).body(answer);
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey + UUID.nameUUIDFromBytes(ref.getBytes()));
        }
        return request.post(RESPONSES).then();
    }

    private ValidatableResponse one(String id) {
        return given().auth()
                .oauth2(desk.key())
                .get(RESPONSES + "/" + id)
                .then()
                .statusCode(200);
    }

    private Map<String, Integer> traces() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Map<String, Integer> traces = Traces.of(connection, ref, name);
            return traces;
        }
    }
}
