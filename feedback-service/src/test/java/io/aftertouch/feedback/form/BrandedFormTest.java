package io.aftertouch.feedback.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.platform.page.ContentSecurityPolicy;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** The form in the company's name, logo and colour, as customers see it and as editors see it before. */
@QuarkusTest
@RealInfrastructureTest
class BrandedFormTest {

    private static final int HEAVIEST = 14 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final Map<String, Object> ORANGE = Map.of(
            "chosen", "#ff6600",
            "light", Map.of("colour", "#ba4a00", "on", "#ffffff"),
            "dark", Map.of("colour", "#ff6600", "on", "#0f141a"));

    @Test
    void nameLogoAndColourAreOnTheForm() {
        Link link = Company.invite(branded(logo(64), ORANGE));

        Response page = given().get(link.path());

        assertThat(page.asString())
                .contains("<img src=\"data:image/png;base64,", "alt=\"Nordlys &amp; Søn\" width=\"192\" height=\"40\">")
                .contains(":root{--brand:#ba4a00;--on:#ffffff}")
                .contains("@media (prefers-color-scheme:dark){:root{--brand:#ff6600;--on:#0f141a}}")
                .contains("– Nordlys &amp; Søn</title>");
        assertThat(page.header("Content-Security-Policy"))
                .contains("style-src " + ContentSecurityPolicy.inline(css(page)) + ";", "img-src data:")
                .doesNotContain("img-src 'self'", "unsafe");
    }

    @Test
    void whatCustomersSeeAfterwardsIsInTheSameColours() {
        Link link = Company.invite(branded(logo(64), ORANGE));
        String thanks = Person.whoRead(link.path())
                .formParam("score", 9)
                .post(link.path())
                .header("Location");

        for (String path : List.of(thanks, link.path() + "/privacy")) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .body(containsString("data:image/png"))
                    .body(containsString("#ba4a00"));
        }
    }

    @Test
    void withoutLogoAndColourItIsTheNameInTheColoursOfTheHouse() {
        Link link = Company.invite(branded(null, null));

        Response page = given().get(link.path());

        assertThat(page.asString()).contains("<bdi>Nordlys &amp; Søn</bdi>").doesNotContain("<img");
        assertThat(page.header("Content-Security-Policy"))
                .contains("img-src data:")
                .doesNotContain("http");
    }

    @Test
    void theHeaviestLogoLeavesTheFormLight() throws IOException {
        String survey = Company.uniqueKey("survey");
        Company.publish(
                survey, 1, "CES", Company.Wordings.CES_2_SCALE, Company.Wordings.CES, brand(logo(7 * 1024), ORANGE));
        Link link = Company.invite(survey);

        for (String language : List.of("en", "da", "sv", "nb", "de")) {
            assertThat(gzipped(given().get(link.path() + "?lang=" + language).asString()))
                    .isLessThan(HEAVIEST);
        }
    }

    @Test
    void theExampleOfSurveyServiceIsUnderstood() {
        String key = Company.uniqueKey("survey");
        Company.tell(
                "surveys",
                key + "/1",
                "survey.published",
                Contracts.example("survey.published").replace("support-nps", key));

        Link link = Company.invite(key);

        await().untilAsserted(() -> given().get(link.path()).then().statusCode(200));
        given().get(link.path())
                .then()
                .body(containsString("data:image/png;base64,iVBOR"))
                .body(containsString("#ba4a00"));
    }

    @Test
    void aBrandThatIsNoneIsParkedAndNoFormIsMadeOfIt() {
        String key = Company.uniqueKey("survey");
        Map<String, Object> poison = Company.values(
                "chosen", "#000000",
                "light", Map.of("colour", "red}</style><script>", "on", "#ffffff"),
                "dark", Map.of("colour", "#ffffff", "on", "#000000"));
        Company.tell("surveys", key + "/1", "survey.published", published(key, brand(null, poison)));
        Link link = Company.invite(key);
        Company.publish(key, 2, "NPS", Company.Wordings.NPS_SCALE, Company.Wordings.NPS);

        given().get(link.path()).then().statusCode(503);
    }

    @ParameterizedTest
    @CsvSource({
        "en,How likely is it,Your order",
        "da,Hvor sandsynligt er det,Din ordre",
        "sv,Hur troligt är det,Din beställning",
        "nb,Hvor sannsynlig er det,Bestillingen din",
        "de,Wie wahrscheinlich ist es,Ihre Bestellung"
    })
    void editorsSeeTheFormBeforeItIsPublished(String language, String question, String occasion) {
        Response page = preview(definition(brand(logo(64), ORANGE)), language, null);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("<html lang=\"" + language + "\">", question, "data:image/png;base64,", "#ba4a00")
                .containsIgnoringCase(occasion);
        assertThat(page.header("Content-Security-Policy"))
                .contains("frame-ancestors 'self'", "form-action 'none'", "img-src data:")
                .doesNotContain("frame-ancestors 'none'");
    }

    @Test
    void nothingOnAPreviewLeadsAnywhere() {
        String page = preview(definition(brand(null, null)), "en", null).asString();

        assertThat(page)
                .contains("<button class=\"send\" id=\"send\" type=\"button\">")
                .doesNotContain("href=", "action=", "method=");
        assertThat(preview(definition(brand(null, null)), "en", "negative").asString())
                .contains("You may contact me")
                .doesNotContain("href=", "action=", "method=");
    }

    @ParameterizedTest
    @CsvSource({
        "negative,We are sorry that this went wrong,<b>0</b> out of 10",
        "neutral,Thank you for your answer,<b>7</b> out of 10",
        "positive,We are glad that it went well,<b>9</b> out of 10"
    })
    void editorsSeeTheThanksOfEachBand(String band, String thanks, String score) {
        assertThat(preview(definition(brand(null, null)), "en", band).asString())
                .contains(thanks, score);
    }

    @Test
    void aLanguageThatTheSurveyDoesNotSpeakIsItsDefault() {
        assertThat(preview(definition(brand(null, null)), "fi", "nonsense").header("Content-Language"))
                .isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"metric\":\"NPS\"}",
                "<script>",
                "{\"texts\":{}}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
            })
    void whatIsNoSurveyIsRefused(String definition) {
        preview(definition, "en", null).then().statusCode(400);
    }

    @Test
    void whatWouldBreakThePageIsRefused() {
        String whole = definition(brand(null, null));
        for (String broken : List.of(
                whole.replace("\"max\":10", "\"max\":2000000000"),
                whole.replace("\"max\":10", "\"max\":-1"),
                whole.replace("\"goodEnd\":\"HIGH\"", "\"goodEnd\":null"),
                whole.replace("\"question\"", "\"questions\""),
                whole.replace("\"texts\":{", "\"texts\":{},\"others\":{"),
                whole.replace("\"points\":[]", "\"points\":[\"one\"]"),
                whole.replace("\"brand\":{\"name\":\"Nordlys & Søn\"", "\"brand\":{\"name\":null"))) {
            assertThat(broken).isNotEqualTo(whole);
            preview(broken, "en", null).then().statusCode(400);
        }
        preview(whole.replace("How likely", "<script>alert(1)</script>{config}"), "en", null)
                .then()
                .statusCode(200)
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;{config}"))
                .body(not(containsString("<script>alert")));
    }

    @Test
    void onlyWhoMayReadTheConfigurationSeesPreviews() {
        given().redirects()
                .follow(false)
                .formParam("definition", "{}")
                .post("/form-preview")
                .then()
                .statusCode(302);
        given().header("Authorization", "Bearer " + TestKeys.withScopes("events:write"))
                .formParam("definition", "{}")
                .post("/form-preview")
                .then()
                .statusCode(403);
        given().header("Authorization", "Bearer " + TestKeys.withScopes("config:read"))
                .contentType("text/plain")
                .body("definition={}")
                .post("/form-preview")
                .then()
                .statusCode(415);
    }

    private static Response preview(String definition, String language, String show) {
        var form = given().header("Authorization", "Bearer " + TestKeys.withScopes("config:read"))
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("definition", definition)
                .formParam("lang", language);
        return (show == null ? form : form.formParam("show", show)).post("/form-preview");
    }

    private static String branded(Map<String, Object> logo, Map<String, Object> accent) {
        String key = Company.uniqueKey("survey");
        Company.publish(key, 1, "NPS", Company.Wordings.NPS_SCALE, Company.Wordings.NPS, brand(logo, accent));
        return key;
    }

    private static Map<String, Object> brand(Map<String, Object> logo, Map<String, Object> accent) {
        return Company.values("name", "Nordlys & Søn", "logo", logo, "accent", accent);
    }

    /** What looks like a logo of this many bytes, and cannot be compressed. */
    private static Map<String, Object> logo(int bytes) {
        byte[] picture = new byte[bytes];
        new Random(7).nextBytes(picture);
        return Company.values(
                "mediaType",
                "image/png",
                "data",
                Base64.getEncoder().encodeToString(picture),
                "width",
                192,
                "height",
                40);
    }

    private static String definition(Map<String, Object> brand) {
        try {
            return JSON.writeValueAsString(published("draft", brand));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> published(String key, Map<String, Object> brand) {
        return Company.values(
                "key",
                key,
                "version",
                1,
                "metric",
                "NPS",
                "scale",
                Company.Wordings.NPS_SCALE,
                "subject",
                "Nordlys",
                "title",
                "Never seen by customers",
                "brandName",
                "Nordlys & Søn",
                "brand",
                brand,
                "defaultLanguage",
                "en",
                "texts",
                Company.Wordings.NPS,
                "publishedAt",
                Instant.now().toString());
    }

    private static String css(Response page) {
        var found = STYLE.matcher(page.asString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static int gzipped(String page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
