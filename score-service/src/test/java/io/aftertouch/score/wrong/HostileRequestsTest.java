package io.aftertouch.score.wrong;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.intruder.HostileRequests;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.Announcements.Answer;
import io.aftertouch.score.crm.KnownRespondents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

/**
 * Whatever is sent to this service is answered with a documented status, soon, and changes nothing unless it should. It stands in a package behind all
 * others, so that it comes last and leaves what it makes to nobody.
 */
@QuarkusTest
@RealInfrastructureTest
class HostileRequestsTest {

    private static final String WEBHOOKS = "/api/v1/webhooks";
    private static final String RECONCILIATIONS = "/api/v1/scores/reconciliations";
    private static final String ALERTS = "/api/v1/alerts";

    /** Nothing listens there. */
    private static final String NOWHERE = "https://127.0.0.1:9/hostile";

    private final String key = TestKeys.allScopes();
    private final String touchpoint = "hostile." + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger days = new AtomicInteger();

    @Inject
    KnownRespondents respondents;

    @BeforeEach
    void somethingIsThere() {
        Announcements.topicsExist();
        Announcements.touchpointSaved(touchpoint, "Hostile", "purchase", 3, "web");
    }

    @AfterEach
    void noWebhookStays() {
        as().queryParam("limit", 200)
                .get(WEBHOOKS)
                .jsonPath()
                .<Map<String, Object>>getList("items.findAll { it.name == 'Hostile' }")
                .forEach(webhook -> as().header("If-Match", "\"" + webhook.get("version") + "\"")
                        .delete(WEBHOOKS + "/" + webhook.get("id")));
    }

    @Test
    void everyOperationIsAnsweredWell() {
        String alert = alert();
        String known = respondents.one();
        String reconciliation = reconciliation();
        String about = "metric=NPS&touchpoint=" + touchpoint;
        HostileRequests.to("score-service", key)
                .at(ALERTS + "/{id}", () -> alert)
                .at("unmuteAlert", () -> muted(alert))
                .saying(
                        "muteAlert",
                        () -> Map.of(
                                "until", Instant.now().plus(Duration.ofDays(1)).toString()))
                .at("/api/v1/improvements/{id}", () -> made("/api/v1/improvements", improvement()))
                .saying("createImprovement", this::improvement)
                .asking("getPersonalData", "respondent=r-hostile")
                .at("/api/v1/respondent-scores/{ref}", () -> known)
                .asking("getScores", about)
                .asking(
                        "compareScores",
                        about + "&from=2026-11-01&to=2026-11-08&againstFrom=2026-10-01&againstTo=2026-10-08")
                .at("/api/v1/scores/reconciliations/{id}", () -> reconciliation)
                .sparing("askReconciliation")
                .at("/api/v1/targets/{id}", () -> made("/api/v1/targets", target()))
                .saying("createTarget", this::target)
                .at(WEBHOOKS + "/{id}", this::webhook)
                .saying("createWebhook", this::onlyWebhook)
                .at(WEBHOOKS + "/{id}/messages/{message}", this::message)
                .saying(
                        "replayFailedWebhookMessages",
                        () -> Map.of("since", Instant.now().minusSeconds(60).toString()))
                .send();
    }

    private RequestSpecification as() {
        return given().auth().oauth2(key).contentType(ContentType.JSON);
    }

    private String made(String path, Map<String, Object> what) {
        return as().body(what).post(path).then().statusCode(201).extract().path("id");
    }

    private Map<String, Object> improvement() {
        return Map.of(
                "touchpoint",
                touchpoint,
                "metric",
                "NPS",
                "name",
                "More hands",
                "changedOn",
                LocalDate.now(ZoneOffset.UTC).toString(),
                "money",
                Map.of("currency", "EUR", "cost", 100, "otherGain", 150));
    }

    /** A touchpoint has one target for a day. */
    private Map<String, Object> target() {
        return Map.of(
                "touchpoint",
                touchpoint,
                "metric",
                "NPS",
                "value",
                30,
                "dueOn",
                LocalDate.now(ZoneOffset.UTC)
                        .plusDays(days.incrementAndGet() % 700)
                        .toString());
    }

    private Map<String, Object> onlyWebhook() {
        noWebhookStays();
        return Map.of("name", "Hostile", "url", NOWHERE, "types", List.of("alert.opened"));
    }

    private String webhook() {
        return made(WEBHOOKS, onlyWebhook());
    }

    private String message() {
        String webhook = webhook();
        String message = as().post(WEBHOOKS + "/" + webhook + "/test")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        return webhook + "/" + message;
    }

    /** One that is through, of a touchpoint at which nothing is wrong. */
    private String reconciliation() {
        String id =
                made(RECONCILIATIONS, Map.of("touchpoint", touchpoint + ".empty", "month", "2026-11", "repair", false));
        await().until(() -> as().get(RECONCILIATIONS + "/" + id).asString().contains("\"DONE\""));
        return id;
    }

    /** After weeks in which one of ten was negative, forty that all are. */
    private String alert() {
        Instant now = Instant.now();
        heard(IntStream.range(0, 100)
                .mapToObj(i -> nps(i % 10 == 0 ? 2 : 10, now.minus(Duration.ofDays(9 + i % 15))))
                .toList());
        heard(IntStream.range(0, 40)
                .mapToObj(i -> nps(
                        2,
                        now.minus(Duration.ofHours(30))
                                .truncatedTo(ChronoUnit.HOURS)
                                .atOffset(ZoneOffset.UTC)
                                .toInstant()
                                .plusSeconds(i)))
                .toList());
        return alerts().body("items", hasSize(1)).extract().path("items[0].id");
    }

    private Answer nps(int score, Instant answeredAt) {
        return Answer.nps(touchpoint, score, Map.of("country", "DK"), answeredAt);
    }

    private int heard;

    private void heard(List<Answer> answers) {
        heard += answers.size();
        Announcements.answeredAndHeard(answers.stream(), Instant.now());
        await().until(() -> Integer.valueOf(heard)
                .equals(as().get("/api/v1/scores?metric=NPS&touchpoint=" + touchpoint)
                        .path("groups[0].buckets[0].n")));
    }

    private ValidatableResponse alerts() {
        return as().get(ALERTS + "?touchpoint=" + touchpoint).then().statusCode(200);
    }

    private String muted(String alert) {
        String tag = as().get(ALERTS + "/" + alert).header("ETag");
        as().header("If-Match", tag)
                .body(Map.of("until", Instant.now().plus(Duration.ofDays(1)).toString()))
                .post(ALERTS + "/" + alert + "/mute")
                .then()
                .statusCode(200);
        return alert;
    }
}
