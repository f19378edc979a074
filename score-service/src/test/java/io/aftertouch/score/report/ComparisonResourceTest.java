package io.aftertouch.score.report;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.Announcements.Answer;
import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.metric.Counts;
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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
class ComparisonResourceTest {

    private static final Instant OCTOBER = Instant.parse("2025-10-15T12:00:00Z");
    private static final Instant NOVEMBER = Instant.parse("2025-11-15T12:00:00Z");

    private String key;

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
        key = TestKeys.withScopes("scores:read");
    }

    @Test
    void twoPeriodsOfATouchpointAreHeldAgainstEachOther() {
        String touchpoint = touchpoint();
        Announcements.answered(Stream.of(
                        answers(touchpoint, 30, 9, "DK", NOVEMBER),
                        answers(touchpoint, 10, 3, "DK", NOVEMBER),
                        answers(touchpoint, 15, 9, "DK", OCTOBER),
                        answers(touchpoint, 15, 3, "SE", OCTOBER))
                .flatMap(some -> some));
        String periods = "metric=NPS&touchpoint=" + touchpoint
                + "&from=2025-11-01&to=2025-12-01&againstFrom=2025-10-01&againstTo=2025-11-01";
        Announcements.soon(() -> compared(periods).body("first.n", equalTo(40)).body("second.n", equalTo(30)));

        JsonPath answer = compared(periods).extract().jsonPath();

        Comparison expected = Comparison.ofScores(
                Scale.NPS, Counts.of(0, 0, 0, 10, 0, 0, 0, 0, 0, 30), Counts.of(0, 0, 0, 15, 0, 0, 0, 0, 0, 15));
        assertThat(answer.getString("scale")).isEqualTo("NPS");
        assertThat(answer.getDouble("first.score")).isEqualTo(50);
        assertThat(answer.getDouble("second.score")).isZero();
        assertThat(answer.getDouble("difference.effect")).isEqualTo(50);
        assertThat(answer.getDouble("difference.low")).isCloseTo(expected.low(), within(1e-4));
        assertThat(answer.getDouble("difference.high")).isCloseTo(expected.high(), within(1e-4));
        assertThat(answer.getDouble("difference.p")).isCloseTo(expected.p(), within(1e-6));
        assertThat(answer.getString("difference.method")).isEqualTo("Z_ADJUSTED");

        compared("metric=NPS&touchpoint=" + touchpoint + "&segment=country:DK&againstSegment=country:SE")
                .body("first.n", equalTo(55))
                .body("second.n", equalTo(15))
                .body("difference.p", lessThan(0.01f));
    }

    @Test
    void fewAnswersOnOneSideShowNoDifference() {
        String touchpoint = touchpoint();
        Announcements.answered(
                Stream.concat(answers(touchpoint, 20, 9, "DK", NOVEMBER), answers(touchpoint, 4, 1, "SE", NOVEMBER)));
        String countries = "metric=NPS&touchpoint=" + touchpoint + "&segment=country:DK&againstSegment=country:SE";

        Announcements.soon(() -> compared(countries)
                .body("first.n", equalTo(20))
                .body("second.suppressed", equalTo(true))
                .body("second.n", nullValue())
                .body("difference", nullValue()));
        compared("metric=NPS&touchpoint=" + touchpoint + "&againstTouchpoint=" + touchpoint())
                .body("second.n", equalTo(0))
                .body("difference", nullValue());
        compared("metric=CES&touchpoint=" + touchpoint() + "&againstTouchpoint=" + touchpoint())
                .body("scale", nullValue())
                .body("first.n", equalTo(0));
    }

    @Test
    void differentScalesAreNotHeldAgainstEachOther() {
        String touchpoint = touchpoint();
        Announcements.answered(Stream.of(Scale.CSAT_5, Scale.CSAT_7).flatMap(scale -> answers(
                        touchpoint, 6, 5, "DK", NOVEMBER)
                .map(answer -> answer.on(scale, touchpoint + "-" + scale.key().toLowerCase()))));
        String surveys = "metric=CSAT&touchpoint=" + touchpoint + "&survey=" + touchpoint + "-csat_5&againstSurvey="
                + touchpoint + "-csat_7";

        Announcements.soon(() -> question(surveys)
                .statusCode(422)
                .body("type", equalTo("/problems/mixed-scales"))
                .body("detail", containsString(touchpoint + "-csat_7/1")));
    }

    @Test
    void whatHasAnswersInCommonIsRefused() {
        String touchpoint = touchpoint();
        Announcements.answered(answers(touchpoint, 6, 5, "DK", NOVEMBER));
        Announcements.soon(() -> compared("metric=NPS&touchpoint=" + touchpoint + "&againstTouchpoint=elsewhere")
                .body("first.n", equalTo(6)));
        String here = "metric=NPS&touchpoint=" + touchpoint;

        for (String overlapping : Stream.of(
                        "",
                        "&segment=country:DK&segment=country:SE&againstSegment=country:SE",
                        "&from=2025-11-01&to=2025-12-01&againstFrom=2025-11-30&againstTo=2025-12-15",
                        "&from=2025-11-01&againstTo=2025-12-01",
                        "&segment=country:DK&againstTouchpoint=" + touchpoint)
                .toList()) {
            question(here + overlapping)
                    .statusCode(400)
                    .body("type", equalTo("/problems/invalid-request"))
                    .body("detail", containsString("in common"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "againstSegment=country:SE | metric",
                "metric=NPS&againstSegment=galaxy:milky-way | againstSegment",
                "metric=NPS&againstFrom=yesterday | againstFrom",
                "metric=NPS&againstFrom=2026-01-02&againstTo=2026-01-01 | againstTo",
                "metric=NPS&againstFrom=1900-01-01&againstTo=2026-01-01 | againstTo",
            })
    void aQuestionThatCannotBeUnderstoodNamesItsParameter(String query, String parameter) {
        String touchpoint = touchpoint();
        Announcements.answered(answers(touchpoint, 5, 5, "DK", NOVEMBER));
        Announcements.soon(() -> compared("metric=NPS&segment=country:DK&againstSegment=country:none"));

        question(query).statusCode(400).body("errors.field", contains(parameter));
    }

    @Test
    void whoHasTheScoresAlreadyIsToldSo() {
        String touchpoint = touchpoint();
        Announcements.answered(answers(touchpoint, 6, 9, "DK", NOVEMBER));
        String scores = "/api/v1/scores?metric=NPS&interval=month&touchpoint=" + touchpoint;
        String comparison =
                "/api/v1/scores/comparison?metric=NPS&touchpoint=" + touchpoint + "&againstTouchpoint=elsewhere";
        Announcements.soon(() -> tagged(scores, null).body(containsString("\"n\":6")));

        String tag = tagged(scores, null).extract().header("ETag");
        String compared =
                tagged(comparison, "\"other\"").statusCode(200).extract().header("ETag");
        String journey =
                tagged("/api/v1/journey", null).statusCode(200).extract().header("ETag");

        assertThat(tag).startsWith("W/\"");
        assertThat(journey).startsWith("W/\"");
        tagged(scores, tag).statusCode(304).header("ETag", equalTo(tag)).body(equalTo(""));
        tagged(scores, "\"other\", " + tag).statusCode(304);
        tagged(comparison, compared).statusCode(304);
        Announcements.answered(answers(touchpoint, 1, 0, "DK", NOVEMBER));
        Announcements.soon(() -> tagged(scores, tag).statusCode(200).body(containsString("\"n\":7")));
        tagged(comparison, compared).statusCode(200);
    }

    private ValidatableResponse tagged(String path, String tag) {
        var request = given().auth().oauth2(key);
        return (tag == null ? request : request.header("If-None-Match", tag))
                .get(path)
                .then();
    }

    private ValidatableResponse compared(String query) {
        return question(query).statusCode(200);
    }

    private ValidatableResponse question(String query) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(key)
                .get("/api/v1/scores/comparison?" + query)
                .then();
    }

    private static Stream<Answer> answers(String touchpoint, int number, int score, String country, Instant at) {
        return IntStream.range(0, number).mapToObj(i -> nps(touchpoint, score, Map.of("country", country), at));
    }

    private static String touchpoint() {
        return "tp." + UUID.randomUUID().toString().substring(0, 8);
    }
}
