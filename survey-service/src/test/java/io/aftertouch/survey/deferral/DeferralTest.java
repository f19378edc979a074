package io.aftertouch.survey.deferral;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

import javax.sql.DataSource;

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

    @Inject
    DataSource database;

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
        assertThat(items.get(1).get("supersededAt")).isNotNull();
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
    void whoeverWaitsForAMailThatGoesLateWaitsThatMuchLongerAndIsNotDeferredOnceMore() {
        String touchpoint = shop.touchpoint();
        String first = shop.publishedSurvey("NPS");
        String second = shop.publishedSurvey("CSAT");
        shop.rule(touchpoint, first, Map.of("priority", 2));
        shop.rule(touchpoint, second, Map.of("priority", 1, "quarantine", REST, "deferUpTo", REST));
        String ref = fresh("r");
        Mailbox.close();
        shop.happens(event(touchpoint, ref)).body("decisions.outcome", equalTo(List.of("INVITED", "DEFERRED")));
        String ofFirst = "/api/v1/invitations?respondent=" + ref;
        soon().until(() -> shop.get(ofFirst).extract().<Integer>path("items[0].attempts") >= 2);
        Mailbox.open();

        soon().untilAsserted(() ->
                assertAskedOnceAfterWaiting(outcomes("/api/v1/decisions?respondent=" + ref + "&survey=" + second)));
        Instant sent =
                Instant.parse(shop.get(ofFirst + "&survey=" + first).extract().path("items[0].sentAt"));
        assertThat(Duration.between(sent, invitedAt("/api/v1/decisions?respondent=" + ref + "&survey=" + second)))
                .as("never before the rest is over")
                .isGreaterThanOrEqualTo(Duration.parse(REST));
    }

    @Test
    void whatIsFirstJudgedWhenItsDeadlineHasPassedComesTooLate() throws Exception {
        String touchpoint = patientTouchpoint(Map.of());
        String ref = somebodyAsked();
        shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("DEFERRED"));

        age(ref, Duration.ofHours(2));

        ended(ref, touchpoint, "TOO_OLD");
    }

    @Test
    void whatARetiredSurveyOrTouchpointDeferredEndsWithThatReason() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("CSAT");
        shop.rule(touchpoint, survey, Map.of("quarantine", REST, "deferUpTo", "PT1H"));
        String ref = somebodyAsked();
        shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("DEFERRED"));
        String elsewhere = patientTouchpoint(Map.of());
        String other = somebodyAsked();
        shop.happens(event(elsewhere, other)).body("decisions[0].outcome", equalTo("DEFERRED"));

        shop.post("/api/v1/surveys/" + survey + "/retirement", Map.of()).statusCode(200);
        retire(elsewhere);

        ended(ref, touchpoint, "SURVEY_RETIRED");
        ended(other, elsewhere, "TOUCHPOINT_RETIRED");
    }

    @Test
    void aRuleThatDeferredSomethingCannotGo() {
        String touchpoint = shop.touchpoint();
        String rule =
                shop.rule(touchpoint, shop.publishedSurvey("CSAT"), Map.of("quarantine", REST, "deferUpTo", "PT1H"));
        String ref = somebodyAsked();
        shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("DEFERRED"));

        shop.as()
                .header("If-Match", "\"0\"")
                .delete("/api/v1/trigger-rules/" + rule)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rule-in-use"));

        soon().untilAsserted(() -> assertAskedOnceAfterWaiting(outcomes(decisions(ref, touchpoint))));
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
        String elsewhere = shop.touchpoint();
        shop.rule(elsewhere, shop.publishedSurvey("NPS"), Map.of("channels", List.of("LINK")));
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String ref = fresh("r");
            shop.happens(event(elsewhere, ref)).statusCode(202);
            shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("DEFERRED"));
            people.add(ref);
        }
        Callable<Integer> instance = () -> {
            Instant end = Instant.now().plus(Duration.parse(REST)).plusSeconds(1);
            while (Instant.now().isBefore(end)) {
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

    private void retire(String touchpoint) {
        shop.as()
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Retired", "stage", "post-purchase", "channel", "email", "state", "RETIRED"))
                .put("/api/v1/touchpoints/" + touchpoint)
                .then()
                .statusCode(200);
    }

    private void ended(String ref, String touchpoint, String reason) {
        soon().untilAsserted(() -> shop.get(decisions(ref, touchpoint))
                .body("items.outcome", equalTo(List.of("NOT_INVITED", "DEFERRED")))
                .body("items[0].reason", equalTo(reason)));
    }

    /** As if it had been deferred that much earlier, and nobody had looked since. */
    private void age(String ref, Duration by) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE deferral SET due_at = due_at - INTERVAL ? SECOND, deadline_at = deadline_at - INTERVAL ? SECOND,"
                                + " next_attempt_at = next_attempt_at - INTERVAL ? SECOND WHERE respondent_ref = ?")) {
            for (int i = 1; i <= 3; i++) {
                update.setLong(i, by.toSeconds());
            }
            update.setString(4, ref);
            assertThat(update.executeUpdate()).isOne();
        }
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

    /** Newest first: two decisions and no third, however late the invitation before went out. */
    private static void assertAskedOnceAfterWaiting(List<String> outcomes) {
        assertThat(outcomes).containsExactly("INVITED", "DEFERRED");
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
