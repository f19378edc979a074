package io.aftertouch.survey.deferral;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What is deferred, judged again by the worker that does so in production. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class DeferralTest {

    /** Long enough for a busy machine to do something within it. */
    private static final String REST = "PT4S";

    private final Installation shop = new Installation();

    @Inject
    DeferralJudging judging;

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void whoWasAskedTooRecentlyIsAskedWhenTheRestIsOver() {
        String touchpoint = patientTouchpoint(Map.of());
        String ref = somebodyAsked();
        Map<String, Object> event = event(touchpoint, ref);

        String first = shop.happens(event)
                .statusCode(202)
                .body("decisions[0].outcome", equalTo("DEFERRED"))
                .body("decisions[0].reason", equalTo("DEFERRED_TO"))
                .body("decisions[0].freeAt", notNullValue())
                .body("decisions[0].invitation", nullValue())
                .extract()
                .asString();

        soon().untilAsserted(() -> assertAskedOnceAfterWaiting(outcomes(decisions(ref, touchpoint))));
        List<Map<String, Object>> items =
                shop.get(decisions(ref, touchpoint)).extract().path("items");
        assertThat(items.getFirst()).containsEntry("replaces", items.get(1).get("id"));
        assertThat(items.subList(1, items.size()))
                .allSatisfy(deferred -> assertThat(deferred.get("supersededAt")).isNotNull());
        assertThat(items.getFirst().get("supersededAt")).isNull();
        soon().untilAsserted(() -> assertThat(invitationState(items.getFirst())).isEqualTo("SENT"));
        assertThat(shop.happens(event).extract().asString())
                .as("a repeat gets what the first one got")
                .isEqualTo(first);
    }

    @Test
    void twoThatWaitForOnePersonAreAskedOneAfterTheOtherByPriority() {
        String touchpoint = shop.touchpoint();
        String more = shop.publishedSurvey("CSAT");
        String less = shop.publishedSurvey("CES");
        shop.rule(touchpoint, less, Map.of("priority", 1, "quarantine", REST, "deferUpTo", "PT1H"));
        shop.rule(touchpoint, more, Map.of("priority", 2, "quarantine", REST, "deferUpTo", "PT1H"));
        String ref = somebodyAsked();

        shop.happens(event(touchpoint, ref)).body("decisions.outcome", equalTo(List.of("DEFERRED", "DEFERRED")));

        String ofLess = "/api/v1/decisions?respondent=" + ref + "&survey=" + less;
        String ofMore = "/api/v1/decisions?respondent=" + ref + "&survey=" + more;
        soon().untilAsserted(() -> assertAskedOnceAfterWaiting(outcomes(ofLess)));
        assertAskedOnceAfterWaiting(outcomes(ofMore));
        assertThat(Duration.between(invitedAt(ofMore), invitedAt(ofLess))).isGreaterThanOrEqualTo(Duration.parse(REST));
    }

    @Test
    void theLowerPriorityOfOneEventIsAskedAfterTheHigherOne() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("priority", 2));
        String less = shop.publishedSurvey("CSAT");
        shop.rule(touchpoint, less, Map.of("priority", 1, "quarantine", REST, "deferUpTo", "PT1H"));
        String ref = fresh("r");

        shop.happens(event(touchpoint, ref)).body("decisions.outcome", equalTo(List.of("INVITED", "DEFERRED")));

        soon().untilAsserted(() -> shop.get("/api/v1/decisions?respondent=" + ref + "&survey=" + less)
                .body("items[0].outcome", equalTo("INVITED")));
    }

    @Test
    void whatIsNotWorthWaitingForIsNotDeferred() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("CSAT"), Map.of("deferUpTo", "P29D"));

        shop.happens(event(touchpoint, somebodyAsked()))
                .body("decisions[0].outcome", equalTo("NOT_INVITED"))
                .body("decisions[0].reason", equalTo("QUARANTINE"));
    }

    @Test
    void whatALaterEventMadePointlessEndsWithThatReason() {
        String reopened = shop.touchpoint();
        String touchpoint = patientTouchpoint(Map.of("cancelledBy", reopened));
        String ref = somebodyAsked();
        shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("DEFERRED"));

        shop.happens(event(reopened, ref)).statusCode(202);

        soon().untilAsserted(() -> shop.get(decisions(ref, touchpoint))
                .body("items[0].outcome", equalTo("NOT_INVITED"))
                .body("items[0].reason", equalTo("CANCELLED")));
    }

    @Test
    void aPausedRuleEndsWhatItDeferredWithThatReason() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("CSAT");
        String rule = shop.rule(touchpoint, survey, Map.of("quarantine", REST, "deferUpTo", "PT1H"));
        String ref = somebodyAsked();
        shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("DEFERRED"));

        shop.as()
                .header("If-Match", "\"0\"")
                .body(Map.of("state", "PAUSED", "channels", List.of("EMAIL")))
                .put("/api/v1/trigger-rules/" + rule)
                .then()
                .statusCode(200);

        soon().untilAsserted(() -> shop.get(decisions(ref, touchpoint))
                .body("items[0].outcome", equalTo("NOT_INVITED"))
                .body("items[0].reason", equalTo("RULE_PAUSED"))
                .body("items[0].rule", equalTo(rule))
                .body("items[0].survey", equalTo(survey)));
    }

    @Test
    void twoReferencesWithOneMailboxAreOnePerson() {
        String touchpoint = patientTouchpoint(Map.of());
        String mailbox = fresh("freja");
        String one = fresh("r");
        String other = fresh("r");
        shop.happens(eventOf(shop.askingTouchpoint(), one, mailbox + "@example.com"))
                .body("decisions[0].outcome", equalTo("INVITED"));
        shop.happens(eventOf(touchpoint, one, mailbox + "@example.com"))
                .body("decisions[0].outcome", equalTo("DEFERRED"));
        shop.happens(eventOf(touchpoint, other, mailbox + "+shop@example.com"))
                .body("decisions[0].outcome", equalTo("DEFERRED"));

        soon().untilAsserted(() -> {
            assertAskedOnceAfterWaiting(outcomes(decisions(one, touchpoint)));
            assertAskedOnceAfterWaiting(outcomes(decisions(other, touchpoint)));
        });
        assertThat(Duration.between(invitedAt(decisions(other, touchpoint)), invitedAt(decisions(one, touchpoint)))
                        .abs())
                .as("one had to wait for the other")
                .isGreaterThanOrEqualTo(Duration.parse(REST));
    }

    @Test
    void severalInstancesAskEachPersonOnce() throws Exception {
        String touchpoint = patientTouchpoint(Map.of("channels", List.of("LINK")));
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String ref = somebodyAsked();
            shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("DEFERRED"));
            people.add(ref);
        }
        Callable<Integer> instance = () -> {
            for (int round = 0; round < 60; round++) {
                judging.claim().forEach(judging::judge);
                people.forEach(judging::judge);
                Thread.sleep(100);
            }
            return 0;
        };

        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> runs =
                    pool.invokeAll(IntStream.range(0, 4).mapToObj(i -> instance).toList());
            for (Future<Integer> run : runs) {
                assertThat(run.get()).isZero();
            }
        }

        for (String ref : people) {
            assertAskedOnceAfterWaiting(outcomes(decisions(ref, touchpoint)));
        }
    }

    /** Asks everybody, and waits for those who were asked a moment ago. */
    private String patientTouchpoint(Map<String, Object> settings) {
        String touchpoint = shop.touchpoint();
        Map<String, Object> rule = new HashMap<>(Map.of("quarantine", REST, "deferUpTo", "PT1H"));
        rule.putAll(settings);
        shop.rule(touchpoint, shop.publishedSurvey("CSAT"), rule);
        return touchpoint;
    }

    private String somebodyAsked() {
        String ref = fresh("r");
        String elsewhere = shop.touchpoint();
        shop.rule(elsewhere, shop.publishedSurvey("NPS"), Map.of("channels", List.of("LINK")));
        shop.happens(event(elsewhere, ref)).body("decisions[0].outcome", equalTo("INVITED"));
        return ref;
    }

    private static Map<String, Object> eventOf(String touchpoint, String ref, String email) {
        return event(touchpoint, ref, Map.of("respondent", Map.of("ref", ref, "email", email)));
    }

    private String invitationState(Map<String, Object> decision) {
        Object invitation = ((Map<?, ?>) decision.get("invitation")).get("id");
        return shop.get("/api/v1/invitations/" + invitation).extract().path("state");
    }

    private List<String> outcomes(String decisions) {
        return shop.get(decisions).extract().path("items.outcome");
    }

    /** Newest first. What was sent a little later than planned makes the next one wait a little longer, once more. */
    private static void assertAskedOnceAfterWaiting(List<String> outcomes) {
        assertThat(outcomes).hasSizeGreaterThanOrEqualTo(2);
        assertThat(outcomes.getFirst()).isEqualTo("INVITED");
        assertThat(outcomes.subList(1, outcomes.size())).containsOnly("DEFERRED");
    }

    private Instant invitedAt(String decisions) {
        return Instant.parse(shop.get(decisions).extract().path("items[0].decidedAt"));
    }

    private static String decisions(String ref, String touchpoint) {
        return "/api/v1/decisions?respondent=" + ref + "&touchpoint=" + touchpoint;
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(200));
    }
}
