package io.aftertouch.score.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
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
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** What the pages of alerts say is what the API says, and what they do is done. */
@QuarkusTest
@RealInfrastructureTest
class AlertPagesTest {

    @Inject
    Clock clock;

    private final String touchpoint = "paged." + UUID.randomUUID().toString().substring(0, 8);
    private String key;

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
        key = TestKeys.withScopes("scores:read", "config:write");
    }

    @Test
    void anAlertIsReadAcknowledgedAndMuted() {
        JsonPath alert = everybodyIsAnnoyed();
        String id = alert.getString("id");

        page("/alerts?state=OPEN&touchpoint=" + touchpoint)
                .body(containsString(touchpoint + "</a> for all respondents"))
                .body(containsString(alert.getInt("after.negative") + " of " + alert.getInt("after.n")))
                .body(containsString("Nobody has acknowledged it yet."))
                .body(containsString(
                        "href=\"/responses?tp=" + touchpoint + "&amp;metric=NPS&amp;band=NEGATIVE&amp;from="));
        page("/alerts/count").body(startsWith("<span class=\"count count--alarm\">"));
        page("/alerts/" + id)
                .body(containsString("<h1>" + touchpoint + " for all respondents</h1>"))
                .body(containsString("Share negative per day"))
                .body(containsString("limit, "))
                .body(containsString("Acknowledge the alert"));

        String version = alert.getString("version");
        form(id, "acknowledgement", Map.of("version", version)).statusCode(303);
        page("/alerts/" + id).body(containsString("acknowledged")).body(not(containsString("Acknowledge the alert")));
        form(id, "mute", Map.of("version", version, "time", "DAY"))
                .statusCode(422)
                .body(containsString("Somebody else changed this"));
        form(id, "mute", Map.of("version", still(id).getString("version"), "time", "FOREVER"))
                .statusCode(422);
        form(id, "mute", Map.of("version", still(id).getString("version"), "time", "WEEK"))
                .statusCode(303);
        page("/alerts/" + id).body(containsString("muted until")).body(containsString("Unmute the alert"));
        form(id, "unmute", Map.of("version", still(id).getString("version"))).statusCode(303);
        assertThat(still(id).getString("mutedUntil")).isNull();
    }

    @Test
    void theDaysOfAnAlertAreThereAsATable() {
        JsonPath alert = everybodyIsAnnoyed();

        String csv = given().auth()
                .oauth2(key)
                .get("/alerts/" + alert.getString("id") + "/days.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        assertThat(csv).startsWith("day,touchpoint,segment,metric,n,negative,evidence,limit");
        assertThat(csv.lines().skip(1).filter(line -> line.split(",", -1)[4].equals("40")))
                .singleElement()
                .asString()
                .contains("," + touchpoint + ",,NPS,40,40,");
    }

    @Test
    void whoeverMayOnlyReadIsOfferedNothingToDo() {
        JsonPath alert = everybodyIsAnnoyed();
        String reader = TestKeys.withScopes("scores:read");

        given().auth()
                .oauth2(reader)
                .get("/alerts/" + alert.getString("id"))
                .then()
                .statusCode(200)
                .body(not(containsString("<form method=\"post\" action=\"/alerts/")));
        given().auth()
                .oauth2(reader)
                .contentType("application/x-www-form-urlencoded")
                .formParam("version", "0")
                .post("/alerts/" + alert.getString("id") + "/acknowledgement")
                .then()
                .statusCode(403);
        given().auth().oauth2(reader).get("/alerts/" + UUID.randomUUID()).then().statusCode(404);
    }

    /** After weeks in which one of ten was negative, forty that all are, within a minute of noon of today or yesterday. */
    private JsonPath everybodyIsAnnoyed() {
        Instant now = clock.instant();
        List<Answer> quiet = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            quiet.add(nps(
                    touchpoint, i % 10 == 0 ? 2 : 10, Map.of("country", "DK"), now.minus(Duration.ofDays(9 + i % 15))));
        }
        Announcements.answeredAndHeard(quiet.stream(), now);
        Announcements.soon(() -> assertThat(counted()).isEqualTo(100));
        List<Answer> bad = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            bad.add(nps(
                    touchpoint,
                    2,
                    Map.of("country", "DK"),
                    now.minus(Duration.ofHours(30))
                            .truncatedTo(ChronoUnit.HOURS)
                            .plusSeconds(i)));
        }
        Announcements.answeredAndHeard(bad.stream(), now);
        Announcements.soon(() -> assertThat(counted()).isEqualTo(140));
        return given().auth()
                .oauth2(key)
                .get("/api/v1/alerts?touchpoint=" + touchpoint)
                .then()
                .body("items", hasSize(1))
                .extract()
                .jsonPath()
                .setRootPath("items[0]");
    }

    private int counted() {
        Integer n = given().auth()
                .oauth2(key)
                .get("/api/v1/scores?metric=NPS&touchpoint=" + touchpoint)
                .then()
                .extract()
                .path("groups[0].buckets[0].n");
        return n == null ? 0 : n;
    }

    private JsonPath still(String id) {
        return given().auth()
                .oauth2(key)
                .get("/api/v1/alerts/" + id)
                .then()
                .extract()
                .jsonPath();
    }

    private ValidatableResponse page(String path) {
        return given().auth().oauth2(key).get(path).then().statusCode(200);
    }

    private ValidatableResponse form(String id, String step, Map<String, String> fields) {
        return given().auth()
                .oauth2(key)
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParams(fields)
                .post("/alerts/" + id + "/" + step)
                .then();
    }
}
