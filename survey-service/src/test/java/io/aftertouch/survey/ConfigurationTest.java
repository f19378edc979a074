package io.aftertouch.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

/** Touchpoints, surveys and rules through the API. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ConfigurationTest {

    private final Installation shop = new Installation();

    @Test
    void theJourneyHasFiveStagesInOrder() {
        shop.get("/api/v1/stages")
                .statusCode(200)
                .body(
                        "items.key",
                        equalTo(List.of("awareness", "consideration", "purchase", "post-purchase", "loyalty")))
                .body("items.position", equalTo(List.of(1, 2, 3, 4, 5)));
    }

    @Test
    void aTouchpointIsMadeReadAndChanged() {
        String key = fresh("order.delivered");
        shop.post("/api/v1/touchpoints", touchpoint(key))
                .statusCode(201)
                .header("Location", endsWith("/api/v1/touchpoints/" + key))
                .header("ETag", "\"0\"")
                .body("key", equalTo(key));
        Map<String, Object> change = Map.of("name", "Parcel delivered", "stage", "loyalty", "channel", "door");

        shop.as()
                .header("If-Match", "\"0\"")
                .body(change)
                .put("/api/v1/touchpoints/" + key)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        shop.as()
                .header("If-Match", "\"0\"")
                .body(change)
                .put("/api/v1/touchpoints/" + key)
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/precondition-failed"));
        shop.as()
                .body(change)
                .put("/api/v1/touchpoints/" + key)
                .then()
                .statusCode(428)
                .body("type", equalTo("/problems/precondition-required"));
        shop.get("/api/v1/touchpoints/" + key)
                .body("name", equalTo("Parcel delivered"))
                .body("stage", equalTo("loyalty"))
                .body("version", equalTo(1));
        refused(shop.post("/api/v1/touchpoints", touchpoint(key)), 409, "touchpoint-exists");
    }

    @Test
    void aTouchpointThatMakesNoSenseIsRefused() {
        refused(shop.post("/api/v1/touchpoints", touchpoint("Not A Key")), 400, "invalid-request")
                .body("errors.field", hasItem("key"));
        refused(
                shop.post("/api/v1/touchpoints", with(touchpoint(fresh("t")), "stage", "nowhere")),
                422,
                "unknown-stage");
        refused(shop.post("/api/v1/touchpoints", with(touchpoint(fresh("t")), "name", " ")), 400, "invalid-request");
        refused(
                shop.post("/api/v1/touchpoints", with(touchpoint(fresh("t")), "name", "x".repeat(121))),
                400,
                "invalid-request");
        refused(
                shop.post("/api/v1/touchpoints", with(touchpoint(fresh("t")), "colour", "red")),
                400,
                "invalid-request");
        refused(shop.get("/api/v1/touchpoints/no.such"), 404, "not-found");
        refused(shop.as().body("[").post("/api/v1/touchpoints").then(), 400, "invalid-request");
        refused(shop.as().body("").post("/api/v1/touchpoints").then(), 400, "invalid-request");
    }

    @Test
    void listsComeInPages() {
        List<String> made = List.of(shop.touchpoint(), shop.touchpoint(), shop.touchpoint());

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = shop.get("/api/v1/touchpoints?limit=2" + cursor)
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.key"));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        } while (cursor != null);

        assertThat(seen).containsAll(made).doesNotHaveDuplicates().isSorted();
    }

    @ParameterizedTest
    @CsvSource({"touchpoints", "surveys", "trigger-rules", "invitations", "decisions", "api-keys"})
    void whatIsNoPageIsRefused(String list) {
        String path = "/api/v1/" + list;
        for (String query :
                List.of("limit=0", "limit=201", "limit=-1", "limit=1e9", "limit=x", "cursor=forged", "cursor=AAAA")) {
            shop.get(path + "?" + query).statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void aSurveyIsMadeWithItsUsualScaleAndPublished() {
        String key = fresh("nps");
        shop.post("/api/v1/surveys", Map.of("key", key, "metric", "NPS", "subject", "Nordlys"))
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("scale.key", equalTo("NPS"))
                .body("publishedVersion", equalTo(0))
                .body("title", equalTo("Nordlys"));

        shop.post("/api/v1/surveys/" + key + "/publication", Map.of())
                .statusCode(201)
                .body("version", equalTo(1))
                .body(
                        "texts.da.question",
                        equalTo("Hvor sandsynligt er det, at du vil anbefale Nordlys til en ven eller kollega?"))
                .body("texts.da.highLabel", equalTo("Meget sandsynligt"));
        shop.as()
                .post("/api/v1/surveys/" + key + "/publication")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        shop.get("/api/v1/surveys/" + key).body("state", equalTo("PUBLISHED")).body("publishedVersion", equalTo(1));
    }

    @Test
    void aPublishedVersionNeverChanges() {
        String key = shop.publishedSurvey("CSAT");
        String first = shop.get("/api/v1/surveys/" + key + "/versions/1")
                .statusCode(200)
                .extract()
                .asString();
        String tag = shop.get("/api/v1/surveys/" + key).extract().header("ETag");

        shop.as()
                .header("If-Match", tag)
                .body(Map.of("subject", "our service"))
                .put("/api/v1/surveys/" + key)
                .then()
                .statusCode(200);
        shop.post("/api/v1/surveys/" + key + "/publication", Map.of())
                .statusCode(201)
                .body("version", equalTo(2))
                .body("texts.en.question", equalTo("How satisfied were you with our service?"));

        shop.get("/api/v1/surveys/" + key + "/versions").body("items.version", equalTo(List.of(2, 1)));
        assertThat(shop.get("/api/v1/surveys/" + key + "/versions/1").extract().asString())
                .isEqualTo(first);
        refused(shop.get("/api/v1/surveys/" + key + "/versions/3"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "NPS,NPS,0,10,0",
        "CSAT,CSAT_5,1,5,5",
        "CSAT,CSAT_7,1,7,7",
        "CSAT,CSAT_10,1,10,0",
        "CES,CES_2,1,7,7",
        "CES,CES_1,1,5,5"
    })
    void everyScaleCanBeAsked(String metric, String scale, int min, int max, int worded) {
        String key = shop.publishedSurvey(metric, scale);

        shop.get("/api/v1/surveys/" + key + "/versions/1")
                .body("scale.min", is(min))
                .body("scale.max", is(max))
                .body("texts.sv.points", hasSize(worded));
    }

    @Test
    void bandsAreChosenBeforePublishingAndFixedAfterwards() {
        String key = fresh("strict");
        shop.post("/api/v1/surveys", Map.of("key", key, "metric", "CSAT", "subject", "Nordlys", "positiveFrom", 5))
                .statusCode(201)
                .body("scale.positiveFrom", is(5))
                .body("scale.negativeTo", is(2));
        shop.as()
                .header("If-Match", "\"0\"")
                .body(Map.of("subject", "Nordlys", "negativeTo", 3))
                .put("/api/v1/surveys/" + key)
                .then()
                .statusCode(200)
                .body("scale.positiveFrom", is(5))
                .body("scale.negativeTo", is(3));
        shop.post("/api/v1/surveys/" + key + "/publication", Map.of()).statusCode(201);

        String tag = shop.get("/api/v1/surveys/" + key).extract().header("ETag");
        refused(
                shop.as()
                        .header("If-Match", tag)
                        .body(Map.of("subject", "Nordlys", "negativeTo", 2))
                        .put("/api/v1/surveys/" + key)
                        .then(),
                409,
                "scale-fixed");
    }

    @Test
    void aSurveyThatMakesNoSenseIsRefused() {
        Map<String, Object> good = Map.of("key", fresh("s"), "metric", "NPS", "subject", "Nordlys");
        refused(shop.post("/api/v1/surveys", with(good, "scale", "CSAT_5")), 422, "invalid-scale");
        refused(shop.post("/api/v1/surveys", with(good, "negativeTo", 9)), 422, "invalid-scale");
        refused(shop.post("/api/v1/surveys", with(good, "positiveTo", 11)), 422, "invalid-scale");
        refused(shop.post("/api/v1/surveys", with(good, "metric", "STARS")), 400, "invalid-request");
        refused(shop.post("/api/v1/surveys", with(good, "subject", "a\nb")), 400, "invalid-request");
        refused(shop.post("/api/v1/surveys", with(good, "positiveFrom", 8.5)), 400, "invalid-request");
        refused(shop.post("/api/v1/surveys", with(good, "key", "../x")), 400, "invalid-request");
        refused(shop.post("/api/v1/surveys/no-such/publication", Map.of()), 404, "not-found");
        shop.post("/api/v1/surveys", good).statusCode(201);
        refused(shop.post("/api/v1/surveys", good), 409, "survey-exists");
        refused(shop.post("/api/v1/surveys/" + good.get("key") + "/retirement", Map.of()), 409, "survey-not-published");
    }

    @Test
    void aRetiredSurveyAsksNobodyUntilItIsPublishedAgain() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("NPS");
        shop.rule(touchpoint, survey);
        shop.post("/api/v1/surveys/" + survey + "/retirement", Map.of())
                .statusCode(200)
                .body("state", equalTo("RETIRED"));

        shop.happens(Installation.event(touchpoint, fresh("r"))).body("decisions[0].reason", equalTo("SURVEY_RETIRED"));
        shop.post("/api/v1/surveys/" + survey + "/publication", Map.of()).statusCode(200);
        shop.happens(Installation.event(touchpoint, fresh("r"))).body("decisions[0].outcome", equalTo("INVITED"));
    }

    @Test
    void aRuleIsMadeWithDefaultsReadAndChanged() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("NPS");
        String id = shop.rule(touchpoint, survey);

        shop.get("/api/v1/trigger-rules/" + id)
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("state", equalTo("ACTIVE"))
                .body("delay", equalTo("PT0S"))
                .body("expiresAfter", equalTo("P14D"))
                .body("samplePercent", is(100))
                .body("conditions", hasSize(0));
        Map<String, Object> change = Map.of(
                "channels",
                List.of("EMAIL", "LINK"),
                "delay",
                "PT90M",
                "quarantine",
                "P10D",
                "samplePercent",
                12.5,
                "conditions",
                List.of(Map.of("field", "attribute.amount", "operator", "greaterThan", "value", "100")));
        shop.as()
                .header("If-Match", "\"0\"")
                .body(change)
                .put("/api/v1/trigger-rules/" + id)
                .then()
                .statusCode(200)
                .body("delay", equalTo("PT1H30M"))
                .body("quarantine", equalTo("P10D"))
                .body("samplePercent", is(12.5f))
                .body("conditions[0].operator", equalTo("greaterThan"));
        shop.as()
                .header("If-Match", "\"0\"")
                .body(change)
                .put("/api/v1/trigger-rules/" + id)
                .then()
                .statusCode(412);
        shop.get("/api/v1/trigger-rules?touchpoint=" + touchpoint).body("items.id", hasItem(id));
    }

    @Test
    void aRuleThatMakesNoSenseIsRefused() {
        Map<String, Object> good = Map.of(
                "touchpoint", shop.touchpoint(), "survey", shop.publishedSurvey("NPS"), "channels", List.of("EMAIL"));
        refused(rule(with(good, "touchpoint", "no.such")), 422, "unknown-touchpoint");
        refused(rule(with(good, "cancelledBy", "no.such")), 422, "unknown-touchpoint")
                .body("errors.field", hasItem("cancelledBy"));
        refused(rule(with(good, "survey", "no-such")), 422, "unknown-survey");
        refused(rule(with(good, "channels", List.of("WEBHOOK"))), 422, "channel-not-available");
        refused(rule(with(good, "channels", List.of())), 400, "invalid-request");
        refused(rule(with(good, "channels", List.of("PIGEON"))), 400, "invalid-request");
        refused(rule(with(good, "delay", "soon")), 422, "invalid-rule").body("errors.field", hasItem("delay"));
        refused(rule(with(good, "delay", "-PT1H")), 422, "invalid-rule");
        refused(rule(with(good, "delay", "P1M")), 422, "invalid-rule");
        refused(rule(with(good, "expiresAfter", "P9999999D")), 422, "invalid-rule");
        refused(rule(with(good, "expiresAfter", "PT0S")), 422, "invalid-rule");
        refused(rule(with(good, "samplePercent", 101)), 400, "invalid-request");
        refused(rule(with(good, "priority", 5000)), 400, "invalid-request");
        refused(
                        rule(with(good, "conditions", List.of(Map.of("field", "country", "operator", "exists")))),
                        400,
                        "invalid-request")
                .body("errors.field", hasItem("conditions[0].field"));
        refused(
                rule(with(good, "conditions", List.of(Map.of("field", "segment.a", "operator", "like", "value", "x")))),
                400,
                "invalid-request");
        refused(
                        rule(with(
                                good,
                                "conditions",
                                List.of(
                                        Map.of("field", "segment.a", "operator", "equals"),
                                        Map.of("field", "segment.b", "operator", "lessThan", "value", "x")))),
                        422,
                        "invalid-rule")
                .body("errors.field", hasItems("conditions[0]", "conditions[1]"));
        refused(shop.get("/api/v1/trigger-rules/" + UUID.randomUUID()), 404, "not-found");
        shop.get("/api/v1/trigger-rules/not-an-id").statusCode(oneOf(400, 404));
    }

    @Test
    void aRepeatWithAnIdempotencyKeyGetsTheFirstAnswer() {
        String key = fresh("once");
        String once = UUID.randomUUID().toString();
        String first = shop.as()
                .header("Idempotency-Key", once)
                .body(touchpoint(key))
                .post("/api/v1/touchpoints")
                .then()
                .statusCode(201)
                .extract()
                .asString();

        String second = shop.as()
                .header("Idempotency-Key", once)
                .body(touchpoint(key))
                .post("/api/v1/touchpoints")
                .then()
                .statusCode(201)
                .extract()
                .asString();

        assertThat(second).isEqualTo(first);
        refused(
                shop.as()
                        .header("Idempotency-Key", once)
                        .body(touchpoint(fresh("other")))
                        .post("/api/v1/touchpoints")
                        .then(),
                422,
                "idempotency-mismatch");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,touchpoints",
        "POST,surveys",
        "POST,surveys/x/publication",
        "POST,surveys/x/retirement",
        "POST,trigger-rules",
        "PUT,touchpoints/x",
        "PUT,surveys/x",
        "POST,api-keys",
        "GET,api-keys",
        "DELETE,api-keys/x",
        "GET,touchpoints",
        "GET,touchpoints/x",
        "GET,stages",
        "GET,surveys",
        "GET,surveys/x",
        "GET,surveys/x/versions",
        "GET,trigger-rules",
        "GET,decisions",
        "GET,invitations"
    })
    void nobodyGetsInWithoutThePermission(Method method, String path) {
        String address = "/api/v1/" + path;
        Installation.as("atk_nobody_" + "x".repeat(43))
                .request(method, address)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        Installation.as(TestKeys.revoked()).request(method, address).then().statusCode(401);
        Installation.as(TestKeys.expired()).request(method, address).then().statusCode(401);
        Installation.as(TestKeys.withScopes("events:write", "responses:write"))
                .body("{}")
                .request(method, address)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/forbidden"));
    }

    private ValidatableResponse rule(Map<String, Object> rule) {
        return shop.post("/api/v1/trigger-rules", rule);
    }

    private static ValidatableResponse refused(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug))
                .body("title", notNullValue());
    }

    private static Map<String, Object> touchpoint(String key) {
        return Map.of("key", key, "name", "Order delivered", "stage", "post-purchase", "channel", "door");
    }

    private static Map<String, Object> with(Map<String, Object> good, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(good);
        changed.put(field, value);
        return changed;
    }
}
