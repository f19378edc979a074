package io.aftertouch.survey.brand;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** The one brand of the installation, by API and on its page; each test gives it back as it was. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class BrandTest {

    private static final String BRAND = "/api/v1/brand";

    private final Installation shop = new Installation();
    private final String key = TestKeys.allScopes();

    @AfterEach
    void asItWas() {
        shop.as().header("If-Match", tag()).delete(BRAND + "/logo").then().statusCode(200);
        change(new HashMap<>()).statusCode(200);
    }

    @Test
    void nameColourAndLogoAreChangedAndShown() {
        change(Map.of("name", "Nordlys A/S", "accent", "#FF6600"))
                .statusCode(200)
                .body("name", equalTo("Nordlys A/S"))
                .body("accent.chosen", equalTo("#ff6600"))
                .body("accent.light.colour", equalTo("#ba4a00"))
                .body("accent.light.contrast", equalTo(4.5f))
                .body("accent.dark.colour", equalTo("#ff6600"));

        logo(tag(), "image/png", Pictures.logo("png", 960, 200))
                .statusCode(200)
                .body("logo.mediaType", equalTo("image/png"))
                .body("logo.width", equalTo(192))
                .body("logo.height", equalTo(40));

        byte[] picture = shop.as()
                .get(BRAND + "/logo")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();
        assertThat(picture.length).isLessThanOrEqualTo(LogoDrawing.LARGEST_PICTURE);
        assertThat(page()).contains("Nordlys A/S", "#ff6600 darkened", "data:image/png;base64,");
    }

    @Test
    void aPublishedSurveyCarriesTheBrandAndKeepsIt() {
        change(Map.of("name", "Nordlys A/S", "accent", "#1c3f6e")).statusCode(200);
        logo(tag(), "image/jpeg", Pictures.logo("jpeg", 400, 400)).statusCode(200);

        String survey = shop.publishedSurvey("NPS");

        String version = "/api/v1/surveys/" + survey + "/versions/1";
        shop.get(version)
                .body("brandName", equalTo("Nordlys A/S"))
                .body("brand.name", equalTo("Nordlys A/S"))
                .body("brand.logo.width", equalTo(40))
                .body("brand.accent.light.colour", equalTo("#1c3f6e"));
        change(Map.of("name", "Sydlys", "accent", "#1c3f6e")).statusCode(200);
        shop.get(version).body("brandName", equalTo("Nordlys A/S"));
        shop.get("/api/v1/surveys/" + survey + "/versions/comparison")
                .body("startsNewSeries", equalTo(false))
                .body("differences.find { it.part == 'brand.name' }.to", equalTo("Sydlys"));
        shop.post("/api/v1/surveys/" + survey + "/publication", Map.of())
                .statusCode(201)
                .body("version", equalTo(2))
                .body("brand.name", equalTo("Sydlys"));
    }

    @Test
    void theEventThatTellsABrandIsAsItsSchemaSays() {
        change(Map.of("name", "Nordlys A/S", "accent", "#ffdd00")).statusCode(200);
        logo(tag(), "image/png", Pictures.logo("png", 960, 200)).statusCode(200);

        String survey = shop.publishedSurvey("CSAT");

        String told = await().until(
                        () -> Topics.published("surveys").stream()
                                .filter(message -> (survey + "/1").equals(message.key()))
                                .map(message -> new String(message.value(), StandardCharsets.UTF_8))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        Contracts.assertValid("survey.published", told);
        assertThat(told).contains("\"chosen\":\"#ffdd00\"", "\"mediaType\":\"image/png\"", "\"editWindow\":\"PT24H\"");
    }

    @Test
    void aPictureThatCannotBeTheLogoIsRefusedWithItsReason() {
        refused("image/png", "<svg/>".getBytes(), "is neither a PNG nor a JPEG");
        refused("image/jpeg", Pictures.logo("gif", 10, 10), "is neither a PNG nor a JPEG");
        refused("image/png", Pictures.claiming(Pictures.logo("png", 100, 20), 60_000, 60_000), "60000 by 60000 pixels");
        refused("image/png", Pictures.noise(BufferedImage.TYPE_INT_ARGB, 400, 200), "too many details");
        refused("image/png", new byte[LogoDrawing.LARGEST_FILE + 1], "is larger than 1 MB");
        refused("image/png", new byte[0], "is empty");
        logo(tag(), "image/png", new byte[3 * 1024 * 1024])
                .statusCode(413)
                .body("type", equalTo("/problems/content-too-large"));
        logo(tag(), "image/svg+xml", "<svg/>".getBytes())
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"));
        shop.get(BRAND).body("logo", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"blue", "#12345", "1c3f6e", "#1c3f6e;}</style>", "#gggggg"})
    void aColourIsAColour(String accent) {
        change(Map.of("accent", accent)).statusCode(400).body("errors.field", hasItem("accent"));
    }

    @Test
    void nobodyOverwritesAChangeTheyHaveNotSeen() {
        String before = tag();
        change(Map.of("name", "First")).statusCode(200);

        shop.as()
                .header("If-Match", before)
                .body(Map.of("name", "Second"))
                .put(BRAND)
                .then()
                .statusCode(412);
        logo(before, "image/png", Pictures.logo("png", 10, 10)).statusCode(412);
        shop.as().header("If-Match", before).delete(BRAND + "/logo").then().statusCode(412);
        shop.as().body(Map.of("name", "Second")).put(BRAND).then().statusCode(428);

        String page = multipart(before.replace("\"", ""), "Second", "", null)
                .statusCode(422)
                .extract()
                .asString();
        assertThat(page).contains("Not saved.", "value=\"Second\"");
        shop.get(BRAND).body("name", equalTo("First"));
    }

    @Test
    void thePageTakesAllAtOnceAndRemovesTheLogo() {
        multipart(version(), "Nordlys A/S", "#1c3f6e", Pictures.logo("png", 960, 200))
                .statusCode(303);
        shop.get(BRAND).body("name", equalTo("Nordlys A/S")).body("logo.width", equalTo(192));

        multipart(version(), "Nordlys", "", null).statusCode(303);
        shop.get(BRAND).body("accent", nullValue()).body("logo.width", equalTo(192));

        given().redirects()
                .follow(false)
                .header("Authorization", "Bearer " + key)
                .contentType("application/x-www-form-urlencoded")
                .formParam("version", version())
                .post("/settings/brand/logo/removal")
                .then()
                .statusCode(303);
        shop.get(BRAND).body("logo", nullValue());
        shop.as().get(BRAND + "/logo").then().statusCode(404);
    }

    @Test
    void thePageSaysWhatIsWrongAndKeepsWhatWasTyped() {
        assertThat(multipart(version(), "\"><script>", "green", null)
                        .statusCode(422)
                        .extract()
                        .asString())
                .contains("Not saved.", "Accent colour must be a colour such as #1c3f6e", "value=\"green\"")
                .doesNotContain("<script>\"");
        assertThat(multipart(version(), "Nordlys", "", "not a picture".getBytes())
                        .statusCode(422)
                        .extract()
                        .asString())
                .contains("The file is neither a PNG nor a JPEG", "value=\"Nordlys\"");
    }

    @Test
    void whoMayOnlyReadChangesNothing() {
        String reader = TestKeys.withScopes("config:read");
        assertThat(given().header("Authorization", "Bearer " + reader)
                        .get("/settings/brand")
                        .asString())
                .contains("As customers see it")
                .doesNotContain("Save the brand");
        Installation.as(reader).body(Map.of()).put(BRAND).then().statusCode(403);
        Installation.as(reader).delete(BRAND + "/logo").then().statusCode(403);
        given().header("Authorization", "Bearer " + reader)
                .multiPart("name", "x")
                .post("/settings/brand")
                .then()
                .statusCode(403);
        given().get(BRAND).then().statusCode(401);
    }

    private void refused(String type, byte[] file, String why) {
        logo(tag(), type, file)
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-logo"))
                .body("detail", containsString(why));
    }

    private ValidatableResponse change(Map<String, Object> wish) {
        return shop.as().header("If-Match", tag()).body(wish).put(BRAND).then();
    }

    private ValidatableResponse logo(String ifMatch, String type, byte[] file) {
        return given().header("Authorization", "Bearer " + key)
                .header("If-Match", ifMatch)
                .contentType(type)
                .body(file)
                .put(BRAND + "/logo")
                .then();
    }

    private ValidatableResponse multipart(String version, String name, String accent, byte[] logo) {
        var form = given().redirects()
                .follow(false)
                .header("Authorization", "Bearer " + key)
                .multiPart("version", version)
                .multiPart("name", name)
                .multiPart("accent", accent);
        if (logo != null) {
            form.multiPart("logo", "logo.png", logo, "image/png");
        }
        return form.post("/settings/brand").then();
    }

    private String tag() {
        return shop.get(BRAND).extract().header("ETag");
    }

    private String version() {
        return shop.get(BRAND).extract().path("version").toString();
    }

    private String page() {
        return given().header("Authorization", "Bearer " + key)
                .get("/settings/brand")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
