package io.aftertouch.survey.event;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** What a rule says of whom it asks holds for the events that are posted. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class RuleTermsTest {

    private final Installation shop = new Installation();

    @ParameterizedTest
    @CsvSource({
        "equals, DK, INVITED, CONDITION, CONDITION",
        "notEquals, DK, CONDITION, INVITED, INVITED",
        "in, DK|NO, INVITED, CONDITION, CONDITION",
        "exists, '', INVITED, INVITED, CONDITION",
        "contains, k, INVITED, CONDITION, CONDITION"
    })
    void aConditionOnASegmentHolds(String operator, String value, String ofDane, String ofSwede, String ofUnknown) {
        String touchpoint = touchpoint(Map.of("conditions", List.of(condition("segment.country", operator, value))));

        happens(touchpoint, Map.of("segments", Map.of("country", "DK")), ofDane);
        happens(touchpoint, Map.of("segments", Map.of("country", "SE")), ofSwede);
        happens(touchpoint, Map.of("segments", Map.of()), ofUnknown);
    }

    @ParameterizedTest
    @CsvSource({"greaterThan, CONDITION, CONDITION, INVITED", "lessThan, INVITED, CONDITION, CONDITION"})
    void aConditionOnAnAttributeComparesNumbers(String operator, String less, String same, String more) {
        String touchpoint = touchpoint(Map.of("conditions", List.of(condition("attribute.amount", operator, "100"))));

        happens(touchpoint, Map.of("attributes", Map.of("amount", "99.5")), less);
        happens(touchpoint, Map.of("attributes", Map.of("amount", "100")), same);
        happens(touchpoint, Map.of("attributes", Map.of("amount", "1000")), more);
        happens(touchpoint, Map.of("attributes", Map.of("amount", "plenty")), "CONDITION");
    }

    @Test
    void theSampleIsDrawnByTheEventAndNotByChance() {
        String half = touchpoint(Map.of("samplePercent", 50));
        Map<String, Object> event = event(half, fresh("r"));
        String drawn = shop.post("/api/v1/events/simulation", event)
                .statusCode(200)
                .extract()
                .path("decisions[0].reason");

        for (int i = 0; i < 5; i++) {
            shop.post("/api/v1/events/simulation", event).body("decisions[0].reason", equalTo(drawn));
        }
        shop.happens(event).body("decisions[0].reason", equalTo(drawn));
        List<Map<String, Object>> many =
                IntStream.range(0, 60).mapToObj(i -> event(half, fresh("r"))).toList();
        shop.post("/api/v1/events/batch", Map.of("events", many))
                .body("results.answer.decisions.flatten().reason", hasItem("INVITED"))
                .body("results.answer.decisions.flatten().reason", hasItem("SAMPLED_OUT"));
        happens(touchpoint(Map.of("samplePercent", 0)), Map.of(), "SAMPLED_OUT");
    }

    @Test
    void aRuleAsksOnlyAboutWhatHappenedInItsActivePeriod() {
        Instant now = Instant.now();
        String over =
                touchpoint(Map.of("activeUntil", now.minus(Duration.ofHours(1)).toString()));
        String soon =
                touchpoint(Map.of("activeFrom", now.plus(Duration.ofHours(1)).toString()));
        String running = touchpoint(Map.of(
                "activeFrom", now.minus(Duration.ofHours(1)).toString(),
                "activeUntil", now.plus(Duration.ofHours(1)).toString()));

        happens(over, Map.of(), "NOT_ACTIVE");
        happens(over, Map.of("occurredAt", now.minus(Duration.ofHours(2)).toString()), "INVITED");
        happens(soon, Map.of(), "NOT_ACTIVE");
        happens(running, Map.of(), "INVITED");
    }

    @Test
    void aBatchHasFiveHundredEventsAtMost() {
        String touchpoint = shop.touchpoint();
        List<Map<String, Object>> many = IntStream.range(0, 501)
                .mapToObj(i -> event(touchpoint, "r-" + i, Map.of("segments", Map.of(), "attributes", Map.of())))
                .toList();

        shop.post("/api/v1/events/batch", Map.of("events", many))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem("events"));
        shop.get("/api/v1/decisions?touchpoint=" + touchpoint).body("items", hasSize(0));
        shop.post("/api/v1/events/batch", Map.of("events", many.subList(0, 500)))
                .statusCode(200)
                .body("results", hasSize(500))
                .body("results.status", everyItem(equalTo(202)));
    }

    /** Only what a source says is known of a person; what it leaves out stays as it was. */
    @Test
    void anEventMakesItsRespondentAndChangesWhatItNames() {
        String touchpoint = shop.touchpoint();
        String ref = fresh("r");
        happens(
                touchpoint,
                Map.of(
                        "respondent",
                        Map.of(
                                "ref", ref,
                                "email", ref + "@example.com",
                                "phone", "+45 12 34 56 78",
                                "name", "Freja Holm",
                                "locale", "da",
                                "country", "DK",
                                "timeZone", "Europe/Copenhagen",
                                "consent", Map.of("basis", "newsletter", "at", "2026-01-02T03:04:05Z"))),
                "NO_RULE");
        String path = "/api/v1/respondents/" + ref;
        shop.get(path)
                .statusCode(200)
                .body("email", equalTo(ref + "@example.com"))
                .body("phone", equalTo("+45 12 34 56 78"))
                .body("name", equalTo("Freja Holm"))
                .body("locale", equalTo("da"))
                .body("country", equalTo("DK"))
                .body("timeZone", equalTo("Europe/Copenhagen"))
                .body("consent.basis", equalTo("newsletter"));
        String tag = shop.get(path).extract().header("ETag");

        shop.post(
                        "/api/v1/events/batch",
                        Map.of(
                                "events",
                                List.of(event(
                                        touchpoint,
                                        ref,
                                        Map.of("respondent", Map.of("ref", ref, "name", "Freja Berg"))))))
                .body("results.status", equalTo(List.of(202)));

        shop.get(path)
                .header("ETag", not(equalTo(tag)))
                .body("name", equalTo("Freja Berg"))
                .body("email", equalTo(ref + "@example.com"))
                .body("consent.basis", equalTo("newsletter"));
    }

    /** Everybody is asked there, but for what the rule says. */
    private String touchpoint(Map<String, Object> terms) {
        String touchpoint = shop.touchpoint();
        Map<String, Object> rule = new HashMap<>(terms);
        rule.put("channels", List.of("LINK"));
        shop.rule(touchpoint, shop.publishedSurvey("CSAT"), rule);
        return touchpoint;
    }

    private static Map<String, Object> condition(String field, String operator, String value) {
        Map<String, Object> condition = new HashMap<>(Map.of("field", field, "operator", operator));
        if (operator.equals("in")) {
            condition.put("values", List.of(value.split("\\|")));
        } else if (!value.isEmpty()) {
            condition.put("value", value);
        }
        return condition;
    }

    private void happens(String touchpoint, Map<String, Object> more, String reason) {
        shop.happens(event(touchpoint, fresh("r"), more))
                .statusCode(202)
                .body("decisions.reason", equalTo(List.of(reason)));
    }
}
