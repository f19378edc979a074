package io.aftertouch.survey;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.testing.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** What a company sets up before it can ask: made through the API, with names that no other test uses. */
public final class Installation {

    private final String key = TestKeys.allScopes();

    /** A name that is used nowhere else. */
    public static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A request with a key that may do everything. */
    public RequestSpecification as() {
        return as(key);
    }

    public static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
    }

    public ValidatableResponse post(String path, Object body) {
        return as().body(body).post(path).then();
    }

    public ValidatableResponse get(String path) {
        return as().get(path).then();
    }

    public String touchpoint() {
        String touchpoint = fresh("support.closed");
        post(
                        "/api/v1/touchpoints",
                        Map.of(
                                "key", touchpoint,
                                "name", "Support ticket closed",
                                "stage", "post-purchase",
                                "channel", "email"))
                .statusCode(201);
        return touchpoint;
    }

    public String publishedSurvey(String metric) {
        String survey = fresh("survey");
        post("/api/v1/surveys", Map.of("key", survey, "metric", metric, "subject", "Nordlys"))
                .statusCode(201);
        post("/api/v1/surveys/" + survey + "/publication", Map.of()).statusCode(201);
        return survey;
    }

    public String publishedSurvey(String metric, String scale) {
        String survey = fresh("survey");
        post("/api/v1/surveys", Map.of("key", survey, "metric", metric, "scale", scale, "subject", "Nordlys"))
                .statusCode(201);
        post("/api/v1/surveys/" + survey + "/publication", Map.of()).statusCode(201);
        return survey;
    }

    public String rule(String touchpoint, String survey) {
        return rule(touchpoint, survey, Map.of());
    }

    /** A rule that asks by e-mail at once, but for what is said. */
    public String rule(String touchpoint, String survey, Map<String, Object> settings) {
        Map<String, Object> rule = new HashMap<>(Map.of(
                "touchpoint", touchpoint, "survey", survey, "channels", new String[] {"EMAIL"}, "delay", "PT0S"));
        rule.putAll(settings);
        return post("/api/v1/trigger-rules", rule).statusCode(201).extract().path("id");
    }

    /** A touchpoint at which everybody is asked by e-mail at once. */
    public String askingTouchpoint() {
        String touchpoint = touchpoint();
        rule(touchpoint, publishedSurvey("NPS"));
        return touchpoint;
    }

    /** Something that happened just now to a respondent with an e-mail address. */
    public static Map<String, Object> event(String touchpoint, String ref) {
        return event(touchpoint, ref, Map.of());
    }

    public static Map<String, Object> event(String touchpoint, String ref, Map<String, Object> more) {
        Map<String, Object> event = new HashMap<>(Map.of(
                "id", UUID.randomUUID().toString(),
                "source", "test",
                "touchpoint", touchpoint,
                "occurredAt", Instant.now().toString(),
                "respondent", Map.of("ref", ref, "email", ref + "@example.com", "locale", "da"),
                "segments", Map.of("country", "DK", "plan", "pro"),
                "attributes", Map.of("ticketId", "4711")));
        event.putAll(more);
        return event;
    }

    public ValidatableResponse happens(Map<String, Object> event) {
        return post("/api/v1/events", event);
    }
}
