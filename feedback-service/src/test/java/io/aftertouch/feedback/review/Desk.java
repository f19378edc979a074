package io.aftertouch.feedback.review;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.feedback.Company;
import io.aftertouch.platform.testing.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A support team at work on cases of its own: one survey, one touchpoint, one key that may do everything. */
public final class Desk {

    public static final String CASES = "/api/v1/review-cases";

    private final String key = TestKeys.allScopes();
    private final String survey = Company.npsSurvey();
    private final String touchpoint = Company.touchpoint();

    public String key() {
        return key;
    }

    public String touchpoint() {
        return touchpoint;
    }

    public String survey() {
        return survey;
    }

    public String aCase() {
        return aCase(Map.of());
    }

    /** @param different what is not as usual with the answer */
    public String aCase(Map<String, Object> different) {
        String id = caseOf(answer(different));
        assertThat(id).as("the case").isNotNull();
        return id;
    }

    /** The id of an answer. */
    public String answer(Map<String, Object> different) {
        Map<String, Object> answer = new HashMap<>(Map.of(
                "source",
                "shop",
                "id",
                "o-" + UUID.randomUUID(),
                "survey",
                survey,
                "touchpoint",
                touchpoint,
                "score",
                2,
                "comment",
                "Never came",
                "segments",
                Map.of("country", "DK")));
        answer.putAll(different);
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(answer)
                .post("/api/v1/responses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The case of an answer, or null. */
    public String caseOf(String response) {
        return given().auth()
                .oauth2(key)
                .queryParam("limit", 200)
                .get(CASES)
                .jsonPath()
                .getString("items.find { it.responseId == '" + response + "' }.id");
    }

    public ValidatableResponse look(String id) {
        return given().auth().oauth2(key).get(CASES + "/" + id).then();
    }

    public ValidatableResponse step(String id, String step) {
        return given().auth().oauth2(key).post(CASES + "/" + id + "/" + step).then();
    }

    public ValidatableResponse step(String id, String step, Map<String, ?> body) {
        return given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(CASES + "/" + id + "/" + step)
                .then();
    }
}
