package io.aftertouch.survey.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

/** A rule is tried on past events before it is saved, by the API and on its page. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ReplayTest {

    private static final String PATH = "/api/v1/events/simulation/replay";

    private final Installation shop = new Installation();

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void theSameRuleWouldHaveDecidedTheSame() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("NPS");
        String rule = shop.rule(touchpoint, survey);
        String ref = fresh("r");
        shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("INVITED"));
        shop.happens(event(touchpoint, ref)).body("decisions[0].reason", equalTo("QUARANTINE"));

        replay(draft(touchpoint, survey, Map.of()), rule)
                .body("events.would.reason", equalTo(List.of("QUARANTINE", "INVITED")))
                .body("events.decided.flatten().reason", equalTo(List.of("QUARANTINE", "INVITED")))
                .body("events.decided.flatten().replayed", equalTo(List.of(true, true)))
                .body("events.respondent", equalTo(List.of(ref, ref)))
                .body("would.count", equalTo(List.of(1, 1)));
    }

    @Test
    void aChangedRuleShowsWhomItWouldHaveAsked() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("CSAT");
        String rule = shop.rule(touchpoint, survey);
        String ref = fresh("r");
        shop.happens(event(touchpoint, ref));
        shop.happens(event(touchpoint, ref));
        shop.happens(event(touchpoint, fresh("r"), Map.of("segments", Map.of("country", "SE"))));

        replay(draft(touchpoint, survey, Map.of("quarantine", "PT0S")), rule)
                .body("events.would.outcome", equalTo(List.of("INVITED", "INVITED", "INVITED")));
        replay(draft(touchpoint, survey, Map.of("deferUpTo", "P60D")), rule)
                .body("events.would.outcome", equalTo(List.of("INVITED", "DEFERRED", "INVITED")));
        replay(
                        draft(
                                touchpoint,
                                survey,
                                Map.of(
                                        "conditions",
                                        List.of(Map.of(
                                                "field", "segment.country", "operator", "equals", "value", "SE")))),
                        rule)
                .body("events.would.reason", equalTo(List.of("INVITED", "CONDITION", "CONDITION")));
        shop.get("/api/v1/decisions?rule=" + rule).body("items", hasSize(3));
    }

    @Test
    void whatElseThePersonWasAskedCounts() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("CSAT");
        String ref = fresh("r");
        shop.happens(event(shop.askingTouchpoint(), ref)).body("decisions[0].outcome", equalTo("INVITED"));
        shop.happens(event(touchpoint, ref)).body("decisions[0].reason", equalTo("NO_RULE"));
        String later = fresh("r");
        shop.happens(event(touchpoint, later)).body("decisions[0].reason", equalTo("NO_RULE"));
        shop.happens(event(shop.askingTouchpoint(), later)).body("decisions[0].outcome", equalTo("INVITED"));

        replay(draft(touchpoint, survey, Map.of()), null)
                .body("events.respondent", equalTo(List.of(later, ref)))
                .body("events.would.reason", equalTo(List.of("INVITED", "QUARANTINE")));
    }

    @Test
    void aHigherPriorityIsTakenIntoAccount() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("priority", 5));
        shop.happens(event(touchpoint, fresh("r")));
        String survey = shop.publishedSurvey("CSAT");

        replay(draft(touchpoint, survey, Map.of("priority", 1)), null)
                .body("events[0].would.reason", equalTo("HIGHER_PRIORITY"));
        replay(draft(touchpoint, survey, Map.of("priority", 9)), null)
                .body("events[0].would.reason", equalTo("INVITED"));
    }

    @Test
    void aLaterEventThatCancelsIsTakenIntoAccount() {
        String touchpoint = shop.touchpoint();
        String reopened = shop.touchpoint();
        String survey = shop.publishedSurvey("CSAT");
        String ref = fresh("r");
        shop.happens(event(touchpoint, ref));
        shop.happens(event(reopened, ref));

        replay(draft(touchpoint, survey, Map.of("delay", "PT2H", "cancelledBy", reopened)), null)
                .body("events[0].would.reason", equalTo("CANCELLED"));
    }

    @Test
    void nonsenseIsRefused() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("CSAT");
        Map<String, Object> draft = draft(touchpoint, survey, Map.of());

        replay(draft, null).body("events", empty());
        shop.post(PATH, Map.of("rule", draft, "last", 49)).statusCode(400);
        shop.post(PATH, Map.of("rule", draft, "last", 501)).statusCode(400);
        shop.post(PATH, Map.of()).statusCode(400);
        shop.post(PATH, Map.of("rule", draft, "replaces", UUID.randomUUID().toString()))
                .statusCode(422)
                .body("errors.field", hasItem("replaces"));
        shop.post(PATH, Map.of("rule", draft("no-such", survey, Map.of()))).statusCode(422);
        shop.post(PATH, Map.of("rule", draft(touchpoint, survey, Map.of("delay", "soon"))))
                .statusCode(422)
                .body("errors.field", hasItem("delay"));
        Installation.as(TestKeys.withScopes("events:write"))
                .body(Map.of("rule", draft))
                .post(PATH)
                .then()
                .statusCode(403);
    }

    @Test
    void aRuleIsTriedSavedChangedAndDeletedOnItsPages() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("CSAT");
        shop.happens(event(touchpoint, fresh("r")));
        Map<String, Object> typed = new HashMap<>(Map.of(
                "touchpoint",
                touchpoint,
                "survey",
                survey,
                "delay",
                "2 hours",
                "channels",
                List.of("EMAIL", "LINK", ""),
                "conditionField",
                List.of("segment.country", "segment.plan"),
                "conditionOperator",
                List.of("IN", "EXISTS"),
                "conditionValue",
                List.of("DK, SE", ""),
                "samplePercent",
                "12.5",
                "activeFrom",
                "2026-01-01T00:00"));
        typed.put("samplePercent", "100");

        typed.put("do", "add");
        assertThat(body(post("/rules", typed), 200)).contains("id=\"field-3\"", "value=\"DK, SE\"");
        typed.put("do", "remove-1");
        assertThat(body(post("/rules", typed), 200))
                .contains("id=\"field-1\"", "value=\"segment.plan\"")
                .doesNotContain("id=\"field-2\"", "DK, SE");
        typed.put("do", "replay");
        assertThat(body(post("/rules", typed), 200))
                .contains("1 of the last 1 events would have been asked about", "No active rule at this touchpoint");
        shop.get("/api/v1/decisions?touchpoint=" + touchpoint).body("items", hasSize(1));

        typed.remove("do");
        post("/rules", typed).then().statusCode(303);
        String rule = shop.get("/api/v1/trigger-rules?touchpoint=" + touchpoint)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        shop.get("/api/v1/trigger-rules/" + rule)
                .body("delay", equalTo("PT2H"))
                .body("channels", equalTo(List.of("EMAIL", "LINK")))
                .body("conditions[0].values", equalTo(List.of("DK", "SE")))
                .body("conditions[1].operator", equalTo("exists"))
                .body("activeFrom", equalTo("2025-12-31T23:00:00Z"));

        assertThat(page("/rules/" + rule)).contains("value=\"2 hours\"", "DK, SE", "Delete the rule");
        Map<String, Object> changed = new HashMap<>(typed);
        changed.putAll(Map.of("version", "0", "state", "ACTIVE", "deferUpTo", "30 days", "delay", ""));
        post("/rules/" + rule, changed).then().statusCode(303);
        shop.get("/api/v1/trigger-rules/" + rule)
                .body("deferUpTo", equalTo("P30D"))
                .body("delay", equalTo("PT0S"));
        assertThat(body(post("/rules/" + rule, changed), 422))
                .as("somebody else changed it in between")
                .contains("Not saved.");
        changed.putAll(Map.of("version", "1", "delay", "soon"));
        assertThat(body(post("/rules/" + rule, changed), 422)).contains("value=\"soon\"", "Not saved.");

        post("/rules/" + rule + "/deletion", Map.of()).then().statusCode(303);
        shop.get("/api/v1/trigger-rules/" + rule).statusCode(404);
    }

    @Test
    void aRuleThatDecidedSomethingStays() {
        String touchpoint = shop.touchpoint();
        String rule = shop.rule(touchpoint, shop.publishedSurvey("CSAT"));
        shop.happens(event(touchpoint, fresh("r")));

        shop.as()
                .header("If-Match", "\"0\"")
                .delete("/api/v1/trigger-rules/" + rule)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rule-in-use"));
        assertThat(page("/rules/" + rule)).doesNotContain("Delete the rule");
        String unused = shop.rule(touchpoint, shop.publishedSurvey("CES"));
        shop.as().delete("/api/v1/trigger-rules/" + unused).then().statusCode(428);
        shop.as()
                .header("If-Match", "\"0\"")
                .delete("/api/v1/trigger-rules/" + unused)
                .then()
                .statusCode(204);
        shop.as().get("/rules/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void whoMayOnlyReadSeesARuleAndNoButton() {
        String rule = shop.rule(shop.touchpoint(), shop.publishedSurvey("CSAT"));
        String page = given().header("Authorization", "Bearer " + TestKeys.withScopes("config:read"))
                .get("/rules/" + rule)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).doesNotContain("Save the rule", "Pause the rule", "Replay the events");
    }

    @Test
    void theContactPolicyIsChangedOnItsPage() {
        String shown = page("/settings/contact-policy");
        assertThat(shown).contains("not legal advice", "value=\"DE\"", "CONSENT_REQUIRED");
        String version = shown.replaceAll("(?s).*name=\"version\" value=\"([0-9]+)\".*", "$1");
        Map<String, Object> typed = new HashMap<>(Map.of(
                "version", version,
                "quarantine", "30",
                "sameNpsSurvey", "90",
                "dailyCap", "",
                "country", List.of("DE", "DK", ""),
                "countryRule", List.of("CONSENT_REQUIRED", "NEUTRAL_MAIL_ONLY", "FREE"),
                "otherCountries", "FREE"));

        typed.put("quietFrom", "21:00");
        assertThat(body(post("/settings/contact-policy", typed), 422)).contains("Not saved.", "field--error");
        typed.put("quietTo", "05:00");
        typed.put("quarantine", "a month");
        assertThat(body(post("/settings/contact-policy", typed), 422)).contains("value=\"a month\"");
        typed.put("quarantine", "30");
        typed.remove("quietFrom");
        typed.remove("quietTo");
        post("/settings/contact-policy", typed).then().statusCode(303);
        shop.get("/api/v1/contact-policy")
                .body("quarantine", equalTo("P30D"))
                .body("countries.DK", equalTo("NEUTRAL_MAIL_ONLY"))
                .body("version", equalTo(Integer.parseInt(version) + 1));
        assertThat(body(post("/settings/contact-policy", typed), 422)).contains("Not saved.");
    }

    private ValidatableResponse replay(Map<String, Object> draft, String replaces) {
        Map<String, Object> wish = new HashMap<>(Map.of("rule", draft));
        if (replaces != null) {
            wish.put("replaces", replaces);
        }
        return shop.post(PATH, wish).statusCode(200);
    }

    private static Map<String, Object> draft(String touchpoint, String survey, Map<String, Object> settings) {
        Map<String, Object> draft =
                new HashMap<>(Map.of("touchpoint", touchpoint, "survey", survey, "channels", List.of("EMAIL")));
        draft.putAll(settings);
        return draft;
    }

    private Response post(String path, Map<String, Object> fields) {
        return given().redirects()
                .follow(false)
                .header("Authorization", "Bearer " + TestKeys.allScopes())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(path);
    }

    private static String body(Response response, int status) {
        return response.then().statusCode(status).extract().asString();
    }

    private String page(String path) {
        return shop.as().get(path).then().statusCode(200).extract().asString();
    }
}
