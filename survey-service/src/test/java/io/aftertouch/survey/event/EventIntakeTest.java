package io.aftertouch.survey.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class EventIntakeTest {

    private final Installation shop = new Installation();

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void aFreshRespondentIsInvited() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("NPS");
        String rule = shop.rule(touchpoint, survey);

        shop.happens(event(touchpoint, fresh("r")))
                .statusCode(202)
                .body("eventId", notNullValue())
                .body("decisions", hasSize(1))
                .body("decisions[0].rule", equalTo(rule))
                .body("decisions[0].survey", equalTo(survey))
                .body("decisions[0].outcome", equalTo("INVITED"))
                .body("decisions[0].reason", equalTo("INVITED"))
                .body("decisions[0].invitation.id", notNullValue())
                .body("decisions[0].invitation.channel", equalTo("EMAIL"))
                .body("decisions[0].invitation.dueAt", notNullValue())
                .body("decisions[0].invitation.link", matchesPattern("http://localhost:8080/s/[A-Za-z0-9_-]{22}"));
    }

    @Test
    void aRepeatGetsWhatTheFirstOneGot() {
        String touchpoint = shop.askingTouchpoint();
        Map<String, Object> event = event(touchpoint, fresh("r"));

        String first = shop.happens(event).statusCode(202).extract().asString();
        String second = shop.happens(event).statusCode(202).extract().asString();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void twentyRepeatsAtTheSameTimeAreOneEvent() throws Exception {
        String touchpoint = shop.askingTouchpoint();
        String ref = fresh("r");
        Map<String, Object> event = event(touchpoint, ref);
        Callable<String> post =
                () -> shop.happens(event).statusCode(202).extract().asString();

        Set<String> answers;
        try (var pool = Executors.newFixedThreadPool(20)) {
            List<Future<String>> posted =
                    pool.invokeAll(IntStream.range(0, 20).mapToObj(i -> post).toList());
            answers = posted.stream().map(EventIntakeTest::result).collect(Collectors.toSet());
        }

        assertThat(answers).hasSize(1);
        shop.get("/api/v1/decisions?respondent=" + ref).statusCode(200).body("items", hasSize(1));
    }

    @Test
    void twentyEventsOfOnePersonAtTheSameTimeLeadToOneInvitation() throws Exception {
        String touchpoint = shop.askingTouchpoint();
        String mailbox = fresh("freja");
        List<Callable<String>> posts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Map<String, Object> person =
                    Map.of("ref", fresh("r"), "email", mailbox + (i % 2 == 0 ? "+shop" : "") + "@Example.com");
            Map<String, Object> event = event(touchpoint, "unused", Map.of("respondent", person));
            posts.add(() -> shop.happens(event).statusCode(202).extract().path("decisions[0].outcome"));
        }

        List<String> outcomes;
        try (var pool = Executors.newFixedThreadPool(20)) {
            outcomes =
                    pool.invokeAll(posts).stream().map(EventIntakeTest::result).toList();
        }

        assertThat(outcomes).filteredOn("INVITED"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("NOT_INVITED"::equals).hasSize(19);
    }

    @Test
    void nobodyIsAskedTwiceWithinTheQuarantine() {
        String touchpoint = shop.askingTouchpoint();
        String ref = fresh("r");
        shop.happens(event(touchpoint, ref)).statusCode(202).body("decisions[0].outcome", equalTo("INVITED"));

        shop.happens(event(touchpoint, ref))
                .statusCode(202)
                .body("decisions[0].outcome", equalTo("NOT_INVITED"))
                .body("decisions[0].reason", equalTo("QUARANTINE"))
                .body("decisions[0].freeAt", notNullValue())
                .body("decisions[0].invitation", nullValue());
    }

    @Test
    void anEventAtATouchpointWithoutRulesIsInTheLedgerToo() {
        String touchpoint = shop.touchpoint();
        String ref = fresh("r");

        shop.happens(event(touchpoint, ref))
                .statusCode(202)
                .body("decisions", hasSize(1))
                .body("decisions[0].outcome", equalTo("NOT_INVITED"))
                .body("decisions[0].reason", equalTo("NO_RULE"))
                .body("decisions[0].rule", nullValue());
        shop.get("/api/v1/decisions?respondent=" + ref + "&reason=NO_RULE").body("items", hasSize(1));
    }

    @Test
    void aRuleWithAConditionAsksOnlyWhomItIsMeantFor() {
        String touchpoint = shop.touchpoint();
        shop.rule(
                touchpoint,
                shop.publishedSurvey("CSAT"),
                Map.of(
                        "conditions",
                        List.of(Map.of("field", "segment.country", "operator", "in", "values", List.of("SE", "NO")))));

        shop.happens(event(touchpoint, fresh("r"))).body("decisions[0].reason", equalTo("CONDITION"));
        shop.happens(event(touchpoint, fresh("r"), Map.of("segments", Map.of("country", "NO"))))
                .body("decisions[0].outcome", equalTo("INVITED"));
    }

    @Test
    void withoutAnAddressOnlyALinkIsPossible() {
        String byMail = shop.askingTouchpoint();
        String byLink = shop.touchpoint();
        shop.rule(byLink, shop.publishedSurvey("CES"), Map.of("channels", List.of("EMAIL", "LINK")));
        Map<String, Object> nobody = Map.of("respondent", Map.of("ref", fresh("r")));

        shop.happens(event(byMail, "", nobody)).body("decisions[0].reason", equalTo("NO_ADDRESS"));
        shop.happens(event(byLink, "", nobody))
                .body("decisions[0].outcome", equalTo("INVITED"))
                .body("decisions[0].invitation.channel", equalTo("LINK"));
    }

    @Test
    void ofTwoRulesTheOneWithTheHigherPriorityAsks() {
        String touchpoint = shop.touchpoint();
        String less = shop.publishedSurvey("CSAT");
        String more = shop.publishedSurvey("NPS");
        shop.rule(touchpoint, less, Map.of("priority", 1));
        shop.rule(touchpoint, more, Map.of("priority", 2));

        shop.happens(event(touchpoint, fresh("r")))
                .body("decisions", hasSize(2))
                .body("decisions[0].survey", equalTo(more))
                .body("decisions[0].outcome", equalTo("INVITED"))
                .body("decisions[1].survey", equalTo(less))
                .body("decisions[1].reason", equalTo("HIGHER_PRIORITY"));
    }

    @Test
    void aLaterEventCancelsWhatWaits() {
        String closed = shop.touchpoint();
        String reopened = shop.touchpoint();
        shop.rule(closed, shop.publishedSurvey("NPS"), Map.of("delay", "PT2H", "cancelledBy", reopened));
        String ref = fresh("r");
        String invitation = shop.happens(event(closed, ref)).extract().path("decisions[0].invitation.id");

        shop.happens(event(reopened, ref)).statusCode(202);

        shop.get("/api/v1/invitations/" + invitation)
                .body("state", equalTo("CANCELLED"))
                .body("reason", equalTo("CANCELLED"));
    }

    @Test
    void anEventThatComesInAfterTheOneThatCancelsItAsksNobody() {
        String closed = shop.touchpoint();
        String reopened = shop.touchpoint();
        shop.rule(closed, shop.publishedSurvey("NPS"), Map.of("cancelledBy", reopened));
        String ref = fresh("r");
        shop.happens(event(reopened, ref)).statusCode(202);

        String before = Instant.now().minus(Duration.ofHours(1)).toString();
        shop.happens(event(closed, ref, Map.of("occurredAt", before)))
                .body("decisions[0].reason", equalTo("CANCELLED"));
    }

    @Test
    void whatHappenedLongAgoIsNotAskedAbout() {
        String touchpoint = shop.askingTouchpoint();
        String longAgo = Instant.now().minus(Duration.ofDays(90)).toString();

        shop.happens(event(touchpoint, fresh("r"), Map.of("occurredAt", longAgo)))
                .statusCode(202)
                .body("decisions[0].reason", equalTo("TOO_OLD"));
    }

    @Test
    void aSimulationWritesNothing() {
        String touchpoint = shop.askingTouchpoint();
        String ref = fresh("r");
        Map<String, Object> event = event(touchpoint, ref);

        shop.post("/api/v1/events/simulation", event)
                .statusCode(200)
                .body("eventId", nullValue())
                .body("decisions[0].outcome", equalTo("INVITED"))
                .body("decisions[0].invitation.channel", equalTo("EMAIL"))
                .body("decisions[0].invitation.id", nullValue());

        shop.get("/api/v1/decisions?respondent=" + ref).body("items", hasSize(0));
        shop.happens(event).body("decisions[0].outcome", equalTo("INVITED"));
    }

    @Test
    void oneBadEventOfABatchHarmsNoOther() {
        String touchpoint = shop.askingTouchpoint();
        Map<String, Object> unknown = event("no.such-touchpoint", fresh("r"));
        Map<String, Object> misspelt = event(touchpoint, fresh("r"), Map.of("respondant", "x"));
        Map<String, Object> incomplete = new HashMap<>(event(touchpoint, fresh("r")));
        incomplete.remove("id");

        shop.post(
                        "/api/v1/events/batch",
                        Map.of(
                                "events",
                                List.of(
                                        event(touchpoint, fresh("r")),
                                        unknown,
                                        misspelt,
                                        incomplete,
                                        "nonsense",
                                        event(touchpoint, fresh("r")))))
                .statusCode(200)
                .body("results.status", equalTo(List.of(202, 422, 400, 400, 400, 202)))
                .body("results[0].answer.decisions[0].outcome", equalTo("INVITED"))
                .body("results[1].problem.type", equalTo("/problems/unknown-touchpoint"))
                .body("results[2].problem.errors[0].field", equalTo("respondant"))
                .body("results[3].problem.errors[0].field", equalTo("id"))
                .body("results[5].answer.decisions[0].outcome", equalTo("INVITED"));
    }

    @Test
    void anEventThatBreaksARuleIsRefusedByName() {
        String touchpoint = shop.askingTouchpoint();
        Map<String, Object> manySegments =
                IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "s" + i, i -> "x"));

        refused(event("no.such", fresh("r")), 422, "unknown-touchpoint", "touchpoint");
        refused(
                event(
                        touchpoint,
                        fresh("r"),
                        Map.of("occurredAt", Instant.now().plusSeconds(3600).toString())),
                422,
                "implausible-time",
                "occurredAt");
        refused(
                event(touchpoint, fresh("r"), Map.of("occurredAt", "1999-12-31T23:59:59Z")),
                422,
                "implausible-time",
                "occurredAt");
        refused(event(touchpoint, fresh("r"), Map.of("occurredAt", "yesterday")), 400, "invalid-request", "occurredAt");
        refused(event(touchpoint, fresh("r"), Map.of("segments", manySegments)), 400, "invalid-request", "segments");
        refused(
                event(touchpoint, fresh("r"), Map.of("segments", Map.of("plan", "x".repeat(65)))),
                400,
                "invalid-request",
                "segments[plan].<map value>");
        refused(
                event(touchpoint, "", Map.of("respondent", Map.of("ref", "r", "email", "a@b.c\r\nBcc: x@y.z"))),
                400,
                "invalid-request",
                "respondent.email");
        refused(
                event(touchpoint, "", Map.of("respondent", Map.of("ref", "r", "name", "Freja\r\nBcc: x@y.z"))),
                400,
                "invalid-request",
                "respondent.name");
        refused(
                event(touchpoint, "", Map.of("respondent", Map.of("ref", "\uD800"))),
                400,
                "invalid-request",
                "respondent.ref");
        refused(event(touchpoint, fresh("r"), Map.of("id", "a\u0000b")), 400, "invalid-request", "id");
        refused(event(touchpoint, fresh("r"), Map.of("attributes", List.of(1))), 400, "invalid-request", "attributes");
        refused(event(touchpoint, fresh("r"), Map.of("nonsense", 1)), 400, "invalid-request", "nonsense");
    }

    private void refused(Map<String, Object> event, int status, String slug, String field) {
        shop.happens(event)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + slug))
                .body("errors.field", hasItem(equalTo(field)));
    }

    @Test
    void whatIsNoEventAtAllIsRefused() {
        for (String body : List.of("", "null", "[]", "{", "17", "\"x\"", "{\"nonsense\":1}", "{\"id\":{}}")) {
            shop.as()
                    .body(body)
                    .post("/api/v1/events")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", endsWith("invalid-request"));
        }
        shop.as()
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/events")
                .then()
                .statusCode(415);
        shop.post("/api/v1/events/batch", Map.of("events", List.of())).statusCode(400);
    }

    @Test
    void onlyWhoMayPostEventsPostsThem() {
        Map<String, Object> event = event(shop.askingTouchpoint(), fresh("r"));
        for (String path : List.of("/api/v1/events", "/api/v1/events/batch", "/api/v1/events/simulation")) {
            Installation.as(TestKeys.withScopes("scores:read", "responses:write"))
                    .body(event)
                    .post(path)
                    .then()
                    .statusCode(403)
                    .body("type", containsString("forbidden"));
            Installation.as("atk_nobody_" + "x".repeat(43))
                    .body(event)
                    .post(path)
                    .then()
                    .statusCode(401);
        }
        Installation.as(TestKeys.withScopes("events:write"))
                .body(event)
                .post("/api/v1/events")
                .then()
                .statusCode(202);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
