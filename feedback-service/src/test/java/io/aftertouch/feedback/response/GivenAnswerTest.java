package io.aftertouch.feedback.response;

import java.util.Map;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.feedback.EditWindows;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

/** An app answers for whoever holds the invitation, with nothing but the token. */
@QuarkusTest
@RealInfrastructureTest
class GivenAnswerTest {

    private static String survey;

    private String touchpoint;
    private Link link;

    @BeforeEach
    void somebodyIsAsked() {
        survey = survey == null ? Company.npsSurvey() : survey;
        touchpoint = Company.touchpoint();
        link = Company.invite(survey, touchpoint, "da");
    }

    @Test
    void theTokenIsEnoughAndTheAnswerTellsNothingElse() {
        give(Map.of("invitation", link.token(), "score", 9, "comment", "Tak", "locale", "da"))
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("", aMapWithSize(5))
                .body("score", equalTo(9))
                .body("comment", equalTo("Tak"))
                .body("revision", equalTo(1))
                .body("changeableUntil", notNullValue());
        give(Map.of("invitation", link.token(), "score", 9, "comment", "Tak", "locale", "da"))
                .statusCode(200)
                .body("revision", equalTo(1));
        give(Map.of("invitation", link.token(), "score", 2)).statusCode(200).body("revision", equalTo(2));
        given().auth()
                .oauth2(TestKeys.allScopes())
                .get("/api/v1/responses?touchpoint=" + touchpoint)
                .then()
                .body("items", hasSize(1))
                .body("items[0].respondentRef", equalTo(link.respondent()))
                .body("items[0].firstScore", equalTo(9))
                .body("items[0].score", equalTo(2));
    }

    @Test
    void afterTheEditWindowTheFirstAnswerStands() {
        Link late = EditWindows.invite("PT0S");
        give(Map.of("invitation", late.token(), "score", 9)).statusCode(201);
        give(Map.of("invitation", late.token(), "score", 2)).statusCode(409);
    }

    @Test
    void anUnknownTokenIsNoAnswer() {
        give(Map.of("invitation", Company.newToken(), "score", 9))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-invitation"));
        give(Map.of("invitation", "' OR 1=1", "score", 9)).statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"score\":9}",
                "{\"invitation\":\"\",\"score\":9}",
                "[]",
                "{\"score\":9,\"source\":\"x\"}"
            })
    void nothingElseIsTaken(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/responses/given")
                .then()
                .statusCode(400);
    }

    @Test
    void withoutATokenNothingIsOpenToAnybody() {
        given().contentType(ContentType.JSON)
                .body(Map.of("invitation", link.token(), "score", 9))
                .post("/api/v1/responses")
                .then()
                .statusCode(401);
        given().get("/api/v1/responses/given").then().statusCode(405);
    }

    private static ValidatableResponse give(Map<String, Object> answer) {
        return given().contentType(ContentType.JSON)
                .body(answer)
                .post("/api/v1/responses/given")
                .then();
    }
}
