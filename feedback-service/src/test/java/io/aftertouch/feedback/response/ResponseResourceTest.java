package io.aftertouch.feedback.response;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.feedback.form.Person;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
class ResponseResourceTest {

    private static final String PATH = "/api/v1/responses";
    private static final String FORTY = "0123456789012345678901234567890123456789";

    private static String key;
    private static String survey;
    private static String touchpoint;

    @BeforeAll
    static void somethingIsAsked() {
        key = TestKeys.allScopes();
        survey = Company.npsSurvey();
        touchpoint = Company.touchpoint();
    }

    @Test
    void anAnswerTakenElsewhereIsStoredWithAllThatIsKnownOfIt() {
        Map<String, Object> answer = answer(2);
        answer.putAll(Map.of(
                "comment", "It never came",
                "respondentRef", "r-17",
                "segments", Map.of("country", "DK", "plan", "pro"),
                "locale", "da",
                "channel", "phone",
                "answeredAt", "2026-11-20T10:00:00.123456789Z"));
        String id = post(answer)
                .statusCode(201)
                .header("Location", containsString(PATH))
                .body("score", equalTo(2))
                .body("band", equalTo("NEGATIVE"))
                .body("scale", equalTo("NPS"))
                .body("metric", equalTo("NPS"))
                .body("surveyVersion", equalTo(1))
                .body("channel", equalTo("phone"))
                .body("revision", equalTo(1))
                .body("invitationId", nullValue())
                .body("answeredAt", equalTo("2026-11-20T10:00:00.123456Z"))
                .extract()
                .path("id");
        get(PATH + "/" + id)
                .statusCode(200)
                .body("comment", equalTo("It never came"))
                .body("respondentRef", equalTo("r-17"))
                .body("segments", equalTo(Map.of("country", "DK", "plan", "pro")))
                .body("answeredAt", equalTo("2026-11-20T10:00:00.123456Z"));
    }

    @Test
    void theSameAnswerAgainIsTheFirstOne() {
        Map<String, Object> answer = answer(9);
        String first = post(answer).statusCode(201).extract().asString();
        assertThat(post(answer).statusCode(200).extract().asString()).isEqualTo(first);
    }

    @Test
    void anotherAnswerUnderTheSameIdIsAConflict() {
        Map<String, Object> answer = answer(9);
        String id = post(answer).statusCode(201).extract().path("id");
        answer.put("score", 3);
        post(answer)
                .statusCode(409)
                .body("type", equalTo("/problems/already-answered"))
                .body("detail", containsString(id));
        get(PATH + "/" + id).body("score", equalTo(9));
    }

    @Test
    void idsOfDifferentSourcesAndDifferentCaseAreDifferentAnswers() {
        Map<String, Object> answer = answer(9);
        post(answer).statusCode(201);
        answer.put("source", "crm");
        post(answer).statusCode(201);
        answer.put("id", answer.get("id").toString().toUpperCase(Locale.ROOT));
        post(answer).statusCode(201);
    }

    @Test
    void anInvitationIsAnsweredThroughTheApiAsByTheForm() {
        Link link = Company.invite(survey, touchpoint, "da");
        Map<String, Object> answer = new HashMap<>(Map.of("invitation", link.token(), "score", 1, "comment", "No"));
        post(answer)
                .statusCode(201)
                .body("invitationId", equalTo(link.invitation().toString()))
                .body("respondentRef", equalTo(link.respondent()))
                .body("segments", equalTo(Map.of("country", "DK", "plan", "pro")));
        Person.whoRead(link.path())
                .formParam("score", 1)
                .formParam("comment", "No")
                .post(link.path())
                .then()
                .statusCode(303);
        post(answer).statusCode(200);
        answer.put("score", 2);
        post(answer).statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void anInvitationThatIsOverOrUnknownTakesNoAnswer() {
        post(Map.of("invitation", Company.newToken(), "score", 1))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-invitation"));
        Link expired = Company.invite(
                survey,
                touchpoint,
                Map.of("expiresAt", Instant.now().minusSeconds(1).toString()));
        post(Map.of("invitation", expired.token(), "score", 1))
                .statusCode(409)
                .body("type", equalTo("/problems/invitation-over"));
    }

    @Test
    void anAnsweredInvitationStillRepeatsAndChangesItsAnswerAfterItsTime() {
        Instant soon = Instant.now().plusMillis(1_500);
        Link link = Company.invite(survey, touchpoint, Map.of("expiresAt", soon.toString()));
        Map<String, Object> answer = Map.of("invitation", link.token(), "score", 8);
        post(answer).statusCode(201);
        await().until(() -> Instant.now().isAfter(soon));
        post(answer).statusCode(200);
        post(Map.of("invitation", link.token(), "score", 7)).statusCode(200).body("revision", equalTo(2));
    }

    @Test
    void theLatestVersionIsAnsweredUnlessAnInvitationNamesItsOwn() {
        String changing = Company.npsSurvey();
        Link link = Company.invite(changing);
        Company.publish(changing, 2, "CSAT", Company.Wordings.CSAT_SCALE, Company.Wordings.CSAT);
        Map<String, Object> answer = answer(10);
        answer.put("survey", changing);
        await().untilAsserted(() -> post(answer).statusCode(422).body("type", equalTo("/problems/score-out-of-scale")));
        post(Map.of("invitation", link.token(), "score", 10)).statusCode(201).body("surveyVersion", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|score",
                "{\"score\":9}|400|source",
                "{\"score\":9,\"source\":\"shop\"}|400|id",
                "{\"invitation\":\"x\",\"score\":9,\"survey\":\"nps\"}|400|survey",
                "{\"score\":3.5}|400|score",
                "{\"score\":\"9\"}|400|score",
                "{\"score\":true}|400|score",
                "{\"score\":99999999999}|400|score",
                "{\"score\":null}|400|score",
                "{\"score\":9,\"colour\":\"red\"}|400|colour",
                "{\"score\":9,\"source\":\"S H O P\"}|400|source",
                "{\"score\":9,\"segments\":{\"Country\":\"DK\"}}|400|segments",
                "{\"score\":9,\"segments\":{\"country\":null}}|400|segments",
                "{\"score\":9,\"segments\":{\"country\":\"\"}}|400|segments",
                "{\"score\":9,\"segments\":[]}|400|segments",
                "{\"score\":9,\"locale\":\"../../etc\"}|400|locale",
                "{\"score\":9,\"answeredAt\":\"yesterday\"}|400|answeredAt",
                "{\"score\":9,\"comment\":\"a\\u0000b\"}|400|comment",
                "{\"score\":9,\"comment\":\"a\\ud800b\"}|400|comment",
                "{\"score\":9,\"comment\":7}|400|comment",
                "{\"score\":9,\"id\":\"\"}|400|id",
                // what cannot be a reference in survey-service could not be erased
                "{\"score\":9,\"respondentRef\":\" \"}|400|respondentRef",
                "{\"score\":9,\"respondentRef\":\"r\\n1\"}|400|respondentRef",
                "{\"score\":9,\"respondentRef\":\"" + FORTY + FORTY + FORTY + "nine more\"}|400|respondentRef",
                "{\"score\":9,\"invitation\":\"\"}|400|invitation",
            })
    void whatCannotBeReadIsNamed(String body, int status, String field) {
        postRaw(body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.field.any { it.startsWith('" + field + "') }", equalTo(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "{\"score\":9}{}", "{\"score\":9,}", "<xml/>"})
    void whatIsNoAnswerAtAllIsRefused(String body) {
        postRaw(body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void invalidUtf8AndBodiesBeyondMeasureAreRefused() {
        given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(new byte[] {'{', '"', 's', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'})
                .post(PATH)
                .then()
                .statusCode(400);
        postRaw("[".repeat(5_000)).statusCode(400);
        postRaw("{\"score\":9,\"comment\":\"" + "x".repeat(10_000_000) + "\"}").statusCode(413);
        given().auth()
                .oauth2(key)
                .contentType("text/plain")
                .body("score=9")
                .post(PATH)
                .then()
                .statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11, 1_000_000, Integer.MIN_VALUE})
    void aScoreThatIsNotOnTheScaleIsRefusedWithItsRange(int score) {
        post(answer(score))
                .statusCode(422)
                .body("type", equalTo("/problems/score-out-of-scale"))
                .body("errors.field", hasItem("score"))
                .body("errors[0].message", containsString("0 to 10"));
    }

    @Test
    void whatIsNotSetUpIsNamed() {
        Map<String, Object> unknownSurvey = answer(9);
        unknownSurvey.put("survey", "no-such-survey");
        post(unknownSurvey).statusCode(422).body("type", equalTo("/problems/unknown-survey"));
        Map<String, Object> unknownTouchpoint = answer(9);
        unknownTouchpoint.put("touchpoint", "no-such-touchpoint");
        post(unknownTouchpoint).statusCode(422).body("type", equalTo("/problems/unknown-touchpoint"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31T23:59:59Z", "2999-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z"})
    void anAnswerFromTheFutureOrTheStoneAgeIsRefused(String answeredAt) {
        Map<String, Object> answer = answer(9);
        answer.put("answeredAt", answeredAt);
        post(answer).statusCode(400).body("errors.field", hasItem("answeredAt"));
    }

    @Test
    void aCommentHasRoomForTwoThousandCharactersOfAnyKind() {
        Map<String, Object> answer = answer(9);
        answer.put("comment", "😀".repeat(2_001));
        post(answer).statusCode(400).body("errors.field", hasItem("comment"));
        answer.put("comment", "😀".repeat(2_000));
        post(answer).statusCode(201).body("comment", equalTo("😀".repeat(2_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "{config}{{7*7}}${7*7}",
                "\u202Eevil",
                "=HYPERLINK(\"x\")",
                "' OR 1=1"
            })
    void wordsAreStoredAsSent(String comment) {
        Map<String, Object> answer = answer(9);
        answer.put("comment", comment);
        String id = post(answer).statusCode(201).extract().path("id");
        get(PATH + "/" + id).body("comment", equalTo(comment));
    }

    @Test
    void anIdempotencyKeyGivesTheFirstAnswerAgainAndToleratesNoOtherBody() {
        String idempotencyKey = UUID.randomUUID().toString();
        Map<String, Object> answer = answer(9);
        String first =
                postWithKey(idempotencyKey, answer).statusCode(201).extract().asString();
        assertThat(postWithKey(idempotencyKey, answer)
                        .statusCode(201)
                        .header("Idempotent-Replayed", "true")
                        .extract()
                        .asString())
                .isEqualTo(first);
        postWithKey(idempotencyKey, answer(8)).statusCode(422).body("type", equalTo("/problems/idempotency-mismatch"));
        String other = TestKeys.allScopes();
        given().auth()
                .oauth2(other)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", idempotencyKey)
                .body(answer(8))
                .post(PATH)
                .then()
                .statusCode(201);
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        Map<String, Object> answer = answer(9);
        post(answer).statusCode(201);
        String idempotencyKey = UUID.randomUUID().toString();
        Map<String, Object> contradiction = new HashMap<>(answer);
        contradiction.put("score", 1);
        postWithKey(idempotencyKey, contradiction).statusCode(409);
        postWithKey(idempotencyKey, answer(5)).statusCode(201);
        postWithKey("with blanks in it", answer(5)).statusCode(400);
    }

    @Test
    void onlyTheScopeOpensTheDoor() {
        given().contentType(ContentType.JSON).body(answer(9)).post(PATH).then().statusCode(401);
        given().get(PATH).then().statusCode(401);
        String reader = TestKeys.withScopes(Scopes.RESPONSES_READ);
        String writer = TestKeys.withScopes(Scopes.RESPONSES_WRITE);
        given().auth()
                .oauth2(reader)
                .contentType(ContentType.JSON)
                .body(answer(9))
                .post(PATH)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(writer)
                .contentType(ContentType.JSON)
                .body(answer(9))
                .post(PATH)
                .then()
                .statusCode(201);
        given().auth().oauth2(writer).get(PATH).then().statusCode(403);
        given().auth().oauth2(writer).get(PATH + "/" + UUID.randomUUID()).then().statusCode(403);
        given().auth().oauth2(reader).get(PATH).then().statusCode(200);
        given().auth().oauth2(TestKeys.expired()).get(PATH).then().statusCode(401);
        given().auth().oauth2(TestKeys.revoked()).get(PATH).then().statusCode(401);
    }

    @Test
    void theListIsFilteredAndPagedLatestFirst() {
        String own = Company.touchpoint();
        List<String> posted = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Map<String, Object> answer = answer(i < 4 ? 0 : 10);
            answer.put("touchpoint", own);
            answer.put("answeredAt", "2026-11-2" + (i % 2) + "T10:00:0" + i + "Z");
            posted.add(post(answer).statusCode(201).extract().path("id"));
        }
        List<String> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = get(PATH + "?limit=3&touchpoint=" + own + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("items").size()).isLessThanOrEqualTo(3);
            read.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        }
        assertThat(read)
                .containsExactly(
                        posted.get(5),
                        posted.get(3),
                        posted.get(1),
                        posted.get(6),
                        posted.get(4),
                        posted.get(2),
                        posted.get(0));
        get(PATH + "?band=POSITIVE&touchpoint=" + own).body("items.size()", equalTo(3));
        get(PATH + "?from=2026-11-21T00:00:00Z&touchpoint=" + own).body("items.size()", equalTo(3));
        get(PATH + "?to=2026-11-21T00:00:00Z&touchpoint=" + own + "&survey=" + survey)
                .body("items.size()", equalTo(4));
        get(PATH + "?survey=other&touchpoint=" + own)
                .body("items.size()", equalTo(0))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=forged",
                "cursor=%00",
                "cursor=MQ",
                "limit=0",
                "limit=201",
                "limit=1000000000",
                "limit=many",
                "limit=3.5",
                "band=GREAT",
                "from=yesterday",
                "from=-999999999-01-01T00:00:00Z",
                "to=2026-13-01T00:00:00Z",
                "from=1900-01-01T00:00:00Z&to=2026-01-01T00:00:00Z",
                "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z"
            })
    void aListThatMakesNoSenseIsRefused(String query) {
        get(PATH + "?" + query).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void whatIsNotThereIsA404() {
        get(PATH + "/" + UUID.randomUUID()).statusCode(404).body("type", equalTo("/problems/not-found"));
        get(PATH + "/not-an-id").statusCode(400).contentType("application/problem+json");
        given().auth().oauth2(key).delete(PATH + "/" + UUID.randomUUID()).then().statusCode(405);
    }

    @Test
    void theOtherServicesHearOfItWithoutTheComment() throws IOException {
        Map<String, Object> answer = answer(2);
        answer.put("comment", "Secret words");
        answer.put("segments", Map.of("country", "DK"));
        String id = post(answer).statusCode(201).extract().path("id");
        await().until(() -> eventsOf("responses", id).size() == 1);
        ConsumerRecord<String, byte[]> event = eventsOf("responses", id).getFirst();
        String json = new String(event.value(), StandardCharsets.UTF_8);
        Contracts.assertValid("response.recorded", json);
        assertThat(header(event, "ce_type")).isEqualTo("response.recorded");
        assertThat(header(event, "ce_specversion")).isEqualTo("1.0");
        JsonNode data = new ObjectMapper().readTree(json);
        assertThat(data.get("hasComment").asBoolean()).isTrue();
        assertThat(data.get("band").asText()).isEqualTo("NEGATIVE");
        assertThat(data.get("channel").asText()).isEqualTo("email");
        assertThat(json).doesNotContain("Secret");
    }

    @Test
    void theExamplesAreAsTheSchemasSay() {
        for (String type : List.of("response.recorded", "case.opened", "case.changed")) {
            Contracts.assertValid(type, Contracts.example(type));
        }
    }

    private static List<ConsumerRecord<String, byte[]>> eventsOf(String topic, String id) {
        return Topics.published(topic).stream()
                .filter(event -> event.key().equals(id))
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> answer(int score) {
        return new HashMap<>(Map.of(
                "source", "shop",
                "id", "o-" + UUID.randomUUID(),
                "survey", survey,
                "touchpoint", touchpoint,
                "score", score));
    }

    private static ValidatableResponse post(Map<String, Object> answer) {
        return postRaw(Company.json(answer));
    }

    private static ValidatableResponse postRaw(String body) {
        return given().auth()
                .oauth2(key)
                .contentType("application/json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then();
    }

    private static ValidatableResponse postWithKey(String idempotencyKey, Map<String, Object> answer) {
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", idempotencyKey)
                .body(answer)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse get(String path) {
        return given().urlEncodingEnabled(false).auth().oauth2(key).get(path).then();
    }
}
