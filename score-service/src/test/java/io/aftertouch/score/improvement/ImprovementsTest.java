package io.aftertouch.score.improvement;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.Announcements.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.score.Announcements.Answer.nps;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
class ImprovementsTest {

    @Inject
    Clock clock;

    @Inject
    ZoneId zone;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String changed = "changed-" + mark;
    private final String still = "still-" + mark;
    private String editor;
    private String reader;

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
        editor = TestKeys.withScopes("config:read", "config:write", "scores:read");
        reader = TestKeys.withScopes("scores:read");
    }

    @Test
    void afterIsHeldAgainstBeforeAndAgainstWhatDidNotChange() {
        answered(answers(changed, 40, 40, 100), answers(still, 50, 55, 100));

        JsonPath said = write(Map.of("comparedWith", List.of(still))).jsonPath();

        assertThat(said.getString("effect.state")).isEqualTo("COMPLETE");
        assertThat(said.getLong("effect.before.n")).isEqualTo(100);
        assertThat(said.getDouble("effect.before.score")).isCloseTo(-20, within(1e-9));
        assertThat(said.getDouble("effect.after.score")).isCloseTo(60, within(1e-9));
        assertThat(said.getDouble("effect.change.effect")).isBetween(75.0, 80.0);
        assertThat(said.getString("effect.change.method")).isEqualTo("Z_ADJUSTED");
        assertThat(said.getDouble("effect.change.p")).isLessThan(0.001);
        assertThat(said.getDouble("effect.beyond.effect"))
                .isCloseTo(
                        said.getDouble("effect.change.effect") - said.getDouble("effect.beyond.others"), within(1e-3));
        assertThat(said.getDouble("effect.beyond.others"))
                .isCloseTo(said.getDouble("effect.compared[0].change.effect"), within(1e-3));

        String page = page("/improvements/" + said.getString("id"));
        assertThat(page)
                .contains("NPS is ", " points higher after the change than before (", "p &lt; 0.001)")
                .contains("The touchpoint compared with moved by ", "beyond that it is ")
                .contains("After is not because of.")
                .contains("n&nbsp;=&nbsp;100")
                .doesNotContain("Save the change");
        assertThat(page("/improvements?touchpoint=" + changed))
                .contains("Lockers " + mark)
                .contains("p &lt; 0.001");
        assertThat(page("/improvements/" + said.getString("id") + "/effect.csv").lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith(changed + ",true,100,-20.0,100,60.0,"))
                .anyMatch(line -> line.startsWith(still + ",false,100,0.0,100,10.0,"));
    }

    @Test
    void fewerThanFiveAnswersSayNothing() {
        answered(answers(changed, 2, 30, 50), Stream.of(nps(still, 9, Map.of(), clock.instant())));
        Announcements.answered(IntStream.range(0, 3)
                .mapToObj(i -> nps(changed, 0, Map.of("country", "SE"), at(today().minusDays(40)))));
        soonCounted(changed, 103);

        write(Map.of("segment", "country:SE", "changedOn", today().minusDays(30).toString()))
                .then()
                .body("effect.before.suppressed", equalTo(true))
                .body("effect.before.n", nullValue())
                .body("effect.change", nullValue());
        Response without = write(Map.of("comparedWith", List.of(still)));
        without.then()
                .body("effect.change", notNullValue())
                .body("effect.beyond", nullValue())
                .body("effect.compared[0].change", nullValue());
        assertThat(page("/improvements/" + without.jsonPath().getString("id")))
                .contains("too few answers to use")
                .contains("Compare with touchpoints where nothing was changed");
    }

    @Test
    void whatIsYetToComeHasNothingToCompare() {
        answered(answers(changed, 40, 40, 100), Stream.of());

        Response made = write(Map.of("changedOn", today().plusDays(5).toString()));

        made.then()
                .body("effect.state", equalTo("UPCOMING"))
                .body("effect.after", nullValue())
                .body("effect.change", nullValue());
        assertThat(page("/improvements/" + made.jsonPath().getString("id")))
                .contains("there is nothing to compare yet");
        write(Map.of("changedOn", today().minusDays(10).toString())).then().body("effect.state", equalTo("COLLECTING"));
    }

    @Test
    void theMoneyThatWasEnteredIsAddedUp() {
        answered(answers(changed, 10, 10, 20), Stream.of());
        Map<String, Object> money = Map.of(
                "currency", "EUR",
                "cost", 12_000,
                "conversion", Map.of("before", Map.of("hits", 4, "of", 100), "after", Map.of("hits", 6, "of", 100)),
                "orders", Map.of("revenue", 10_000, "count", 50),
                "lifetime", Map.of("valuePerYear", 1_000, "years", 5, "customersKept", 3));

        JsonPath said = write(Map.of("money", money)).jsonPath();

        assertThat(said.getDouble("moneyReturn.averageOrder")).isEqualTo(200);
        assertThat(said.getDouble("moneyReturn.lifetimeValue")).isEqualTo(5_000);
        assertThat(said.getDouble("moneyReturn.gain")).isEqualTo(15_400);
        assertThat(said.getDouble("moneyReturn.ratio")).isCloseTo(0.2833, within(1e-3));
        assertThat(said.getInt("money.conversion.before.hits")).isEqualTo(4);
        assertThat(page("/improvements/" + said.getString("id")))
                .contains("4 / 100</td><td class=\"num\">4.0\u00a0%")
                .contains("10,000 / 50</td><td class=\"num\">200\u00a0EUR")
                .contains("1,000 × 5</td><td class=\"num\">5,000\u00a0EUR")
                .contains("a return of 28.3\u00a0%");
    }

    @Test
    void itIsChangedFromTheVersionThatWasReadAndNamesWhatElseWasChanged() {
        answered(answers(changed, 10, 10, 20), Stream.of());
        Response first = write(Map.of("changedOn", today().minusDays(28).toString()));
        Response second = write(Map.of("name", "Another " + mark));
        String path = "/api/v1/improvements/" + second.jsonPath().getString("id");
        Map<String, Object> change = Map.of(
                "name", "Corrected " + mark, "changedOn", today().minusDays(27).toString(), "days", 14);

        second.then().body("effect.meanwhile", hasSize(1));
        assertThat(page("/improvements/" + first.jsonPath().getString("id"))).contains("Another " + mark);
        write().body(change).put(path).then().statusCode(428);
        write().header("If-Match", "\"9\"").body(change).put(path).then().statusCode(412);
        write().header("If-Match", second.header("ETag"))
                .body(change)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("Corrected " + mark))
                .body("days", equalTo(14))
                .body("money", nullValue());
        write().header("If-Match", "\"1\"").delete(path).then().statusCode(204);
        given().auth().oauth2(reader).get(path).then().statusCode(404);
        given().auth()
                .oauth2(reader)
                .get("/api/v1/improvements?touchpoint=" + changed)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    @Test
    void whatCannotBeJudgedIsRefusedWithItsReason() {
        answered(answers(changed, 10, 10, 20), Stream.of());

        refused(Map.of("comparedWith", List.of(changed)), 422);
        refused(Map.of("comparedWith", List.of("nobody-knows-it")), 422);
        refused(Map.of("touchpoint", "nobody-knows-it"), 422);
        refused(Map.of("changedOn", "+999999999-01-01"), 422);
        refused(Map.of("days", 3), 400);
        refused(Map.of("name", "a\u0000b"), 400);
        refused(Map.of("money", Map.of("currency", "EUR", "cost", 1.005)), 422);
        refused(Map.of("money", Map.of("currency", "EUR", "cost", -1)), 400);
        refused(Map.of("money", Map.of("cost", 1)), 400);
        given().auth()
                .oauth2(reader)
                .contentType(ContentType.JSON)
                .body(wish(Map.of()))
                .post("/api/v1/improvements")
                .then()
                .statusCode(403);
    }

    @Test
    void thePageWritesDownCorrectsAndTakesOut() {
        answered(answers(changed, 10, 10, 20), Stream.of(nps(still, 9, Map.of(), clock.instant())));
        Map<String, Object> typed = new HashMap<>(Map.of(
                "touchpoint", changed,
                "metric", "NPS",
                "segment", "",
                "name", "Typed " + mark,
                "description", "Two lines\n<b>of text</b>",
                "changedOn", today().minusDays(27).toString(),
                "days", "",
                "comparedWith", still,
                "money.currency", "DKK",
                "money.cost", "99,50"));
        typed.put("money.conversion.before.hits", "4");

        form().formParams(typed)
                .post("/improvements")
                .then()
                .statusCode(422)
                .body(containsString("href=\"#money.conversion.before.of\""))
                .body(containsString("value=\"Typed " + mark + "\""));
        typed.put("money.conversion.before.of", "100");
        typed.put("money.conversion.after.hits", "5");
        typed.put("money.conversion.after.of", "100");
        String location = form().formParams(typed)
                .post("/improvements")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String page = given().auth().oauth2(editor).get(location).asString();
        assertThat(page)
                .contains("value=\"99.50\"")
                .contains("value=\"" + still + "\" checked")
                .contains("&lt;b&gt;of text&lt;/b&gt;")
                .contains("99.50\u00a0DKK");
        typed.put("version", "0");
        typed.put("name", "Retyped " + mark);
        form().formParams(typed).post(location).then().statusCode(303);
        form().formParams(typed)
                .post(location)
                .then()
                .statusCode(422)
                .body(containsString("Somebody else changed this"));
        form().formParam("version", "1").post(location + "/removal").then().statusCode(303);
        given().auth().oauth2(editor).get(location).then().statusCode(404);
    }

    private RequestSpecification form() {
        return given().auth()
                .oauth2(editor)
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"));
    }

    /** So many answers a time around the usual day of change, of which so many in a hundred are promoters; the rest are detractors. */
    private Stream<Answer> answers(String touchpoint, int before, int after, int n) {
        LocalDate day = today().minusDays(28);
        int afterShare = touchpoint.equals(changed) ? after * 2 : after;
        return Stream.concat(
                IntStream.range(0, n)
                        .mapToObj(i -> nps(
                                touchpoint,
                                i < before * n / 100 ? 9 : 2,
                                Map.of("country", "DK"),
                                at(day.minusDays(1 + i % 27)))),
                IntStream.range(0, n)
                        .mapToObj(i -> nps(
                                touchpoint,
                                i < afterShare * n / 100 ? 9 : 2,
                                Map.of("country", "DK"),
                                at(day.plusDays(i % 27)))));
    }

    private java.time.Instant at(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().plus(Duration.ofHours(9));
    }

    private void answered(Stream<Answer> first, Stream<Answer> second) {
        List<Answer> all = Stream.concat(first, second).toList();
        Announcements.answered(all.stream());
        for (String touchpoint : List.of(changed, still)) {
            long n = all.stream()
                    .filter(answer -> answer.touchpoint().equals(touchpoint))
                    .count();
            if (n >= 5) {
                soonCounted(touchpoint, (int) n);
            }
        }
        Announcements.soon(() -> given().auth()
                .oauth2(reader)
                .get("/api/v1/journey")
                .then()
                .body(
                        "stages.touchpoints.flatten().touchpoint",
                        org.hamcrest.Matchers.hasItems(
                                all.stream().map(Answer::touchpoint).distinct().toArray(String[]::new))));
    }

    private void soonCounted(String touchpoint, int n) {
        Announcements.soon(() -> given().auth()
                .oauth2(reader)
                .get("/api/v1/scores?metric=NPS&touchpoint=" + touchpoint)
                .then()
                .body("groups[0].buckets[0].n", equalTo(n)));
    }

    private Response write(Map<String, Object> some) {
        Response response = write().body(wish(some)).post("/api/v1/improvements");
        response.then().statusCode(201);
        return response;
    }

    private void refused(Map<String, Object> some, int status) {
        write().body(wish(some)).post("/api/v1/improvements").then().statusCode(status);
    }

    private Map<String, Object> wish(Map<String, Object> some) {
        Map<String, Object> wish = new HashMap<>(Map.of(
                "touchpoint",
                changed,
                "metric",
                "NPS",
                "name",
                "Lockers " + mark,
                "changedOn",
                today().minusDays(28).toString()));
        wish.putAll(some);
        return wish;
    }

    private RequestSpecification write() {
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
