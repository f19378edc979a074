package io.aftertouch.survey.publiclink;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

/** Public links by API and on pages, and their codes on paper. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class PublicLinkTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation shop = new Installation();
    private String touchpoint;
    private String survey;

    @BeforeEach
    void somethingCanBeAsked() {
        touchpoint = shop.touchpoint();
        survey = shop.publishedSurvey("NPS");
    }

    @Test
    void aLinkIsMadeAndSaysWhereItLeads() {
        String code = made(Map.of("segments", Map.of("store", "aarhus"), "name", "Aarhus, at the till"))
                .header("ETag", "\"0\"")
                .body("url", matchesPattern("http://localhost:8080/p/[2-9bcdfghjkmnpqrstvwxyz]{8}"))
                .body("state", equalTo("OPEN"))
                .body("segments", equalTo(Map.of("store", "aarhus")))
                .extract()
                .path("code");

        shop.get("/api/v1/public-links/" + code)
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("name", equalTo("Aarhus, at the till"))
                .body("survey", equalTo(survey))
                .body("touchpoint", equalTo(touchpoint))
                .body("activeUntil", equalTo(null));
        assertThat(told(code).path("open").asBoolean()).isTrue();
        assertThat(told(code).path("segments").path("store").asText()).isEqualTo("aarhus");
    }

    @Test
    void aRequestThatIsSentAgainMakesOneLink() {
        String key = UUID.randomUUID().toString();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            codes.add(shop.as()
                    .header("Idempotency-Key", key)
                    .body(Map.of("survey", survey, "touchpoint", touchpoint))
                    .post("/api/v1/public-links")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("code"));
        }
        assertThat(codes.get(0)).isEqualTo(codes.get(1));
    }

    @Test
    void aLinkIsChangedClosedAndOpenedAgain() {
        String code = made(Map.of()).extract().path("code");
        String other = shop.publishedSurvey("CSAT");

        change(code, Map.of("survey", other, "segments", Map.of("store", "odense"), "state", "CLOSED"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("state", equalTo("CLOSED"))
                .body("survey", equalTo(other));
        awaitTold(code, "open", "false");
        refused(
                shop.as()
                        .header("If-Match", "\"0\"")
                        .body(Map.of("survey", other))
                        .put("/api/v1/public-links/" + code)
                        .then(),
                412,
                "precondition-failed");
        refused(
                shop.as()
                        .body(Map.of("survey", other))
                        .put("/api/v1/public-links/" + code)
                        .then(),
                428,
                "precondition-required");

        change(code, Map.of("survey", other)).statusCode(200).body("state", equalTo("CLOSED"));
        change(code, Map.of("survey", other, "state", "OPEN")).statusCode(200).body("segments", equalTo(Map.of()));
        awaitTold(code, "open", "true");
        awaitTold(code, "survey", other);
    }

    @Test
    void aLinkClosesAndOpensWithItsTouchpoint() {
        String code = made(Map.of()).extract().path("code");
        turnTouchpoint("RETIRED");
        awaitTold(code, "open", "false");
        assertThat(page("/links/" + code)).contains("Touchpoint retired");
        shop.get("/api/v1/public-links/" + code).body("state", equalTo("OPEN"));

        turnTouchpoint("ACTIVE");
        awaitTold(code, "open", "true");
    }

    @Test
    void aLinkClosesAndOpensWithItsSurvey() {
        String code = made(Map.of()).extract().path("code");
        shop.post("/api/v1/surveys/" + survey + "/retirement", Map.of()).statusCode(200);
        awaitTold(code, "open", "false");

        shop.post("/api/v1/surveys/" + survey + "/publication", Map.of()).statusCode(200);
        awaitTold(code, "open", "true");
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        String draft = fresh("survey");
        shop.post("/api/v1/surveys", Map.of("key", draft, "metric", "NPS", "subject", "Nordlys"))
                .statusCode(201);
        refused(create(Map.of("survey", draft)), 422, "survey-not-asked").body("errors.field", hasItem("survey"));
        refused(create(Map.of("survey", "no-such")), 422, "unknown-survey");
        refused(create(Map.of("touchpoint", "no.such")), 422, "unknown-touchpoint");
        refused(
                create(Map.of("activeUntil", Instant.now().minusSeconds(60).toString())),
                422,
                "active-until-in-the-past");
        refused(create(Map.of("segments", Map.of("not a name", "x"))), 400, "invalid-request");
        refused(create(Map.of("segments", Map.of("store", "x".repeat(65)))), 400, "invalid-request");
        refused(create(Map.of("name", " ")), 400, "invalid-request");
        refused(create(Map.of("colour", "red")), 400, "invalid-request");
        refused(shop.post("/api/v1/public-links", Map.of()), 400, "invalid-request");
        refused(shop.get("/api/v1/public-links/nosuchcd"), 404, "not-found");
        refused(shop.get("/api/v1/public-links/nosuchcd/qr.svg"), 404, "not-found");
    }

    @Test
    void anEndThatHasPassedIsKeptWhenSomethingElseIsChanged() {
        Instant soon = Instant.now().plusSeconds(1);
        String code = made(Map.of("activeUntil", soon.toString())).extract().path("code");
        await().until(() -> Instant.now().isAfter(soon.plusMillis(50)));
        String end = shop.get("/api/v1/public-links/" + code).extract().path("activeUntil");

        change(code, Map.of("survey", survey, "name", "Over", "activeUntil", end))
                .statusCode(200);
        refused(
                change(
                        code,
                        Map.of(
                                "survey",
                                survey,
                                "activeUntil",
                                soon.minusSeconds(60).toString())),
                422,
                "active-until-in-the-past");
        assertThat(page("/links/" + code)).contains("Its time is over");
    }

    @Test
    void theListComesInPagesNewestFirst() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            codes.addFirst(made(Map.of()).extract().path("code"));
        }
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = shop.get("/api/v1/public-links?limit=2&touchpoint=" + touchpoint + cursor)
                    .statusCode(200)
                    .extract();
            seen.addAll(page.path("items.code"));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        } while (cursor != null);
        assertThat(seen).isEqualTo(codes);
        for (String query : List.of("limit=0", "limit=201", "limit=x", "cursor=forged", "cursor=AAAA")) {
            shop.get("/api/v1/public-links?" + query).statusCode(400).contentType("application/problem+json");
        }
        given().auth()
                .oauth2(TestKeys.allScopes())
                .get("/links?cursor=forged")
                .then()
                .statusCode(400);
    }

    @Test
    void theQrCodeLeadsToTheLinkAsPngAndAsSvg() throws IOException {
        ValidatableResponse link = made(Map.of());
        String code = link.extract().path("code");
        String url = link.extract().path("url");

        byte[] png = as("config:read")
                .get("/api/v1/public-links/" + code + "/qr.png?size=300")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        var picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(picture.getWidth()).isEqualTo(300);
        assertThat(Pictures.decoded(picture)).isEqualTo(url);

        String svg = as("config:read")
                .get("/api/v1/public-links/" + code + "/qr.svg")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .extract()
                .asString();
        assertThat(Pictures.decoded(Pictures.rasterised(svg))).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "127", "2049", "-1", "1e9", "big"})
    void aSizeThatIsNoneIsRefused(String size) {
        String code = made(Map.of()).extract().path("code");
        for (String kind : List.of("svg", "png")) {
            shop.get("/api/v1/public-links/" + code + "/qr." + kind + "?size=" + size)
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void whoMayNotMakesChangesAndSeesNothing() {
        String code = made(Map.of()).extract().path("code");
        as("config:read").body("{}").post("/api/v1/public-links").then().statusCode(403);
        as("config:read").body("{}").put("/api/v1/public-links/" + code).then().statusCode(403);
        as("events:write").get("/api/v1/public-links/" + code).then().statusCode(403);
        as("events:write")
                .get("/api/v1/public-links/" + code + "/qr.png")
                .then()
                .statusCode(403);
        for (String path : List.of("/links", "/links/" + code, "/links/" + code + "/print")) {
            given().redirects().follow(false).get(path).then().statusCode(302);
            as("events:write").get(path).then().statusCode(403);
        }
        for (String path : List.of("/links", "/links/" + code)) {
            as("config:read")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("method=\"post\" action=\"/links")));
        }
        for (String path : List.of("/links", "/links/" + code, "/links/" + code + "/closing")) {
            as("config:read")
                    .contentType("application/x-www-form-urlencoded")
                    .post(path)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void aLinkIsMadeChangedClosedAndOpenedOnItsPages() {
        String location = form(Map.of(
                        "survey",
                        survey,
                        "touchpoint",
                        touchpoint,
                        "name",
                        "At the <till>",
                        "segments",
                        "store:aarhus, floor: 2 ",
                        "activeUntil",
                        "2099-12-31"))
                .post("/links")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String code = location.substring(location.lastIndexOf('/') + 1);
        shop.get("/api/v1/public-links/" + code)
                .body("segments", equalTo(Map.of("store", "aarhus", "floor", "2")))
                .body("activeUntil", equalTo("2099-12-31T23:00:00Z"));
        String page = page("/links/" + code);
        assertThat(page)
                .contains("At the &lt;till&gt;", "value=\"floor:2, store:aarhus\"", "value=\"2099-12-31\"")
                .contains("/links/" + code + "/print", "qr.svg?size=1024", "qr.png?size=1024", "<svg xmlns=")
                .contains("localhost:8080/p/" + LinkCodes.grouped(code));
        assertThat(page("/links?touchpoint=" + touchpoint)).contains("At the &lt;till&gt;", "/p/" + code);

        form(Map.of("version", "0", "survey", survey, "name", "Door", "segments", "", "activeUntil", ""))
                .post("/links/" + code)
                .then()
                .statusCode(303);
        shop.get("/api/v1/public-links/" + code)
                .body("name", equalTo("Door"))
                .body("segments", equalTo(Map.of()))
                .body("activeUntil", equalTo(null));
        form(Map.of("version", "0", "survey", survey, "name", "Late"))
                .post("/links/" + code)
                .then()
                .statusCode(422)
                .body(containsString("Somebody else changed this"))
                .body(containsString("value=\"Late\""));

        form(Map.of()).post("/links/" + code + "/closing").then().statusCode(303);
        assertThat(page("/links/" + code)).contains("Open the link", "it cannot be used any more");
        form(Map.of()).post("/links/" + code + "/opening").then().statusCode(303);
        shop.get("/api/v1/public-links/" + code).body("state", equalTo("OPEN"));
    }

    @Test
    void whatCannotBeReadOnAPageComesBackWithNothingLost() {
        Map<String, Object> typed = new HashMap<>(
                Map.of("survey", survey, "touchpoint", touchpoint, "name", "Till", "segments", "nonsense"));
        form(typed)
                .post("/links")
                .then()
                .statusCode(422)
                .body(containsString("must be written as name:value"))
                .body(containsString("value=\"nonsense\""));
        typed.put("segments", "");
        typed.put("activeUntil", "tomorrow");
        form(typed).post("/links").then().statusCode(422).body(containsString("must be a day such as 2026-12-31"));
        typed.put("activeUntil", "2001-01-01");
        form(typed).post("/links").then().statusCode(422).body(containsString("must lie in the future"));
        form(Map.of()).post("/links").then().statusCode(422);
        form(Map.of()).post("/links/nosuchcd").then().statusCode(404);
        form(Map.of()).post("/links/nosuchcd/closing").then().statusCode(404);
    }

    @Test
    void withoutAnyLinkThePageSaysWhatToDo() {
        assertThat(page("/links?touchpoint=" + touchpoint)).contains("No link is counted at this touchpoint");
    }

    @ParameterizedTest
    @CsvSource({
        "en,a4,A4,Or open this address",
        "da,a6,A6,Eller åbn denne adresse",
        "sv,receipt,80mm 150mm,Eller öppna den här adressen",
        "nb,a4,A4,Eller åpne denne adressen",
        "de,nonsense,A6,Oder öffnen Sie diese Adresse"
    })
    void aPosterHasTheQuestionTheCodeAndTheAddress(String language, String format, String paper, String words) {
        String code = made(Map.of()).extract().path("code");
        var response = as("config:read")
                .get("/links/" + code + "/print?lang=" + language + "&format=" + format)
                .then()
                .statusCode(200)
                .contentType("text/html");
        String page = response.extract().asString();

        assertThat(page)
                .contains("lang=\"" + language + "\"", "@page{size:" + paper, words, "Nordlys")
                .contains("http://localhost:8080/p/" + LinkCodes.grouped(code))
                .doesNotContain("<script", "<img", " style=");
        var svg = Pattern.compile("<svg.*</svg>", Pattern.DOTALL).matcher(page);
        assertThat(svg.find()).isTrue();
        assertThat(Pictures.decoded(Pictures.rasterised(svg.group()))).isEqualTo("http://localhost:8080/p/" + code);
        response.header("Content-Security-Policy", not(containsString("unsafe")));
    }

    @Test
    void aPosterOfASurveyThatAsksNobodyIsNotPrinted() {
        String code = made(Map.of()).extract().path("code");
        shop.post("/api/v1/surveys/" + survey + "/retirement", Map.of()).statusCode(200);
        as("config:read").get("/links/" + code + "/print").then().statusCode(422);
        assertThat(page("/links/" + code)).contains("Survey retired").doesNotContain("/print\"");
    }

    @Test
    void theExampleIsAsItsSchemaSays() {
        Contracts.assertValid("public-link.saved", Contracts.example("public-link.saved"));
    }

    private ValidatableResponse create(Map<String, Object> different) {
        Map<String, Object> link = new HashMap<>(Map.of("survey", survey, "touchpoint", touchpoint));
        link.putAll(different);
        return shop.post("/api/v1/public-links", link);
    }

    private ValidatableResponse made(Map<String, Object> different) {
        ValidatableResponse response = create(different).statusCode(201);
        return response.header("Location", endsWith(response.extract().path("code")));
    }

    private ValidatableResponse change(String code, Map<String, Object> wish) {
        return shop.as()
                .header(
                        "If-Match",
                        shop.get("/api/v1/public-links/" + code).extract().header("ETag"))
                .body(wish)
                .put("/api/v1/public-links/" + code)
                .then();
    }

    private void turnTouchpoint(String state) {
        String path = "/api/v1/touchpoints/" + touchpoint;
        shop.as()
                .header("If-Match", shop.get(path).extract().header("ETag"))
                .body(Map.of("name", "Store", "stage", "purchase", "channel", "store", "state", state))
                .put(path)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification as(String scope) {
        return Installation.as(TestKeys.withScopes(scope));
    }

    private static String page(String path) {
        return given().auth()
                .oauth2(TestKeys.allScopes())
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
    }

    private static RequestSpecification form(Map<String, ?> fields) {
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

    /** What was told of a link last, valid by the contract. */
    private static JsonNode told(String code) {
        return await("news of " + code)
                .until(
                        () -> Topics.published("public-links").stream()
                                .filter(message -> code.equals(message.key()))
                                .map(message -> new String(message.value(), StandardCharsets.UTF_8))
                                .peek(json -> Contracts.assertValid("public-link.saved", json))
                                .reduce((earlier, later) -> later)
                                .map(PublicLinkTest::read)
                                .orElse(null),
                        found -> found != null);
    }

    private static void awaitTold(String code, String property, String value) {
        await("news of " + code)
                .untilAsserted(
                        () -> assertThat(told(code).path(property).asText()).isEqualTo(value));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
