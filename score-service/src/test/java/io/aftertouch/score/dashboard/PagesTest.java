package io.aftertouch.score.dashboard;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.aftertouch.platform.page.Numbers;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.metric.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.score.Announcements.Answer.nps;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@RealInfrastructureTest
class PagesTest {

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    /** One for all tests that only look. */
    private static String delivered;

    private String key;

    @BeforeEach
    void prepare() {
        key = TestKeys.withScopes("scores:read");
        if (delivered == null) {
            Announcements.topicsExist();
            delivered = deliveredToManyAndHotInSweden();
        }
    }

    @Test
    void theOverviewShowsWhatTheApiSays() {
        String touchpoint = delivered;
        JsonPath api = api(touchpoint);

        String page = page("/").extract().asString();

        assertThat(row(page, touchpoint))
                .contains("<b>" + whole(api.getDouble("score")) + "</b>")
                .contains("(" + whole(api.getDouble("low")) + " to " + whole(api.getDouble("high"))
                        + "), n&nbsp;=&nbsp;164")
                .contains("<span>" + Numbers.percent(24.0 / 164) + "</span>")
                .contains("hot spot")
                .contains("Post-purchase · email")
                .contains("class=\"spark\"")
                .contains("<a href=\"/inbox?tp=" + touchpoint + "\">1</a>");
        assertThat(page)
                .contains("Delivered " + touchpoint + "</a> for country:SE")
                .contains("since ")
                .contains("24 of 24")
                .contains(
                        "href=\"/responses?tp=" + touchpoint + "&amp;segment=country%3ASE&amp;band=NEGATIVE&amp;from=");
        page("/journey").body(containsString("hot spot: country:SE"));
        page("/hotspots").body(containsString("Delivered " + touchpoint));
        page("/hotspots/count").body(startsWith("<span class=\"count count--alarm\">"));
    }

    @Test
    void thePageOfATouchpointShowsWhatTheApiSays() {
        String touchpoint = delivered;
        JsonPath api = api(touchpoint);

        String page = page("/touchpoint/" + touchpoint).extract().asString();

        assertThat(page)
                .contains("<h1>Delivered " + touchpoint + "</h1>")
                .contains("<b>" + whole(api.getDouble("score")) + "</b>")
                .contains("Hot spot for country:SE")
                .contains("24 of 24 answers are negative, before it was 0 of 40.")
                .contains("NPS per week")
                .contains("<svg class=\"plot\" viewBox=\"0 0 1200 240\"")
                .contains("class=\"band-area\" d=\"M")
                .contains("Share negative by segment");
    }

    @Test
    void theCsvOfATouchpointHoldsTheWeeksOfTheApi() {
        String touchpoint = delivered;
        LocalDate monday = LocalDate.now(clock.withZone(zone)).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<Integer> weeks = given().auth()
                .oauth2(key)
                .get("/api/v1/scores?metric=NPS&interval=week&touchpoint=" + touchpoint + "&from="
                        + monday.minusWeeks(11))
                .then()
                .statusCode(200)
                .extract()
                .path("groups[0].buckets.n");

        Stream<String> counts = given().auth()
                .oauth2(key)
                .get("/touchpoint/" + touchpoint + "/scores.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[5]);

        assertThat(weeks).hasSize(12).filteredOn(Objects::nonNull).anyMatch(n -> n > 20);
        // a week with too few answers to show says nothing: this one is such a week until some hours into Monday
        assertThat(counts)
                .containsExactlyElementsOf(
                        weeks.stream().map(n -> Objects.toString(n, "")).toList());
    }

    @Test
    void theCsvOfTheOverviewHoldsTheNumbersOfTheApi() {
        String touchpoint = delivered;
        JsonPath api = api(touchpoint);

        String line = given().auth()
                .oauth2(key)
                .get("/scores.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(row -> row.startsWith(touchpoint + ","))
                .findFirst()
                .orElseThrow();

        String[] cells = line.split(",");
        assertThat(cells[4]).isEqualTo("NPS");
        assertThat(cells[8]).isEqualTo("164");
        assertThat(Float.parseFloat(cells[9])).isEqualTo(api.getFloat("score"));
        assertThat(Float.parseFloat(cells[10])).isEqualTo(api.getFloat("low"));
        assertThat(cells[12]).isEqualTo("ADJUSTED_WALD");
    }

    @Test
    void fewAnswersLookItAndFewerAreNotShown() {
        String few = touchpoint();
        String fewer = touchpoint();
        Announcements.answered(Stream.concat(
                IntStream.range(0, 12)
                        .mapToObj(i -> nps(few, 4, Map.of(), clock.instant()).on(Scale.CSAT_5, few)),
                IntStream.range(0, 4)
                        .mapToObj(i -> nps(fewer, 1, Map.of(), clock.instant()).on(Scale.CSAT_5, fewer))));
        Announcements.soon(() -> {
            String page = page("/").extract().asString();
            assertThat(row(page, few))
                    .contains(
                            "score--few",
                            "mark--few",
                            "few answers",
                            "too few to show",
                            "<b>" + Numbers.percent(1) + "</b>");
            assertThat(row(page, fewer))
                    .contains("Fewer than 5 answers: not shown")
                    .doesNotContain("n&nbsp;=");
        });
        page("/touchpoint/" + fewer).body(containsString("Fewer than 5 answers: not shown"));
        page("/touchpoint/" + few).body(containsString("The most frequent answer is 4"));
    }

    @Test
    void filtersNarrowThePageAndStayInTheAddress() {
        String touchpoint = delivered;

        String swedes =
                page("/?period=4w&segment=country:SE&channel=").extract().asString();

        assertThat(row(swedes, touchpoint)).contains("n&nbsp;=&nbsp;64");
        assertThat(swedes)
                .contains("<option value=\"country:SE\" selected>SE</option>")
                .contains("/scores.csv?period=4w&amp;segment=country%3ASE");
        page("/?period=7d&channel=pigeon").body(containsString("No answers in this time"));
    }

    @Test
    void namesAreTextWhateverTheyHold() {
        String touchpoint = touchpoint();
        Announcements.touchpointSaved(touchpoint, "<script>alert(1)</script> {7*7}", "purchase", 3, "=cmd()");
        Announcements.answered(IntStream.range(0, 5).mapToObj(i -> nps(touchpoint, 9, Map.of(), clock.instant())));

        Announcements.soon(() -> assertThat(row(page("/").extract().asString(), touchpoint))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; {7*7}")
                .contains("n&nbsp;=&nbsp;5"));
        assertThat(given().auth().oauth2(key).get("/scores.csv").asString()).contains(",'=cmd(),");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/journey", "/hotspots", "/?period=all", "/?period=12m", "/?period=7d"})
    void pagesBringNothingInlineAndNameTheirFilters(String path) {
        page(path)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", equalTo("no-store"))
                .body(not(containsString("style=\"")))
                .body(not(containsString("<style")))
                .body(containsString("<h1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?period=fortnight", "/?segment=DK", "/journey?period=x", "/scores.csv?segment=:"})
    void anAddressThatCannotBeUnderstoodIsSaidSo(String path) {
        given().auth().oauth2(key).get(path).then().statusCode(400);
    }

    @Test
    void aTouchpointThatNobodyHeardOfIsNotFound() {
        given().auth()
                .oauth2(key)
                .accept("text/html")
                .get("/touchpoint/nobody.was-here")
                .then()
                .statusCode(404)
                .contentType(startsWith("text/html"))
                .body(containsString("There is no touchpoint nobody.was-here."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/journey", "/hotspots", "/hotspots/count", "/touchpoint/x", "/scores.csv"})
    void strangersAreLedToTheSignIn(String path) {
        given().redirects()
                .follow(false)
                .accept("text/html,*/*;q=0.8")
                .get(path)
                .then()
                .statusCode(302)
                .header("Location", containsString("/signin"));
        given().auth()
                .oauth2(TestKeys.withScopes("events:write"))
                .get(path)
                .then()
                .statusCode(403);
    }

    /** 164 answers: Sweden fine until yesterday and all bad since, Denmark always fine. */
    private String deliveredToManyAndHotInSweden() {
        String touchpoint = touchpoint();
        Instant now = clock.instant();
        Announcements.touchpointSaved(touchpoint, "Delivered " + touchpoint, "post-purchase", 4, "email");
        Announcements.caseSaid(UUID.randomUUID(), touchpoint, true, 1, now.plusSeconds(3600));
        Announcements.answered(Stream.of(
                        answers(touchpoint, "SE", now, Duration.ofMinutes(50), 24, 1),
                        answers(touchpoint, "SE", now.minus(Duration.ofDays(4)), Duration.ofHours(12), 40, 8),
                        answers(touchpoint, "DK", now, Duration.ofHours(1), 40, 9),
                        answers(touchpoint, "DK", now.minus(Duration.ofDays(4)), Duration.ofHours(8), 60, 10))
                .flatMap(some -> some));
        Announcements.soon(() -> given().auth()
                .oauth2(key)
                .get("/api/v1/scores?metric=NPS&touchpoint=" + touchpoint)
                .then()
                .body("groups[0].buckets[0].n", equalTo(164)));
        Announcements.soon(() -> page("/hotspots").body(containsString("Delivered " + touchpoint)));
        Announcements.soon(() ->
                assertThat(row(page("/").extract().asString(), touchpoint)).contains(">1</a>"));
        return touchpoint;
    }

    private static Stream<Announcements.Answer> answers(
            String touchpoint, String country, Instant last, Duration apart, int n, int score) {
        return IntStream.range(0, n)
                .mapToObj(i -> nps(touchpoint, score, Map.of("country", country), last.minus(apart.multipliedBy(i))));
    }

    /** What the API says about the last four weeks. */
    private JsonPath api(String touchpoint) {
        String from = clock.instant().atZone(zone).toLocalDate().minusDays(27).toString();
        return given().auth()
                .oauth2(key)
                .get("/api/v1/scores?metric=NPS&touchpoint=" + touchpoint + "&from=" + from)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("groups[0].buckets[0]");
    }

    private ValidatableResponse page(String path) {
        return given().auth()
                .oauth2(key)
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"));
    }

    private static String row(String page, String touchpoint) {
        int link = page.indexOf("href=\"/touchpoint/" + touchpoint + "?");
        return link < 0 ? "" : page.substring(link, page.indexOf("</tr>", link));
    }

    private static String whole(double value) {
        return Numbers.shown(value);
    }

    private static String touchpoint() {
        return "tp." + UUID.randomUUID().toString().substring(0, 8);
    }
}
