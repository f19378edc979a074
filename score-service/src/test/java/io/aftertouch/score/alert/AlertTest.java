package io.aftertouch.score.alert;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.Announcements.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.score.Announcements.Answer.nps;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** From the answers on the topic to the alert that people acknowledge, and on until it has recovered. */
@QuarkusTest
@RealInfrastructureTest
class AlertTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DETRACTOR = 2;
    private static final int PROMOTER = 10;

    @Inject
    Clock clock;

    private final String touchpoint = "alert." + UUID.randomUUID().toString().substring(0, 8);
    private final List<Answer> sent = new ArrayList<>();
    private String reader;
    private String worker;
    private Instant now;

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
        reader = TestKeys.withScopes("scores:read");
        worker = TestKeys.withScopes("scores:read", "cases:write");
        now = clock.instant();
    }

    @Test
    void aLastingProblemIsOneAlertUntilItHasRecovered() {
        fourQuietWeeks();
        swedesAreAnnoyed();

        JsonPath opened = onlyAlert("OPEN");
        assertThat(opened.getString("segment")).isEqualTo("country:SE");
        assertThat(opened.getInt("before.n")).isEqualTo(60);
        assertThat(opened.getDouble("after.share")).isGreaterThan(70);
        assertThat(opened.getDouble("watch.quietAnswers")).isGreaterThanOrEqualTo(5_000);
        assertThat(opened.getDouble("watch.level")).isLessThanOrEqualTo(opened.getDouble("watch.limit"));
        assertThat(Instant.parse(opened.getString("since"))).isAfter(now.minus(Duration.ofHours(3)));
        assertThat(opened.getString("answers"))
                .startsWith("/api/v1/responses?touchpoint=" + touchpoint
                        + "&metric=NPS&segment=country%3ASE&band=NEGATIVE&from=");

        everythingIsHeardAgain();
        JsonPath still = onlyAlert("OPEN");
        assertThat(still.getInt("version")).isEqualTo(opened.getInt("version"));
        assertThat(still.getInt("after.n")).isEqualTo(opened.getInt("after.n"));

        String id = opened.getString("id");
        step(id, "acknowledgement", "{\"note\":\"The carrier has been called\"}", null)
                .statusCode(200)
                .body("acknowledgedBy", equalTo(still(id).getString("acknowledgedBy")))
                .body("history.step", hasItems("OPENED", "ACKNOWLEDGED"))
                .body("history.text", hasItems("The carrier has been called"));

        swedesAreContentAgain();
        Announcements.soon(() -> assertThat(still(id).getString("state")).isEqualTo("RECOVERED"));
        assertThat(still(id).getString("recoveredAt")).isNotNull();
        step(id, "acknowledgement", "{}", null).statusCode(409).body("type", containsString("illegal-alert-step"));
        Announcements.soon(() -> assertThat(told().stream()
                        .map(event -> event.path("reason").asText())
                        .toList())
                .startsWith("OPENED")
                .contains("ACKNOWLEDGED")
                .endsWith("RECOVERED"));
    }

    @Test
    void historyThatIsBroughtInLateRaisesNoAlarm() {
        fourQuietWeeks();
        List<Answer> late = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            late.add(answer("SE", DETRACTOR, now.minus(Duration.ofDays(8).plusMinutes(i))));
        }
        hearNow(late);
        untilCounted(180);

        list("touchpoint=" + touchpoint).body("items", hasSize(0));
    }

    @Test
    void anAlertIsMutedAndHeardAgain() {
        fourQuietWeeks();
        swedesAreAnnoyed();
        JsonPath alert = onlyAlert("OPEN");
        String id = alert.getString("id");
        String tomorrow = now.plus(Duration.ofDays(1)).toString();

        step(id, "mute", "{\"until\":\"%s\"}".formatted(tomorrow), "\"999\"")
                .statusCode(412)
                .body("type", containsString("precondition-failed"));
        step(id, "mute", "{\"until\":\"2020-01-01T00:00:00Z\"}", null)
                .statusCode(400)
                .body("errors[0].field", equalTo("until"));
        step(id, "mute", "{}", null).statusCode(400);
        String etag = step(id, "mute", "{\"until\":\"%s\"}".formatted(tomorrow), "*")
                .statusCode(200)
                .body("mutedUntil", equalTo(tomorrow))
                .extract()
                .header("ETag");
        given().auth()
                .oauth2(worker)
                .header("If-Match", etag)
                .delete("/api/v1/alerts/" + id + "/mute")
                .then()
                .statusCode(200)
                .body("mutedUntil", nullValue())
                .body("history.step", hasItems("OPENED", "MUTED", "UNMUTED"));
        given().auth()
                .oauth2(worker)
                .delete("/api/v1/alerts/" + id + "/mute")
                .then()
                .statusCode(409);
    }

    @Test
    void whoeverMayOnlyReadChangesNothing() {
        String id = UUID.randomUUID().toString();
        given().get("/api/v1/alerts").then().statusCode(401);
        given().auth()
                .oauth2(TestKeys.withScopes("events:write"))
                .get("/api/v1/alerts")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(reader)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/alerts/" + id + "/acknowledgement")
                .then()
                .statusCode(403);
        step(id, "acknowledgement", "{}", null).statusCode(404);
        given().auth()
                .oauth2(reader)
                .get("/api/v1/alerts/" + id)
                .then()
                .statusCode(404)
                .body("type", startsWith("/problems/"));
        list("cursor=nonsense").statusCode(400);
        list("limit=1000").statusCode(400);
    }

    @Test
    void theExamplesOfAlertsKeepTheContract() {
        for (String type : List.of("alert.opened", "alert.updated", "alert.recovered")) {
            Contracts.assertValid(type, Contracts.example(type));
        }
    }

    /** Three answers of each country a day, one of ten negative; heard of only now, so that they teach and raise nothing. */
    private void fourQuietWeeks() {
        List<Answer> quiet = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Instant at = now.minus(Duration.ofDays(8)).minus(Duration.ofHours(4L * (i / 2)));
            quiet.add(answer(i % 2 == 0 ? "SE" : "DK", i % 20 < 2 ? DETRACTOR : PROMOTER, at));
        }
        hearNow(quiet);
        untilCounted(120);
    }

    private void swedesAreAnnoyed() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant at = now.minus(Duration.ofHours(2)).plusSeconds(i);
            answers.add(answer("SE", i % 5 == 0 ? PROMOTER : DETRACTOR, at));
            answers.add(answer("DK", i % 10 == 0 ? DETRACTOR : PROMOTER, at));
        }
        hearNow(answers);
        untilCounted(200);
    }

    private void swedesAreContentAgain() {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Instant at = now.minus(Duration.ofHours(1)).plusSeconds(i);
            answers.add(answer(i % 2 == 0 ? "SE" : "DK", i % 40 < 2 ? DETRACTOR : PROMOTER, at));
        }
        hearNow(answers);
    }

    private void everythingIsHeardAgain() {
        hear(List.copyOf(sent));
        hearNow(List.of(answer("NO", PROMOTER, now)));
        untilCounted(201);
    }

    private Answer answer(String country, int score, Instant at) {
        return nps(touchpoint, score, Map.of("country", country), at);
    }

    private void hearNow(List<Answer> answers) {
        sent.addAll(answers);
        hear(answers);
    }

    private void hear(List<Answer> answers) {
        Announcements.answeredAndHeard(answers.stream(), now);
    }

    private void untilCounted(int n) {
        Announcements.soon(() -> given().auth()
                .oauth2(reader)
                .get("/api/v1/scores?metric=NPS&touchpoint=" + touchpoint)
                .then()
                .body("groups[0].buckets[0].n", equalTo(n)));
    }

    private JsonPath onlyAlert(String state) {
        return list("touchpoint=" + touchpoint + "&state=" + state)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue())
                .extract()
                .jsonPath()
                .setRootPath("items[0]");
    }

    private JsonPath still(String id) {
        return given().auth()
                .oauth2(reader)
                .get("/api/v1/alerts/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private ValidatableResponse list(String query) {
        return given().auth().oauth2(reader).get("/api/v1/alerts?" + query).then();
    }

    private ValidatableResponse step(String id, String step, String body, String ifMatch) {
        var request =
                given().auth().oauth2(worker).contentType("application/json").body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/api/v1/alerts/" + id + "/" + step).then();
    }

    /** What the other services hear of the alerts of this test, every event as its contract says. */
    private List<JsonNode> told() {
        List<JsonNode> told = new ArrayList<>();
        for (var message : Topics.published("alerts")) {
            String json = new String(message.value(), StandardCharsets.UTF_8);
            if (json.contains(touchpoint)) {
                Contracts.assertValid(CloudEventHeaders.type(message.headers()).orElseThrow(), json);
                told.add(read(json));
            }
        }
        return told;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
