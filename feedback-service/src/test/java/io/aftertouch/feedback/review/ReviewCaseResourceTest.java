package io.aftertouch.feedback.review;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.feedback.Company;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
class ReviewCaseResourceTest {

    private static final String PATH = "/api/v1/review-cases";

    private static String mette;
    private static String jonas;
    private static String survey;

    private final String touchpoint = Company.touchpoint();

    @BeforeAll
    static void aTeamIsThere() {
        mette = TestKeys.allScopes();
        jonas = TestKeys.withScopes(Scopes.CASES_WRITE);
        survey = Company.npsSurvey();
    }

    @Test
    void aNegativeAnswerIsACaseThatSaysWhyItIsHere() {
        String respondent = "r-" + UUID.randomUUID();
        String response = answer(2, "Pakken kom aldrig", respondent);
        get(PATH + "?touchpoint=" + touchpoint)
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].state", equalTo("NEW"))
                .body("items[0].open", equalTo(true))
                .body("items[0].reason", equalTo("LOW_SCORE"))
                .body("items[0].why", equalTo("A score of 2 is negative on this scale (0 to 6)."))
                .body("items[0].score", equalTo(2))
                .body("items[0].scaleMax", equalTo(10))
                .body("items[0].band", equalTo("NEGATIVE"))
                .body("items[0].comment", equalTo("Pakken kom aldrig"))
                .body("items[0].respondentRef", equalTo(respondent))
                .body("items[0].segments", equalTo(Map.of("country", "DK")))
                .body("items[0].responseId", equalTo(response))
                .body("items[0].assignee", nullValue());
        Instant opened =
                Instant.parse(get(PATH + "?touchpoint=" + touchpoint).extract().path("items[0].openedAt"));
        Instant due =
                Instant.parse(get(PATH + "?touchpoint=" + touchpoint).extract().path("items[0].dueAt"));
        assertThat(Duration.between(opened, due)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void onlyWhatNeedsSomebodyBecomesACase() {
        answer(7, "Passive", null);
        answer(9, "Happy", null);
        answer(10, "Happy, but I told my lawyer", null);
        get(PATH + "?touchpoint=" + touchpoint)
                .body("items.size()", equalTo(1))
                .body("items[0].reason", equalTo("ALARMING_COMMENT"))
                .body("items[0].score", equalTo(10));
    }

    @Test
    void aCaseIsTakenNotedAndResolved() {
        String id = aCase();
        step(mette, id, "take", null).statusCode(200).body("state", equalTo("IN_PROGRESS"));
        step(mette, id, "notes", Map.of("text", "Called <b>twice</b>")).statusCode(200);
        step(mette, id, "waiting", null).statusCode(200).body("state", equalTo("WAITING"));
        step(mette, id, "resolution", Map.of("reason", "PUT_RIGHT", "rootCause", "Carrier: wrong pick-up point"))
                .statusCode(200)
                .body("state", equalTo("RESOLVED"))
                .body("open", equalTo(false))
                .body("outcome", equalTo("PUT_RIGHT"))
                .body("rootCause", equalTo("Carrier: wrong pick-up point"))
                .body("history.step", equalTo(List.of("OPENED", "TAKEN", "NOTED", "WAITING", "RESOLVED")))
                .body("history[2].text", equalTo("Called <b>twice</b>"))
                .body("history[0].actor", nullValue())
                .body("history[1].actor", containsString("key:"));
        step(jonas, id, "reopening", null)
                .statusCode(200)
                .body("state", equalTo("NEW"))
                .body("assignee", nullValue())
                .body("outcome", nullValue());
        get(PATH + "/" + id).statusCode(200).header("ETag", equalTo("\"5\"")).body("version", equalTo(5));
    }

    @Test
    void fiftyPeopleTakeOneCaseAndOneHasIt() throws InterruptedException, ExecutionException {
        String id = aCase();
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            people.add(TestKeys.withScopes(Scopes.CASES_WRITE));
        }
        List<Integer> statuses = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        try (var office = Executors.newFixedThreadPool(50)) {
            List<Callable<ValidatableResponse>> takes = people.stream()
                    .<Callable<ValidatableResponse>>map(person -> () -> step(person, id, "take", null))
                    .toList();
            for (Future<ValidatableResponse> take : office.invokeAll(takes)) {
                var answer = take.get().extract();
                statuses.add(answer.statusCode());
                if (answer.statusCode() != 200) {
                    refusals.add(answer.path("detail"));
                    assertThat(answer.<String>path("type")).isEqualTo("/problems/case-taken");
                }
            }
        }
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        String winner = get(PATH + "/" + id).extract().path("assigneeName");
        assertThat(refusals).hasSize(49).containsOnly(winner + " has taken the case.");
        get(PATH + "/" + id).body("history.step", equalTo(List.of("OPENED", "TAKEN")));
    }

    @Test
    void takingTwiceIsNoMistakeAndGivingBackLetsOthers() {
        String id = aCase();
        step(mette, id, "take", null).statusCode(200);
        step(mette, id, "take", null).statusCode(200).body("history.step", equalTo(List.of("OPENED", "TAKEN")));
        step(jonas, id, "take", null).statusCode(409);
        step(mette, id, "release", null).statusCode(200).body("state", equalTo("NEW"));
        step(jonas, id, "take", null).statusCode(200);
    }

    @Test
    void anIllegalStepIsAConflictThatNamesTheState() {
        String id = aCase();
        for (String illegal : List.of("release", "waiting", "reopening")) {
            step(mette, id, illegal, null)
                    .statusCode(409)
                    .body("type", equalTo("/problems/illegal-case-step"))
                    .body("detail", containsString("NEW"));
        }
        step(mette, id, "resolution", Map.of("reason", "EXPLAINED")).statusCode(200);
        step(mette, id, "resolution", Map.of("reason", "EXPLAINED"))
                .statusCode(409)
                .body("detail", containsString("RESOLVED"));
        step(mette, id, "take", null).statusCode(409).body("detail", containsString("RESOLVED"));
    }

    @Test
    void whoStartsFromAnOldVersionIsRefused() {
        String id = aCase();
        given().auth()
                .oauth2(mette)
                .header("If-Match", "\"0\"")
                .post(PATH + "/" + id + "/take")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        for (String old : List.of("\"0\"", "\"7\"", "nonsense", "W/\"1\"", "\"99999999999\"")) {
            given().auth()
                    .oauth2(mette)
                    .header("If-Match", old)
                    .post(PATH + "/" + id + "/waiting")
                    .then()
                    .statusCode(412)
                    .body("type", equalTo("/problems/precondition-failed"));
        }
        given().auth()
                .oauth2(mette)
                .header("If-Match", "*")
                .post(PATH + "/" + id + "/waiting")
                .then()
                .statusCode(200);
    }

    @Test
    void aNoteWithAnIdempotencyKeyIsWrittenOnce() {
        String id = aCase();
        String idempotencyKey = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            given().auth()
                    .oauth2(mette)
                    .header("Idempotency-Key", idempotencyKey)
                    .contentType(ContentType.JSON)
                    .body(Map.of("text", "Called"))
                    .post(PATH + "/" + id + "/notes")
                    .then()
                    .statusCode(200)
                    .body("history.step", equalTo(List.of("OPENED", "NOTED")));
        }
        given().auth()
                .oauth2(mette)
                .header("Idempotency-Key", idempotencyKey)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Other"))
                .post(PATH + "/" + id + "/notes")
                .then()
                .statusCode(422);
        get(PATH + "/" + id).body("history.size()", equalTo(2));
    }

    @Test
    void theRespondentsEarlierAnswersAreBesideIt() {
        String respondent = "r-" + UUID.randomUUID();
        answer(9, "Long ago", respondent, "2026-09-03T10:00:00Z");
        answer(8, "Lately", respondent, "2026-11-01T10:00:00Z");
        answer(1, "Now", respondent, "2026-11-20T10:00:00Z");
        answer(10, "After", respondent, "2026-11-20T11:00:00Z");
        String id = get(PATH + "?touchpoint=" + touchpoint).extract().path("items[0].id");
        get(PATH + "/" + id)
                .body("earlierAnswers.score", equalTo(List.of(8, 9)))
                .body("earlierAnswers.band", equalTo(List.of("NEUTRAL", "POSITIVE")));
    }

    @Test
    void theListIsFilteredOrderedAndPaged() {
        List<String> answers =
                List.of(answer(1, "first 100% of_it", null), answer(2, "second", null), answer(3, "third", null));
        List<String> newest = get(PATH + "?touchpoint=" + touchpoint).extract().path("items.responseId");
        assertThat(newest).isEqualTo(answers.reversed());
        List<String> due =
                get(PATH + "?order=DUE&touchpoint=" + touchpoint).extract().path("items.responseId");
        assertThat(due).isEqualTo(answers);
        for (String order : List.of("NEWEST", "DUE")) {
            List<String> paged = new ArrayList<>();
            String cursor = "";
            while (cursor != null) {
                var page = get(PATH + "?limit=2&order=" + order + "&touchpoint=" + touchpoint
                                + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                paged.addAll(page.getList("items.responseId"));
                cursor = page.getString("next");
            }
            assertThat(paged).isEqualTo(order.equals("DUE") ? answers : answers.reversed());
        }
        get(PATH + "?q=100%25%20of_i&touchpoint=" + touchpoint).body("items.size()", equalTo(1));
        get(PATH + "?q=1__%25&touchpoint=" + touchpoint).body("items.size()", equalTo(0));
        String id = get(PATH + "?touchpoint=" + touchpoint).extract().path("items[0].id");
        step(mette, id, "take", null).statusCode(200);
        String me = get(PATH + "/" + id).extract().path("assignee");
        get(PATH + "?assignee=" + me + "&touchpoint=" + touchpoint).body("items.size()", equalTo(1));
        get(PATH + "?state=NEW&touchpoint=" + touchpoint).body("items.size()", equalTo(2));
        get(PATH + "?state=NEW&state=IN_PROGRESS&touchpoint=" + touchpoint).body("items.size()", equalTo(3));
        get(PATH + "?state=RESOLVED&touchpoint=" + touchpoint).body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=GREAT",
                "state=new",
                "order=RANDOM",
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=forged",
                "order=DUE&cursor=MQ"
            })
    void aListThatMakesNoSenseIsRefused(String query) {
        get(PATH + "?" + query).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"text\":\"\"}",
                "{\"text\":\"  \"}",
                "{\"text\":null}",
                "{\"text\":7}",
                "{\"text\":\"a\\u0000\"}",
                "{\"text\":\"\\udc00\"}",
                "{\"text\":\"a\",\"b\":1}",
                "[]",
                "",
                "{"
            })
    void aNoteWithoutWordsIsRefused(String body) {
        String id = aCase();
        given().auth()
                .oauth2(mette)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH + "/" + id + "/notes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        get(PATH + "/" + id).body("history.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"reason\":\"FINE\"}",
                "{\"reason\":0}",
                "{\"reason\":null}",
                "{\"reason\":\"EXPLAINED\",\"rootCause\":\"\"}"
            })
    void aResolutionSaysHowItEnded(String body) {
        String id = aCase();
        given().auth()
                .oauth2(mette)
                .contentType("application/json")
                .body(body)
                .post(PATH + "/" + id + "/resolution")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        get(PATH + "/" + id).body("state", equalTo("NEW"));
    }

    @Test
    void whatIsNotThereIsA404() {
        get(PATH + "/" + UUID.randomUUID()).statusCode(404).body("type", equalTo("/problems/not-found"));
        get(PATH + "/none").statusCode(400).contentType("application/problem+json");
        for (String step : List.of("take", "release", "waiting", "reopening")) {
            step(mette, UUID.randomUUID().toString(), step, null).statusCode(404);
        }
        step(mette, UUID.randomUUID().toString(), "notes", Map.of("text", "x")).statusCode(404);
        step(mette, UUID.randomUUID().toString(), "resolution", Map.of("reason", "EXPLAINED"))
                .statusCode(404);
    }

    @Test
    void readersReadAndOnlyTheTeamWorks() {
        String id = aCase();
        String reader = TestKeys.withScopes(Scopes.RESPONSES_READ);
        String stranger = TestKeys.withScopes(Scopes.SCORES_READ, Scopes.RESPONSES_WRITE);
        given().auth().oauth2(reader).get(PATH).then().statusCode(200);
        given().auth().oauth2(jonas).get(PATH + "/" + id).then().statusCode(200);
        given().auth().oauth2(stranger).get(PATH).then().statusCode(403);
        given().auth().oauth2(stranger).get(PATH + "/" + id).then().statusCode(403);
        given().get(PATH).then().statusCode(401);
        for (String step : List.of("take", "release", "waiting", "reopening")) {
            step(reader, id, step, null).statusCode(403);
            given().post(PATH + "/" + id + "/" + step).then().statusCode(401);
        }
        step(reader, id, "notes", Map.of("text", "x")).statusCode(403);
        step(reader, id, "resolution", Map.of("reason", "EXPLAINED")).statusCode(403);
        get(PATH + "/" + id).body("history.size()", equalTo(1));
    }

    @Test
    void theOtherServicesHearOfEveryStepInOrder() throws IOException {
        String id = aCase();
        step(mette, id, "take", null).statusCode(200);
        step(mette, id, "resolution", Map.of("reason", "EXPLAINED")).statusCode(200);
        await().until(() -> eventsOf(id).size() == 3);
        List<Map<String, Object>> told = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> event : eventsOf(id)) {
            String type = new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
            String json = new String(event.value(), StandardCharsets.UTF_8);
            Contracts.assertValid(type, json);
            types.add(type);
            told.add(new ObjectMapper().readValue(json, new TypeReference<>() {}));
        }
        assertThat(types).containsExactly("case.opened", "case.changed", "case.changed");
        assertThat(told).extracting(event -> event.get("state")).containsExactly("NEW", "IN_PROGRESS", "RESOLVED");
        assertThat(told).extracting(event -> event.get("version")).containsExactly(0, 1, 2);
        assertThat(told).extracting(event -> event.get("open")).containsExactly(true, true, false);
    }

    private static List<ConsumerRecord<String, byte[]>> eventsOf(String id) {
        return Topics.published("cases").stream()
                .filter(event -> event.key().equals(id))
                .toList();
    }

    private String aCase() {
        String response = answer(2, "Never came", null);
        String id = get(PATH + "?touchpoint=" + touchpoint)
                .extract()
                .jsonPath()
                .getString("items.find { it.responseId == '" + response + "' }.id");
        assertThat(id).isNotNull();
        return id;
    }

    private String answer(int score, String comment, String respondent) {
        return answer(score, comment, respondent, Instant.now().toString());
    }

    private String answer(int score, String comment, String respondent, String answeredAt) {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "source", "shop",
                "id", "o-" + UUID.randomUUID(),
                "survey", survey,
                "touchpoint", touchpoint,
                "score", score,
                "comment", comment,
                "segments", Map.of("country", "DK"),
                "answeredAt", answeredAt));
        if (respondent != null) {
            answer.put("respondentRef", respondent);
        }
        return given().auth()
                .oauth2(mette)
                .contentType(ContentType.JSON)
                .body(answer)
                .post("/api/v1/responses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse step(String who, String id, String step, Map<String, Object> body) {
        var request = given().auth().oauth2(who);
        if (body != null) {
            request.contentType(ContentType.JSON).body(body);
        }
        return request.post(PATH + "/" + id + "/" + step).then();
    }

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).auth().oauth2(mette).get(path).then();
    }
}
