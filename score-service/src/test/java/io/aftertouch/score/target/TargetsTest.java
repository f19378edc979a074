package io.aftertouch.score.target;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.aftertouch.platform.page.Numbers;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.Announcements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.score.Announcements.Answer.nps;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
class TargetsTest {

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    private final String touchpoint = "target-" + UUID.randomUUID().toString().substring(0, 8);
    private String editor;
    private String reader;

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
        editor = TestKeys.withScopes("config:read", "config:write", "scores:read");
        reader = TestKeys.withScopes("scores:read");
        Announcements.touchpointSaved(touchpoint, "Place " + touchpoint, "purchase", 3, "web");
        Announcements.soon(() -> given().auth()
                .oauth2(reader)
                .get("/api/v1/journey")
                .then()
                .body("stages.touchpoints.flatten().touchpoint", hasItem(touchpoint)));
    }

    @Test
    void aRunningTargetSaysWhatItsAnswersSayAndHowLikelyItIs() {
        answered(40, Map.of("country", "DK"));

        JsonPath easy = set(Map.of("value", -20)).jsonPath();
        JsonPath hard = set(Map.of("value", 90, "dueOn", today().plusDays(30).toString()))
                .jsonPath();

        assertThat(easy.getString("state")).isEqualTo("RUNNING");
        assertThat(easy.getString("scale")).isEqualTo("NPS");
        assertThat(easy.getLong("soFar.n")).isEqualTo(40);
        assertThat(easy.getDouble("soFar.score")).isCloseTo(25, within(1e-9));
        assertThat(easy.getDouble("forecast.probability")).isGreaterThan(0.95);
        assertThat(hard.getDouble("forecast.probability")).isLessThan(0.05);
        // 40 answers in nine to ten and a half days; nineteen and thirty more days, and the rest of today
        assertThat(easy.getLong("expectedAnswers")).isBetween(70L, 90L);
        assertThat(hard.getLong("expectedAnswers")).isBetween(110L, 135L);
        assertThat(easy.getDouble("forecast.low")).isLessThan(easy.getDouble("forecast.score"));

        String page = page("/targets?touchpoint=" + touchpoint);
        assertThat(page)
                .contains("NPS at least −20")
                .contains("NPS at least 90")
                .contains("<b>25</b>")
                .contains("n&nbsp;=&nbsp;40")
                .contains("virtually certain")
                .contains("over 99\u00a0%")
                .contains("exceptionally unlikely")
                .contains("class=\"goal\"")
                .doesNotContain("Set the target");
        String one = page("/targets/" + easy.getString("id"));
        assertThat(one)
                .contains("<h1>NPS at least −20 at Place " + touchpoint + "</h1>")
                .contains("Set by test ")
                .contains(Numbers.decimals(easy.getDouble("forecast.score"), 0) + " (");
        String csv = page("/targets/targets.csv?touchpoint=" + touchpoint);
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv.lines().skip(2).findFirst().orElseThrow())
                .startsWith(touchpoint + ",NPS,,-20,")
                .contains(",RUNNING,NPS,40,25.0,");
    }

    @Test
    void whatIsOverIsMetOrMissed() {
        answered(40, Map.of());
        String yesterday = today().minusDays(1).toString();

        set(Map.of("value", 25, "dueOn", yesterday))
                .then()
                .body("state", equalTo("MET"))
                .body("forecast", nullValue());
        set(Map.of("value", 25.5, "dueOn", today().minusDays(2).toString()))
                .then()
                .body("state", equalTo("MISSED"));
        set(Map.of(
                        "value",
                        10,
                        "startsOn",
                        today().minusDays(60).toString(),
                        "dueOn",
                        today().minusDays(40).toString()))
                .then()
                .body("state", equalTo("NOT_JUDGED"))
                .body("soFar", nullValue());
    }

    @Test
    void fewerThanFiveAnswersAreNotShownNorGivenAwayByTheirNeighbours() {
        answered(36, Map.of("country", "DK"));
        Announcements.answered(
                IntStream.range(0, 4).mapToObj(i -> nps(touchpoint, 0, Map.of("country", "SE"), clock.instant())));
        soonCounted(40);

        set(Map.of("value", 10, "segment", "country:SE"))
                .then()
                .body("soFar.suppressed", equalTo(true))
                .body("soFar.n", nullValue())
                .body("forecast", nullValue());
        set(Map.of("value", 10, "segment", "country:DK"))
                .then()
                .body("soFar.suppressed", equalTo(true))
                .body("forecast", nullValue());
        set(Map.of("value", 10)).then().body("soFar.n", equalTo(40)).body("forecast", notNullValue());
        assertThat(page("/targets?touchpoint=" + touchpoint))
                .contains("Fewer than 5 answers: not shown")
                .contains("too few answers");
    }

    @Test
    void itIsChangedFromTheVersionThatWasReadAndCanBeDropped() {
        Response made = set(Map.of("value", 30));
        String path = "/api/v1/targets/" + made.path("id");
        Map<String, Object> change =
                Map.of("value", 35.5, "startsOn", today().toString(), "dueOn", today().toString(), "note", "less");

        assertThat(made.header("Location")).endsWith(path);
        write().body(change).put(path).then().statusCode(428);
        write().header("If-Match", "\"7\"").body(change).put(path).then().statusCode(412);
        write().header("If-Match", made.header("ETag"))
                .body(change)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("value", equalTo(35.5f))
                .body("note", equalTo("less"));
        write().header("If-Match", made.header("ETag")).delete(path).then().statusCode(412);
        write().header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        given().auth().oauth2(reader).get(path).then().statusCode(404);
    }

    @Test
    void thereIsOneTargetForACellAndADay() {
        String key = UUID.randomUUID().toString();
        Response first = write().header("Idempotency-Key", key)
                .body(wish(Map.of("value", 30)))
                .post("/api/v1/targets");
        Response again = write().header("Idempotency-Key", key)
                .body(wish(Map.of("value", 30)))
                .post("/api/v1/targets");

        assertThat(again.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        write().body(wish(Map.of("value", 50)))
                .post("/api/v1/targets")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/target-exists"));
        set(Map.of("value", 50, "segment", "country:DK")).then().statusCode(201);
        set(Map.of("value", 50, "metric", "CES", "dueOn", today().plusDays(20).toString()), 422);
        given().auth()
                .oauth2(reader)
                .get("/api/v1/targets?limit=1&touchpoint=" + touchpoint)
                .then()
                .body("items", org.hamcrest.Matchers.hasSize(1))
                .body("next", notNullValue());
    }

    @Test
    void whatCannotBeJudgedIsRefusedWithItsReason() {
        set(Map.of("value", 101), 422);
        set(Map.of("value", -1, "metric", "CSAT"), 422);
        set(Map.of("value", 5.123), 400);
        set(Map.of("value", 5, "segment", "nonsense"), 400);
        set(Map.of("value", 5, "dueOn", today().minusDays(100).toString()), 422);
        set(Map.of("value", 5, "startsOn", "+999999999-01-01"), 422);
        set(Map.of("value", 5, "touchpoint", "nobody-knows-it"), 422);
        set(Map.of("value", 5, "surprise", 1), 400);
        given().auth()
                .oauth2(reader)
                .contentType(ContentType.JSON)
                .body(wish(Map.of("value", 5)))
                .post("/api/v1/targets")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(editor)
                .contentType(ContentType.URLENC)
                .formParam("touchpoint", touchpoint)
                .formParam("metric", "NPS")
                .formParam("value", "much")
                .formParam("dueOn", today().toString())
                .post("/targets")
                .then()
                .statusCode(422)
                .body(org.hamcrest.Matchers.containsString("must be a number such as 42.5"));
    }

    @Test
    void thePageSetsChangesAndDrops() {
        String location = given().auth()
                .oauth2(editor)
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("touchpoint", touchpoint)
                .formParam("metric", "CSAT")
                .formParam("segment", "plan:pro")
                .formParam("value", "82,5")
                .formParam("startsOn", "")
                .formParam("dueOn", today().plusDays(9).toString())
                .formParam("note", "")
                .post("/targets")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");

        String page = given().auth().oauth2(editor).get(location).asString();
        assertThat(page)
                .contains("CSAT at least 82.5\u00a0% at Place " + touchpoint)
                .contains("For plan:pro")
                .contains("value=\"82.5\"")
                .contains("No answers in this time")
                .contains("Drop the target");
        given().auth()
                .oauth2(editor)
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("version", "0")
                .formParam("value", "80")
                .formParam("startsOn", today().toString())
                .formParam("dueOn", today().toString())
                .post(location)
                .then()
                .statusCode(303);
        given().auth()
                .oauth2(editor)
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("version", "1")
                .post(location + "/removal")
                .then()
                .statusCode(303);
        given().auth().oauth2(editor).get(location).then().statusCode(404);
    }

    /** Five of eight promoters and three detractors, as often as needed: an NPS of 25. One answer in six hours, ten days back. */
    private void answered(int n, Map<String, String> segments) {
        Instant latest = clock.instant().minus(Duration.ofHours(30));
        Announcements.answered(IntStream.range(0, n)
                .mapToObj(i ->
                        nps(touchpoint, i % 8 < 5 ? 9 : 3, segments, latest.minus(Duration.ofHours(5L * (i % 40))))));
        soonCounted(n);
    }

    private void soonCounted(int n) {
        Announcements.soon(() -> given().auth()
                .oauth2(reader)
                .get("/api/v1/scores?metric=NPS&touchpoint=" + touchpoint)
                .then()
                .body("groups[0].buckets[0].n", equalTo(n)));
    }

    private Response set(Map<String, Object> some) {
        return set(some, 201);
    }

    private Response set(Map<String, Object> some, int status) {
        Response response = write().body(wish(some)).post("/api/v1/targets");
        response.then().statusCode(status);
        return response;
    }

    private Map<String, Object> wish(Map<String, Object> some) {
        Map<String, Object> wish = new HashMap<>(Map.of(
                "touchpoint",
                touchpoint,
                "metric",
                "NPS",
                "startsOn",
                today().minusDays(20).toString(),
                "dueOn",
                today().plusDays(19).toString()));
        wish.putAll(some);
        return wish;
    }

    private io.restassured.specification.RequestSpecification write() {
        return given().auth().oauth2(editor).contentType(ContentType.JSON);
    }

    private String page(String path) {
        return given().auth()
                .oauth2(reader)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
