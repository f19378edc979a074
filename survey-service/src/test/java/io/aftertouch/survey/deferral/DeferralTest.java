package io.aftertouch.survey.deferral;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.TimeLapse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What is deferred, judged again by the worker that does so in production. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class DeferralTest {

    /** Nothing waits for it: time passes when a test says so. Shorter than the grace for what goes out late. */
    private static final Duration REST = Duration.ofMinutes(5);

    private final Installation shop = new Installation();

    @Inject
    DeferralJudging judging;

    @Inject
    TimeLapse time;

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
        time.passes(REST, ref);

        await().untilAsserted(() -> assertAskedOnceAfterWaiting(outcomes(decisions(ref, touchpoint))));
        List<Map<String, Object>> items =
                shop.get(decisions(ref, touchpoint)).extract().path("items");
        assertThat(items.getFirst()).containsEntry("replaces", items.get(1).get("id"));
        assertThat(items.get(1).get("supersededAt")).isNotNull();
        assertThat(items.getFirst().get("supersededAt")).isNull();
        allOfItIsSent(ref);
        assertThat(shop.happens(event).extract().asString())
                .as("a repeat gets what the first one got")
                .isEqualTo(first);
    }

    @Test
    void twoThatWaitForOnePersonAreAskedOneAfterTheOtherByPriority() {
        String touchpoint = shop.touchpoint();
        String more = shop.publishedSurvey("CSAT");
        String less = shop.publishedSurvey("CES");
        shop.rule(touchpoint, less, patiently(Map.of("priority", 1)));
        shop.rule(touchpoint, more, patiently(Map.of("priority", 2)));
        String ref = somebodyAsked();
        shop.happens(event(touchpoint, ref)).body("decisions.outcome", equalTo(List.of("DEFERRED", "DEFERRED")));
        String ofLess = "/api/v1/decisions?respondent=" + ref + "&survey=" + less;
        String ofMore = "/api/v1/decisions?respondent=" + ref + "&survey=" + more;

        time.passes(REST, ref);
        await().untilAsserted(() -> assertAskedOnceAfterWaiting(outcomes(ofMore)));
        assertThat(outcomes(ofLess)).as("judged together with the other").containsExactly("DEFERRED");
        allOfItIsSent(ref);

        time.passes(REST, ref);
        await().untilAsserted(() -> assertAskedOnceAfterWaiting(outcomes(ofLess)));
    }

    @Test
    void theLowerPriorityOfOneEventIsAskedAfterTheHigherOne() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("priority", 2, "channels", List.of("LINK")));
        String less = shop.publishedSurvey("CSAT");
        shop.rule(touchpoint, less, patiently(Map.of("priority", 1)));
        String ref = fresh("r");

        shop.happens(event(touchpoint, ref)).body("decisions.outcome", equalTo(List.of("INVITED", "DEFERRED")));
        allOfItIsSent(ref);
        time.passes(REST, ref);

        await().untilAsserted(() -> shop.get("/api/v1/decisions?respondent=" + ref + "&survey=" + less)
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
        String ref = somebodyDeferredAt(touchpoint);

        shop.happens(event(reopened, ref)).statusCode(202);
        time.passes(REST, ref);

        ended(ref, touchpoint, "CANCELLED");
    }

    @Test
    void aPausedRuleEndsWhatItDeferredWithThatReason() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("CSAT");
        String rule = shop.rule(touchpoint, survey, patiently(Map.of()));
        String ref = somebodyDeferredAt(touchpoint);

        shop.as()
                .header("If-Match", "\"0\"")
                .body(Map.of("state", "PAUSED", "channels", List.of("EMAIL")))
                .put("/api/v1/trigger-rules/" + rule)
                .then()
                .statusCode(200);
        time.passes(REST, ref);

        ended(ref, touchpoint, "RULE_PAUSED");
        shop.get(decisions(ref, touchpoint))
                .body("items[0].rule", equalTo(rule))
                .body("items[0].survey", equalTo(survey));
    }

    @Test
    void whoeverWaitsForAMailThatGoesLateWaitsThatMuchLongerAndIsNotDeferredOnceMore() {
        String touchpoint = shop.touchpoint();
        String second = shop.publishedSurvey("CSAT");
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("priority", 2, "channels", List.of("LINK")));
        shop.rule(
                touchpoint,
                second,
                patiently(Map.of("priority", 1, "deferUpTo", REST.toString(), "channels", List.of("LINK"))));
        String ref = fresh("r");
        String ofSecond = "/api/v1/decisions?respondent=" + ref + "&survey=" + second;
        shop.happens(event(touchpoint, ref)).body("decisions.outcome", equalTo(List.of("INVITED", "DEFERRED")));
        allOfItIsSent(ref);
        Duration late = Duration.ofMinutes(2);
        time.wasSentLater(late, ref);

        time.passes(REST, ref);
        assertThat(judging.judge(ref)).as("due, as it was planned").isOne();
        assertThat(outcomes(ofSecond)).as("never before the rest is over").containsExactly("DEFERRED");

        time.passes(late, ref);
        await().untilAsserted(() -> assertAskedOnceAfterWaiting(outcomes(ofSecond)));
    }

    @Test
    void whatIsFirstJudgedWhenItsDeadlineHasPassedComesTooLate() {
        String touchpoint = patientTouchpoint(Map.of());
        String ref = somebodyDeferredAt(touchpoint);

        time.passes(Duration.ofHours(2), ref);

        ended(ref, touchpoint, "TOO_OLD");
    }

    @Test
    void whatARetiredSurveyOrTouchpointDeferredEndsWithThatReason() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("CSAT");
        shop.rule(touchpoint, survey, patiently(Map.of()));
        String ref = somebodyDeferredAt(touchpoint);
        String elsewhere = patientTouchpoint(Map.of());
        String other = somebodyDeferredAt(elsewhere);

        shop.post("/api/v1/surveys/" + survey + "/retirement", Map.of()).statusCode(200);
        retire(elsewhere);
        time.passes(REST, ref, other);

        ended(ref, touchpoint, "SURVEY_RETIRED");
        ended(other, elsewhere, "TOUCHPOINT_RETIRED");
    }

    @Test
    void aRuleThatDeferredSomethingCannotGo() {
        String touchpoint = shop.touchpoint();
        String rule = shop.rule(touchpoint, shop.publishedSurvey("CSAT"), patiently(Map.of()));
        String ref = somebodyDeferredAt(touchpoint);

        shop.as()
                .header("If-Match", "\"0\"")
                .delete("/api/v1/trigger-rules/" + rule)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rule-in-use"));

        time.passes(REST, ref);
        await().untilAsserted(() -> assertAskedOnceAfterWaiting(outcomes(decisions(ref, touchpoint))));
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
        allOfItIsSent(one);

        time.passes(REST, one, other);
        List<String> first = await().until(
                        () -> Stream.of(one, other)
                                .filter(ref ->
                                        outcomes(decisions(ref, touchpoint)).size() == 2)
                                .toList(),
                        asked -> !asked.isEmpty());
        assertThat(first).as("one has to wait for the other").hasSize(1);
        allOfItIsSent(first.getFirst());

        time.passes(REST, one, other);
        await().untilAsserted(() -> {
            assertAskedOnceAfterWaiting(outcomes(decisions(one, touchpoint)));
            assertAskedOnceAfterWaiting(outcomes(decisions(other, touchpoint)));
        });
    }

    @Test
    void severalInstancesAskEachPersonOnce() throws Exception {
        String touchpoint = patientTouchpoint(Map.of("channels", List.of("LINK")));
        String elsewhere = shop.touchpoint();
        shop.rule(elsewhere, shop.publishedSurvey("NPS"), Map.of("channels", List.of("LINK")));
        List<String> people = IntStream.range(0, 30).mapToObj(i -> fresh("r")).toList();
        happenTogether(elsewhere, people);
        people.forEach(this::allOfItIsSent);
        happenTogether(touchpoint, people);
        CountDownLatch due = new CountDownLatch(1);
        Callable<Integer> instance = () -> {
            due.await();
            return Stream.concat(judging.claim().stream().filter(people::contains), people.stream())
                    .mapToInt(judging::judge)
                    .sum();
        };

        int judged = 0;
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> runs =
                    IntStream.range(0, 4).mapToObj(i -> pool.submit(instance)).toList();
            time.passes(REST, people);
            due.countDown();
            for (Future<Integer> run : runs) {
                judged += run.get();
            }
        }

        assertThat(judged).as("by these four, beside the worker of the service").isLessThanOrEqualTo(people.size());
        for (String ref : people) {
            assertAskedOnceAfterWaiting(outcomes(decisions(ref, touchpoint)));
        }
    }

    private void happenTogether(String touchpoint, List<String> people) {
        shop.post(
                        "/api/v1/events/batch",
                        Map.of(
                                "events",
                                people.stream()
                                        .map(ref -> event(touchpoint, ref))
                                        .toList()))
                .statusCode(200)
                .body("results.status", everyItem(equalTo(202)));
    }

    /** Asks everybody, and waits for those who were asked a moment ago. */
    private String patientTouchpoint(Map<String, Object> settings) {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("CSAT"), patiently(settings));
        return touchpoint;
    }

    private static Map<String, Object> patiently(Map<String, Object> settings) {
        Map<String, Object> rule = new HashMap<>(Map.of("quarantine", REST.toString(), "deferUpTo", "PT1H"));
        rule.putAll(settings);
        return rule;
    }

    private String somebodyAsked() {
        String ref = fresh("r");
        String elsewhere = shop.touchpoint();
        shop.rule(elsewhere, shop.publishedSurvey("NPS"), Map.of("channels", List.of("LINK")));
        shop.happens(event(elsewhere, ref)).body("decisions[0].outcome", equalTo("INVITED"));
        allOfItIsSent(ref);
        return ref;
    }

    private String somebodyDeferredAt(String touchpoint) {
        String ref = somebodyAsked();
        shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("DEFERRED"));
        return ref;
    }

    /** From then on it is certain when they were asked. */
    private void allOfItIsSent(String ref) {
        await().untilAsserted(() ->
                shop.get("/api/v1/invitations?respondent=" + ref).body("items.state", everyItem(equalTo("SENT"))));
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
        await().untilAsserted(() -> shop.get(decisions(ref, touchpoint))
                .body("items.outcome", equalTo(List.of("NOT_INVITED", "DEFERRED")))
                .body("items[0].reason", equalTo(reason)));
    }

    private static Map<String, Object> eventOf(String touchpoint, String ref, String email) {
        return event(touchpoint, ref, Map.of("respondent", Map.of("ref", ref, "email", email)));
    }

    private List<String> outcomes(String decisions) {
        return shop.get(decisions).extract().path("items.outcome");
    }

    /** Newest first: two decisions and no third, however late the invitation before went out. */
    private static void assertAskedOnceAfterWaiting(List<String> outcomes) {
        assertThat(outcomes).containsExactly("INVITED", "DEFERRED");
    }

    private static String decisions(String ref, String touchpoint) {
        return "/api/v1/decisions?respondent=" + ref + "&touchpoint=" + touchpoint;
    }
}
