package io.aftertouch.survey.touchpoint;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.TimeLapse;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** The journey: stages in their order, touchpoints in their places, by API and by page. Each test has a stage of its own and leaves none behind. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class JourneyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation shop = new Installation();
    private final String stage = fresh("stage");
    private final List<String> made = new ArrayList<>();

    @Inject
    TimeLapse time;

    @BeforeEach
    void aStageIsMade() {
        Mailbox.open();
        shop.post("/api/v1/stages", Map.of("key", stage, "name", "Delivery"))
                .statusCode(201)
                .header("Location", endsWith("/api/v1/stages/" + stage))
                .header("ETag", "\"0\"")
                .body("position", equalTo(6));
    }

    @AfterEach
    void itIsRemoved() {
        for (String touchpoint : inOrder()) {
            shop.as()
                    .header("If-Match", etag("touchpoints", touchpoint))
                    .body(Map.of("name", "Gone elsewhere", "stage", "loyalty", "channel", "door"))
                    .put("/api/v1/touchpoints/" + touchpoint)
                    .then()
                    .statusCode(200);
        }
        shop.as()
                .header("If-Match", etag("stages", stage))
                .delete("/api/v1/stages/" + stage)
                .then()
                .statusCode(204);
        shop.get("/api/v1/stages").body("items.position", equalTo(List.of(1, 2, 3, 4, 5)));
    }

    @Test
    void aStageIsRenamedAndMovedAndTheOthersMakeRoom() {
        change("stages", stage, Map.of("name", "On the way", "position", 4))
                .statusCode(200)
                .body("name", equalTo("On the way"));

        shop.get("/api/v1/stages")
                .body(
                        "items.key",
                        equalTo(List.of("awareness", "consideration", "purchase", stage, "post-purchase", "loyalty")))
                .body("items.position", equalTo(List.of(1, 2, 3, 4, 5, 6)));
        shop.get("/api/v1/stages/" + stage).body("position", equalTo(4)).header("ETag", "\"1\"");
    }

    @Test
    void aChangeOfAStageNeedsTheNewestVersion() {
        Map<String, Object> wish = Map.of("name", "On the way");
        refused(shop.as().body(wish).put("/api/v1/stages/" + stage).then(), 428, "precondition-required");
        change("stages", stage, wish).statusCode(200);
        refused(
                shop.as()
                        .header("If-Match", "\"0\"")
                        .body(wish)
                        .put("/api/v1/stages/" + stage)
                        .then(),
                412,
                "precondition-failed");
        refused(shop.as().delete("/api/v1/stages/" + stage).then(), 428, "precondition-required");
        refused(
                shop.as()
                        .header("If-Match", "\"0\"")
                        .delete("/api/v1/stages/" + stage)
                        .then(),
                412,
                "precondition-failed");
    }

    @Test
    void aStageThatMakesNoSenseIsRefused() {
        refused(shop.post("/api/v1/stages", Map.of("key", stage, "name", "Again")), 409, "stage-exists");
        refused(shop.post("/api/v1/stages", Map.of("key", "Not A Key", "name", "x")), 400, "invalid-request")
                .body("errors.field", hasItem("key"));
        refused(shop.post("/api/v1/stages", Map.of("key", fresh("s"), "name", " ")), 400, "invalid-request");
        refused(
                shop.post("/api/v1/stages", Map.of("key", fresh("s"), "name", "x", "position", 0)),
                400,
                "invalid-request");
        refused(shop.get("/api/v1/stages/no-such"), 404, "not-found");
        refused(
                shop.as()
                        .header("If-Match", "\"0\"")
                        .body(Map.of("name", "x"))
                        .put("/api/v1/stages/no-such")
                        .then(),
                404,
                "not-found");
    }

    @Test
    void aStageWithTouchpointsIsNotRemoved() {
        touchpoint("order");
        refused(
                shop.as()
                        .header("If-Match", etag("stages", stage))
                        .delete("/api/v1/stages/" + stage)
                        .then(),
                409,
                "stage-in-use");
    }

    @Test
    void touchpointsStandInTheOrderInWhichTheyWereMadeUntilOneIsMoved() {
        String first = touchpoint("zebra");
        String second = touchpoint("mole");
        String third = touchpoint("ant");
        assertThat(inOrder()).containsExactly(first, second, third);

        change(
                        "touchpoints",
                        third,
                        Map.of("name", "Ant", "stage", stage, "channel", "door", "position", 1, "state", "ACTIVE"))
                .statusCode(200)
                .body("position", equalTo(1));
        assertThat(inOrder()).containsExactly(third, first, second);
        shop.get("/api/v1/touchpoints/" + second).body("position", equalTo(3));

        change("touchpoints", third, Map.of("name", "Ant", "stage", "loyalty", "channel", "door"))
                .statusCode(200);
        assertThat(inOrder()).containsExactly(first, second);
        shop.get("/api/v1/touchpoints/" + first).body("position", equalTo(1));
    }

    @Test
    void whoeverMadeRoomIsToldToo() {
        String first = touchpoint("zebra");
        String second = touchpoint("mole");

        change("touchpoints", second, Map.of("name", "Mole", "stage", stage, "channel", "door", "position", 1))
                .statusCode(200);

        awaitTold(first, "position", "2");
        awaitTold(second, "position", "1");
        awaitTold(second, "name", "Mole");
    }

    @Test
    void aRenamedOrMovedStageIsToldWithItsTouchpoints() {
        String touchpoint = touchpoint("order");
        awaitTold(touchpoint, "stageName", "Delivery");

        change("stages", stage, Map.of("name", "On the way")).statusCode(200);
        awaitTold(touchpoint, "stageName", "On the way");

        change("stages", stage, Map.of("name", "On the way", "position", 2)).statusCode(200);
        awaitTold(touchpoint, "stagePosition", "2");
    }

    @Test
    void twentyMoversAtOnceLeaveNoGapAndNoDouble() throws InterruptedException {
        List<String> all =
                IntStream.range(0, 5).mapToObj(i -> touchpoint("order" + i)).toList();
        Callable<Integer> move = () -> form(Map.of("step", "UP"))
                .post("/touchpoints/" + all.getLast() + "/move")
                .statusCode();
        Callable<Integer> other = () -> form(Map.of("step", "DOWN"))
                .post("/touchpoints/" + all.getFirst() + "/move")
                .statusCode();
        try (var people = Executors.newFixedThreadPool(8)) {
            for (var done : people.invokeAll(IntStream.range(0, 20)
                    .mapToObj(i -> i % 2 == 0 ? move : other)
                    .toList())) {
                assertThat(done).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(303);
            }
        }
        assertThat(inOrder()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(all.stream()
                        .map(key ->
                                shop.get("/api/v1/touchpoints/" + key).extract().<Integer>path("position")))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void theMoveButtonsOfThePageWorkWithoutAScriptAndKeepTheFocus() {
        String first = touchpoint("zebra");
        String second = touchpoint("mole");
        String page = page("/touchpoints");
        assertThat(row(page, first)).contains("value=\"DOWN\"").doesNotContain("value=\"UP\"");
        assertThat(row(page, second)).contains("value=\"UP\"").doesNotContain("value=\"DOWN\"");

        String shown = form(Map.of("step", "UP"))
                .post("/touchpoints/" + second + "/move")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");

        assertThat(inOrder()).containsExactly(second, first);
        String moved = page(shown.substring(shown.indexOf("/touchpoints")));
        assertThat(moved).contains("is number 1 of 2 in Delivery now.");
        assertThat(row(moved, second)).contains("value=\"DOWN\" autofocus");
        assertThat(moved.split("autofocus", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SIDEWAYS", "up"})
    void aStepThatIsNoneIsRefused(String step) {
        String touchpoint = touchpoint("order");
        form(Map.of("step", step))
                .post("/touchpoints/" + touchpoint + "/move")
                .then()
                .statusCode(400);
        form(Map.of("step", step))
                .post("/settings/stages/" + stage + "/move")
                .then()
                .statusCode(400);
        form(Map.of("step", "UP")).post("/touchpoints/no.such/move").then().statusCode(404);
    }

    @Test
    void aTouchpointIsChangedRetiredAndTakenBackOnItsPage() {
        String touchpoint = touchpoint("order");
        String page = page("/touchpoints/" + touchpoint);
        assertThat(page)
                .contains("href=\"/touchpoint/" + touchpoint + "\"")
                .contains("href=\"/decisions?touchpoint=" + touchpoint + "\"")
                .contains("href=\"/rules?touchpoint=" + touchpoint + "\"")
                .contains("href=\"/links?touchpoint=" + touchpoint + "\"");

        Map<String, Object> typed =
                Map.of("version", "0", "name", "Parcel <delivered>", "stage", stage, "channel", "door");
        form(typed).post("/touchpoints/" + touchpoint).then().statusCode(303);
        assertThat(page("/touchpoints/" + touchpoint)).contains("<h1>Parcel &lt;delivered&gt;</h1>");

        String refused = form(typed)
                .post("/touchpoints/" + touchpoint)
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertThat(refused)
                .contains("Somebody else changed this after you opened the page")
                .contains("name=\"version\" value=\"1\"");
        Map<String, Object> wrong = new HashMap<>(typed);
        wrong.put("channel", "Not A Key");
        form(wrong)
                .post("/touchpoints/" + touchpoint)
                .then()
                .statusCode(422)
                .body(containsString("value=\"Not A Key\""));

        form(Map.of()).post("/touchpoints/" + touchpoint + "/retirement").then().statusCode(303);
        shop.get("/api/v1/touchpoints/" + touchpoint).body("state", equalTo("RETIRED"));
        awaitTold(touchpoint, "state", "RETIRED");
        assertThat(page("/touchpoints/" + touchpoint)).contains("Nobody is asked here any more");
        form(Map.of()).post("/touchpoints/" + touchpoint + "/return").then().statusCode(303);
        shop.get("/api/v1/touchpoints/" + touchpoint).body("state", equalTo("ACTIVE"));
    }

    @Test
    void eventsAtARetiredTouchpointAreKeptAndNobodyIsAsked() {
        String touchpoint = touchpoint("order");
        String survey = shop.publishedSurvey("NPS");
        shop.rule(touchpoint, survey);
        shop.rule(touchpoint, survey, Map.of("priority", 5));
        form(Map.of()).post("/touchpoints/" + touchpoint + "/retirement").then().statusCode(303);

        String person = fresh("r");
        shop.happens(event(touchpoint, person))
                .statusCode(202)
                .body("decisions.outcome", everyItem(equalTo("NOT_INVITED")))
                .body("decisions.reason", equalTo(List.of("TOUCHPOINT_RETIRED", "TOUCHPOINT_RETIRED")));
        assertThat(page("/decisions?respondent=" + person)).contains("Touchpoint retired");

        form(Map.of()).post("/touchpoints/" + touchpoint + "/return").then().statusCode(303);
        shop.happens(event(touchpoint, fresh("r"))).body("decisions.outcome", hasItem("INVITED"));
    }

    @Test
    void whatIsDueAfterItsTouchpointWasRetiredIsNotSent() {
        String touchpoint = touchpoint("order");
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("delay", "PT1H"));
        String ref = fresh("r");
        String invitation =
                shop.happens(event(touchpoint, ref)).statusCode(202).extract().path("decisions[0].invitation.id");
        form(Map.of()).post("/touchpoints/" + touchpoint + "/retirement").then().statusCode(303);
        time.passes(Duration.ofHours(1), ref);

        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + invitation)
                .body("state", equalTo("CANCELLED"))
                .body("reason", equalTo("TOUCHPOINT_RETIRED")));
    }

    @Test
    void theRulesOfOneTouchpointAreShownAlone() {
        String here = touchpoint("order");
        String elsewhere = touchpoint("return");
        String survey = shop.publishedSurvey("NPS");
        shop.rule(here, survey);
        shop.rule(elsewhere, survey);

        assertThat(page("/rules?touchpoint=" + here))
                .contains("<span class=\"key\">" + here)
                .doesNotContain("<span class=\"key\">" + elsewhere);
    }

    @Test
    void stagesAreWorkedOnInTheSettings() {
        assertThat(page("/settings/stages")).contains("Delivery", stage, "Remove the stage");
        form(Map.of("step", "UP"))
                .post("/settings/stages/" + stage + "/move")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/settings/stages?moved=" + stage + "&step=UP"));
        assertThat(page("/settings/stages?moved=" + stage + "&step=UP")).contains("Delivery is stage 5 of 6 now.");

        form(Map.of("version", version("stages", stage), "name", "On <the> way"))
                .post("/settings/stages/" + stage)
                .then()
                .statusCode(303);
        assertThat(page("/settings/stages")).contains("On &lt;the&gt; way");
        form(Map.of("version", "0", "name", "Too late"))
                .post("/settings/stages/" + stage)
                .then()
                .statusCode(422)
                .body(containsString("Somebody else changed this"));
        form(Map.of("name", "Two", "key", stage))
                .post("/settings/stages")
                .then()
                .statusCode(422);

        String second = fresh("stage");
        form(Map.of("name", "Two", "key", second))
                .post("/settings/stages")
                .then()
                .statusCode(303);
        touchpoint("order");
        form(Map.of("version", version("stages", stage)))
                .post("/settings/stages/" + stage + "/removal")
                .then()
                .statusCode(422)
                .body(containsString("Touchpoints stand under the stage"));
        form(Map.of("version", version("stages", second)))
                .post("/settings/stages/" + second + "/removal")
                .then()
                .statusCode(303);
    }

    @Test
    void whoMayOnlyReadMovesNothing() {
        String touchpoint = touchpoint("order");
        String reader = TestKeys.withScopes("config:read");
        for (String path : List.of("/touchpoints", "/touchpoints/" + touchpoint, "/settings/stages")) {
            given().auth()
                    .oauth2(reader)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("method=\"post\" action=\"" + path)));
        }
        for (String path : List.of(
                "/touchpoints/" + touchpoint,
                "/touchpoints/" + touchpoint + "/move",
                "/touchpoints/" + touchpoint + "/retirement",
                "/settings/stages",
                "/settings/stages/" + stage + "/move",
                "/settings/stages/" + stage + "/removal")) {
            given().auth()
                    .oauth2(reader)
                    .formParam("step", "UP")
                    .post(path)
                    .then()
                    .statusCode(403);
        }
    }

    private String touchpoint(String prefix) {
        String key = fresh(prefix);
        shop.post("/api/v1/touchpoints", Map.of("key", key, "name", prefix, "stage", stage, "channel", "door"))
                .statusCode(201);
        made.add(key);
        return key;
    }

    /** The touchpoints of the stage as the page shows them. */
    private List<String> inOrder() {
        String page = page("/touchpoints");
        return made.stream()
                .filter(key -> stage.equals(
                        shop.get("/api/v1/touchpoints/" + key).extract().path("stage")))
                .sorted(Comparator.comparing(key -> page.indexOf("id=\"" + key + "\"")))
                .toList();
    }

    private ValidatableResponse change(String kind, String key, Map<String, Object> wish) {
        return shop.as()
                .header("If-Match", etag(kind, key))
                .body(wish)
                .put("/api/v1/" + kind + "/" + key)
                .then();
    }

    private String etag(String kind, String key) {
        return shop.get("/api/v1/" + kind + "/" + key).statusCode(200).extract().header("ETag");
    }

    private String version(String kind, String key) {
        return etag(kind, key).replace("\"", "");
    }

    private String page(String path) {
        return given().auth()
                .oauth2(TestKeys.allScopes())
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
    }

    private static String row(String page, String key) {
        int from = page.indexOf("id=\"" + key + "\"");
        return page.substring(from, page.indexOf("</tr>", from));
    }

    private RequestSpecification form(Map<String, ?> fields) {
        return given().redirects()
                .follow(false)
                .auth()
                .oauth2(TestKeys.allScopes())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields);
    }

    private static ValidatableResponse refused(ValidatableResponse response, int status, String problem) {
        return response.statusCode(status).body("type", equalTo("/problems/" + problem));
    }

    /** What was told of a touchpoint last, valid by the contract. */
    private static void awaitTold(String touchpoint, String property, String value) {
        await("news of " + touchpoint).untilAsserted(() -> {
            List<String> told = Topics.published("touchpoints").stream()
                    .filter(message -> touchpoint.equals(message.key()))
                    .map(message -> new String(message.value(), StandardCharsets.UTF_8))
                    .toList();
            assertThat(told).isNotEmpty();
            Contracts.assertValid("touchpoint.saved", told.getLast());
            assertThat(read(told.getLast()).path(property).asText()).isEqualTo(value);
        });
    }

    private static JsonNode read(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }
}
