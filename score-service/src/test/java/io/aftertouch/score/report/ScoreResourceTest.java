package io.aftertouch.score.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.Announcements.Answer;
import io.aftertouch.score.metric.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.aftertouch.score.Announcements.Answer.nps;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
class ScoreResourceTest {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    private String key;

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
        key = TestKeys.withScopes("scores:read");
    }

    @Test
    void fivePromotersAndOneDetractorAreAnNpsOfTwoThirds() {
        String touchpoint = touchpoint();
        Announcements.answered(Stream.concat(
                Stream.of(nps(touchpoint, 2, dkPro(), NOON)),
                IntStream.range(0, 5).mapToObj(i -> nps(touchpoint, 9, dkPro(), NOON))));

        JsonPath bucket = untilCounted(6, "metric=NPS&segment=country:DK&touchpoint=" + touchpoint);

        assertThat(bucket.getDouble("score")).isCloseTo(400.0 / 6, within(1e-5));
        assertThat(bucket.getDouble("low")).isBetween(-10.0, 60.0);
        assertThat(bucket.getDouble("high")).isBetween(70.0, 100.0);
        assertThat(bucket.getString("method")).isEqualTo("ADJUSTED_WALD");
        assertThat(bucket.getInt("positive")).isEqualTo(5);
        assertThat(bucket.getInt("neutral")).isZero();
        assertThat(bucket.getInt("negative")).isEqualTo(1);
        assertThat(bucket.getList("histogram.count", Integer.class)).containsExactly(0, 0, 1, 0, 0, 0, 0, 0, 0, 5, 0);
        assertThat(bucket.getBoolean("suppressed")).isFalse();
    }

    @Test
    void withoutAnswersThereAreNoGroups() {
        scores("metric=CES&touchpoint=nobody.was-here").body("groups", empty()).body("scale", nullValue());
        scores("metric=NPS&channel=carrier-pigeon").body("groups", empty());
        scores("metric=NPS&stage=limbo&interval=day").body("groups", empty());
    }

    @Test
    void eachEventCountsOnceHoweverOftenAndInWhateverOrderItComes() {
        String touchpoint = touchpoint();
        Random random = new Random(4711);
        List<Answer> answers = IntStream.range(0, 60)
                .mapToObj(i -> nps(
                        touchpoint,
                        random.nextInt(11),
                        Map.of("country", i % 2 == 0 ? "DK" : "SE"),
                        NOON.minusSeconds(random.nextInt(40 * 86_400))))
                .toList();
        List<Answer> sent = new ArrayList<>();
        IntStream.range(0, 3).forEach(i -> sent.addAll(answers));
        Collections.shuffle(sent, random);

        Announcements.answered(sent.stream());
        Answer last = nps(touchpoint, 10, Map.of("country", "FI"), NOON);
        Announcements.answered(Stream.of(last));

        JsonPath bucket = untilCounted(61, "metric=NPS&touchpoint=" + touchpoint);
        List<Integer> recount = IntStream.rangeClosed(0, 10)
                .map(score -> (int) Stream.concat(answers.stream(), Stream.of(last))
                        .filter(answer -> answer.score() == score)
                        .count())
                .boxed()
                .toList();
        assertThat(bucket.getList("histogram.count", Integer.class)).isEqualTo(recount);

        JsonPath days = scores(
                        "metric=NPS&interval=hour&timeZone=UTC&from=2026-10-01&to=2026-11-10&touchpoint=" + touchpoint)
                .extract()
                .jsonPath();
        Instant from = Instant.parse("2026-10-01T00:00:00Z");
        Instant to = Instant.parse("2026-11-10T00:00:00Z");
        long inRange = answers.stream()
                .filter(answer -> !answer.answeredAt().isBefore(from)
                        && answer.answeredAt().isBefore(to))
                .count();
        assertThat(days.getList("groups[0].buckets")).hasSize(960);
        scores("metric=NPS&from=2026-10-01T00:00:00Z&to=2026-11-10T00:00:00Z&touchpoint=" + touchpoint)
                .body("groups[0].buckets[0].n", equalTo((int) inRange));
    }

    @Test
    void timeIsCutAtTheMidnightsOfTheAskedZone() {
        String touchpoint = touchpoint();
        Instant lateEvening = Instant.parse("2026-11-17T22:30:00Z");
        Instant afterMidnight = Instant.parse("2026-11-17T23:30:00Z");
        Announcements.answered(Stream.concat(
                IntStream.range(0, 5).mapToObj(i -> nps(touchpoint, 9, Map.of(), lateEvening)),
                IntStream.range(0, 6).mapToObj(i -> nps(touchpoint, 0, Map.of(), afterMidnight))));
        untilCounted(11, "metric=NPS&touchpoint=" + touchpoint);

        String days = "metric=NPS&interval=day&from=2026-11-17&to=2026-11-19&touchpoint=" + touchpoint;
        scores(days + "&timeZone=Europe/Copenhagen").body("groups[0].buckets.n", contains(5, 6));
        scores(days + "&timeZone=UTC").body("groups[0].buckets.n", contains(11, 0));
        scores(days + "&timeZone=UTC").body("groups[0].buckets.score", contains(equalTo(-9.090909f), nullValue()));
        scores("metric=NPS&interval=week&touchpoint=" + touchpoint)
                .body("groups[0].buckets[0].from", equalTo("2026-11-15T23:00:00Z"))
                .body("groups[0].buckets.n", contains(11));
        scores("metric=NPS&interval=month&touchpoint=" + touchpoint).body("groups[0].buckets.n", contains(11));
    }

    @Test
    void groupsAreToldApartByWhateverIsAsked() {
        String touchpoint = touchpoint();
        Announcements.touchpointSaved(touchpoint, "Ticket closed", "loyalty", 5, "email");
        Announcements.answered(Stream.of(
                        IntStream.range(0, 12).mapToObj(i -> nps(touchpoint, 9, dkPro(), NOON)),
                        IntStream.range(0, 7).mapToObj(i -> nps(touchpoint, 3, Map.of("country", "SE"), NOON)
                                .through("sms")))
                .flatMap(some -> some));
        String here = "metric=NPS&touchpoint=" + touchpoint;
        untilCounted(19, here);

        scores(here + "&groupBy=segment:country")
                .body("groups.group", contains("DK", "SE"))
                .body("groups.buckets.n.flatten()", contains(12, 7));
        scores(here + "&groupBy=segment:plan").body("groups.group", contains("pro", "(none)"));
        scores(here + "&groupBy=channel").body("groups.group", contains("email", "sms"));
        scores(here + "&groupBy=survey").body("groups.group", contains(touchpoint + "-survey/1"));
        scores(here + "&segment=country:DK&segment=country:SE&segment=plan:pro")
                .body("groups.buckets.n.flatten()", contains(12));
        scores(here + "&survey=" + touchpoint + "-survey/2").body("groups", empty());
        Announcements.soon(() -> scores("metric=NPS&stage=loyalty&groupBy=touchpoint")
                .body("groups.group", hasItem(touchpoint))
                .body("groups.name", hasItem("Ticket closed")));
        scores("metric=NPS&groupBy=stage")
                .body("groups.group", hasItem("loyalty"))
                .body("groups.name", hasItem("Loyalty"));
    }

    @Test
    void fewAnswersAreHiddenWithTheNeighbourThatWouldGiveThemAway() {
        String touchpoint = touchpoint();
        Announcements.answered(Stream.of(
                        IntStream.range(0, 20).mapToObj(i -> nps(touchpoint, 9, Map.of("country", "DK"), NOON)),
                        IntStream.range(0, 8).mapToObj(i -> nps(touchpoint, 9, Map.of("country", "NO"), NOON)),
                        IntStream.range(0, 3).mapToObj(i -> nps(touchpoint, 0, Map.of("country", "SE"), NOON)))
                .flatMap(some -> some));
        String here = "metric=NPS&touchpoint=" + touchpoint;
        untilCounted(31, here);

        scores(here + "&groupBy=segment:country")
                .body("groups.group", contains("DK", "NO", "SE"))
                .body("groups.buckets.suppressed.flatten()", contains(false, true, true))
                .body("groups.buckets.n.flatten()", contains(equalTo(20), nullValue(), nullValue()));
        scores(here + "&segment=country:SE")
                .body("groups[0].buckets[0].suppressed", equalTo(true))
                .body("groups[0].buckets[0].score", nullValue())
                .body("groups[0].buckets[0].negative", nullValue());
    }

    @Test
    void differentScalesAreNeverAddedUp() {
        String touchpoint = touchpoint();
        Announcements.answered(Stream.of(Scale.CSAT_5, Scale.CSAT_7)
                .flatMap(scale -> IntStream.range(0, 6).mapToObj(i -> nps(touchpoint, 5, Map.of(), NOON)
                        .on(scale, touchpoint + "-" + scale.key().toLowerCase()))));
        String here = "metric=CSAT&touchpoint=" + touchpoint;
        Announcements.soon(() -> scores(here + "&groupBy=survey").body("groups.buckets.n.flatten()", contains(6, 6)));

        given().auth()
                .oauth2(key)
                .get("/api/v1/scores?" + here)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/mixed-scales"))
                .body("detail", containsString("Group by survey"));
        scores(here + "&groupBy=survey").body("scale", nullValue()).body("groups.scale", contains("CSAT_5", "CSAT_7"));
        scores(here + "&survey=" + touchpoint + "-csat_5")
                .body("scale", equalTo("CSAT_5"))
                .body("groups[0].buckets[0].score", equalTo(100f))
                .body("groups[0].buckets[0].mean", equalTo(5f))
                .body("groups[0].buckets[0].method", equalTo("WILSON"))
                .body("groups[0].buckets[0].histogram.score", contains(1, 2, 3, 4, 5));
    }

    @Test
    void thePublishedVersionHasTheLastWordOnTheBands() {
        String touchpoint = touchpoint();
        Announcements.answered(IntStream.range(0, 5)
                .mapToObj(i -> nps(touchpoint, 4, Map.of(), NOON).on(Scale.CSAT_5, touchpoint)));
        String here = "metric=CSAT&touchpoint=" + touchpoint;
        assertThat(untilCounted(5, here).getDouble("score")).isEqualTo(100);

        Scale stricter = new Scale("CSAT_5", 1, 5, 5, 5, 1, 3, Scale.CSAT_5.goodEnd());
        Announcements.surveyPublished(touchpoint, 1, stricter, "Stricter");

        Announcements.soon(() -> scores(here)
                .body("groups[0].buckets[0].score", equalTo(0f))
                .body("groups[0].buckets[0].neutral", equalTo(5)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metric= | metric",
                "metric=nps | metric",
                "metric=NPS&from=yesterday | from",
                "metric=NPS&from=2026-13-01 | from",
                "metric=NPS&from=-99999-01-01 | from",
                "metric=NPS&to=2026-11-21T25:00:00Z | to",
                "metric=NPS&from=2026-11-21&to=2026-11-20 | to",
                "metric=NPS&from=1900-01-01&to=2026-11-20 | to",
                "metric=NPS&interval=fortnight | interval",
                "metric=NPS&interval=hour&from=2026-01-01&to=2026-11-20 | interval",
                "metric=NPS&interval=hour&from=1980-01-01&to=2026-11-20 | interval",
                "metric=NPS&groupBy=mood | groupBy",
                "metric=NPS&groupBy=segment: | groupBy",
                "metric=NPS&groupBy=segment:galaxy | groupBy",
                "metric=NPS&from=1970-01-01&to=2026-11-20 | to",
                "metric=NPS&segment=galaxy:milky-way | segment",
                "metric=NPS&segment=DK | segment",
                "metric=NPS&segment=:DK | segment",
                "metric=NPS&timeZone=Mars/Olympus | timeZone",
            })
    void aQuestionThatCannotBeUnderstoodNamesItsParameter(String query, String parameter) {
        given().auth()
                .oauth2(key)
                .get("/api/v1/scores?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.field", contains(parameter));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        given().auth()
                .oauth2(key)
                .get("/api/v1/scores?metric=X&interval=y&timeZone=z")
                .then()
                .statusCode(400)
                .body("errors", hasSize(3));
    }

    @Test
    void oddCharactersAreJustNamesThatNobodyHas() {
        for (String odd : List.of("%00", "%F0%9F%98%80", "'%20OR%201=1--", "%25", "x".repeat(3000))) {
            scores("metric=NPS&touchpoint=" + odd).body("groups", empty());
        }
    }

    @Test
    void onlyWhoMayReadScoresReadsThem() {
        given().get("/api/v1/scores?metric=NPS").then().statusCode(401);
        given().auth()
                .oauth2("atk_nonsense")
                .get("/api/v1/scores?metric=NPS")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestKeys.withScopes("responses:read"))
                .get("/api/v1/scores?metric=NPS")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        given().auth()
                .oauth2(TestKeys.withScopes("admin"))
                .get("/api/v1/scores?metric=NPS")
                .then()
                .statusCode(200);
    }

    private JsonPath untilCounted(int n, String query) {
        Announcements.soon(() -> scores(query).body("groups[0].buckets[0].n", equalTo(n)));
        return scores(query).extract().jsonPath().setRootPath("groups[0].buckets[0]");
    }

    private ValidatableResponse scores(String query) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(key)
                .get("/api/v1/scores?" + query)
                .then()
                .statusCode(200);
    }

    private static Map<String, String> dkPro() {
        return Map.of("country", "DK", "plan", "pro");
    }

    private static String touchpoint() {
        return "tp." + UUID.randomUUID().toString().substring(0, 8);
    }
}
