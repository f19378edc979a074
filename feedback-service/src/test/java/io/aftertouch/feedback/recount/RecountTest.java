package io.aftertouch.feedback.recount;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.feedback.response.AnswerChange;
import io.aftertouch.platform.access.ServiceTokens;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** What score-service asks when it wants to know whether it counted right. */
@QuarkusTest
@RealInfrastructureTest
class RecountTest {

    private static final String PATH = "/api/v1/recount";

    @Inject
    ServiceTokens tokens;

    @Inject
    AnswerChange changes;

    private final String key = TestKeys.allScopes();
    private final String survey = Company.npsSurvey();
    private final String touchpoint = Company.touchpoint();

    @Test
    void answersAreCountedByHourAndScoreInTheMonthInWhichTheyWereGiven() {
        past(9, "2025-03-31T23:59:59.999999Z");
        past(9, "2025-04-01T00:00:00Z");
        past(2, "2025-04-01T00:59:00Z");
        past(2, "2025-04-01T01:00:00Z");

        asked(PATH)
                .body("parts.findAll { it.touchpoint == '" + touchpoint + "' }.month", contains("2025-03", "2025-04"));
        part("2025-03")
                .body("series.hours[0].hour", contains("2025-03-31T23:00:00Z"))
                .body("told", hasSize(1));
        part("2025-04")
                .body("series", hasSize(1))
                .body("series[0].survey", equalTo(survey))
                .body("series[0].segments", equalTo(Map.of("country", "SE")))
                .body("series[0].hours.hour", contains("2025-04-01T00:00:00Z", "2025-04-01T01:00:00Z"))
                .body("series[0].hours[0].answers", equalTo(List.of(0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0)))
                .body("series[0].hours[1].answers", equalTo(List.of(0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)))
                .body("told.type", everyItem(equalTo("response.recorded")))
                .body("told.data.score.sort()", equalTo(List.of(2, 2, 9)));
        part("2025-05").body("series", hasSize(0)).body("told", hasSize(0));
    }

    @Test
    void aChangedAnswerCountsOnceAndAWithdrawnOneNotAtAllAndAllThatWasToldOfThemIsThere() {
        Link changed = Company.invite(survey, touchpoint, "da");
        answer(changed, 3);
        answer(changed, 8);
        Link withdrawn = Company.invite(survey, touchpoint, "da");
        changes.withdraw(UUID.fromString(answer(withdrawn, 1)));

        String month = YearMonth.from(Instant.now().atZone(ZoneOffset.UTC)).toString();
        part(month)
                .body("series.hours.flatten()", hasSize(1))
                .body("series[0].hours[0].answers", equalTo(List.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0)))
                .body("told", hasSize(4))
                .body("told.type", hasItem("response.revised"))
                .body("told.type", hasItem("response.withdrawn"))
                .body("told.find { it.type == 'response.revised' }.data.previous.score", equalTo(3));
    }

    @Test
    void answersOfKnownRespondentsAreListedAsTheyStand() {
        String ref = "known-" + UUID.randomUUID();
        past(9, "2025-06-30T23:59:59.999999Z", ref);
        past(3, "2025-06-01T00:00:00Z", ref);
        past(5, "2025-06-02T00:00:00Z");
        String gone = past(1, "2025-06-03T00:00:00Z", ref);
        changes.withdraw(UUID.fromString(gone));

        asked(PATH + "/named?touchpoint=" + touchpoint + "&month=2025-06")
                .body("answers.score", contains(3, 9))
                .body("answers.respondentRef", everyItem(equalTo(ref)))
                .body("answers[1].revision", equalTo(1))
                .body("answers[1].survey", equalTo(survey))
                .body("answers[1].scale", equalTo("NPS"))
                .body("answers[1].answeredAt", equalTo("2025-06-30T23:59:59.999999Z"))
                .body("next", nullValue());
        given().auth()
                .oauth2(tokens.issue("score-service"))
                .get(PATH + "/named?touchpoint=x&month=2025-06&cursor=forged")
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(key)
                .get(PATH + "/named?touchpoint=x&month=2025-06")
                .then()
                .statusCode(403);
    }

    @Test
    void nobodyButAServiceMayAsk() {
        given().get(PATH).then().statusCode(401);
        for (String notOurs : List.of(
                "ats_score-service_9999999999_" + "x".repeat(43),
                tokens.issue("score-service").replace("score-service", "other-service"),
                "ats_nonsense")) {
            given().auth().oauth2(notOurs).get(PATH).then().statusCode(401);
        }
        given().auth().oauth2(key).get(PATH).then().statusCode(403);
        given().auth()
                .oauth2(tokens.issue("score-service"))
                .get("/api/v1/responses")
                .then()
                .statusCode(403);
    }

    @Test
    void oddQuestionsAreRefused() {
        for (String query : List.of("", "?touchpoint=x", "?touchpoint=x&month=2025-13", "?month=2025-12")) {
            given().auth()
                    .oauth2(tokens.issue("score-service"))
                    .get(PATH + "/part" + query)
                    .then()
                    .statusCode(400);
        }
    }

    private void past(int score, String answeredAt) {
        past(score, answeredAt, null);
    }

    private String past(int score, String answeredAt, String respondent) {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "source",
                "shop",
                "id",
                UUID.randomUUID().toString(),
                "survey",
                survey,
                "touchpoint",
                touchpoint,
                "score",
                score,
                "segments",
                Map.of("country", "SE"),
                "answeredAt",
                answeredAt));
        if (respondent != null) {
            answer.put("respondentRef", respondent);
        }
        return post(answer).extract().path("id");
    }

    private String answer(Link link, int score) {
        return post(Map.of("invitation", link.token(), "score", score))
                .extract()
                .path("id");
    }

    private ValidatableResponse post(Map<String, Object> answer) {
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(Company.json(answer))
                .post("/api/v1/responses")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
    }

    private ValidatableResponse part(String month) {
        return asked(PATH + "/part?touchpoint=" + touchpoint + "&month=" + month);
    }

    private ValidatableResponse asked(String path) {
        return given().auth()
                .oauth2(tokens.issue("score-service"))
                .get(path)
                .then()
                .statusCode(200);
    }
}
