package io.aftertouch.survey.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** The pages of a survey as plain HTML: edited, published, previewed, duplicated and compared without a script. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class SurveyPagesTest {

    private static final Pattern FIELD = Pattern.compile(
            "<(?:input|textarea)[^>]* name=\"([^\"]+)\"[^>]*?(?: value=\"([^\"]*)\"[^>]*>|>([^<]*)</textarea>)");

    private final Installation shop = new Installation();
    private final String key = TestKeys.allScopes();

    @Test
    void whatIsTypedIsSavedAndTheRestIsSaidAsItShips() {
        String survey = draft("NPS");
        Map<String, String> form = fields(survey, "da");
        assertThat(form)
                .containsEntry(
                        "question", "Hvor sandsynligt er det, at du vil anbefale {subject} til en ven eller kollega?")
                .containsEntry("followUp.negative", "Hvad gik galt, og hvad skal vi gøre ved det?");

        form.put("question", "Ville du anbefale {subject} til en ven?");
        form.put("thanks.neutral", "Tak.");
        form.put("lowLabel", "");
        form.put("editWindow", "PT168H");
        post("/surveys/" + survey, form)
                .statusCode(303)
                .header("Location", endsWith("/surveys/" + survey + "?lang=da&saved=yes"));

        shop.get("/api/v1/surveys/" + survey)
                .body(
                        "texts.da",
                        equalTo(Map.of(
                                "question",
                                "Ville du anbefale {subject} til en ven?",
                                "thanks",
                                Map.of("neutral", "Tak."))))
                .body("editWindow", equalTo("PT168H"))
                .body("neutralMail", equalTo(true));
        assertThat(page("/surveys/" + survey + "?lang=da&saved=yes"))
                .contains("Saved.", "Ville du anbefale {subject} til en ven?");
    }

    @Test
    void theTextsOfOtherLanguagesStayAsTheyWere() {
        String survey = draft("CSAT");
        Map<String, String> danish = fields(survey, "da");
        danish.put("points.0", "Elendigt");
        post("/surveys/" + survey, danish).statusCode(303);
        Map<String, String> german = fields(survey, "de");
        german.put("ownSubject", "unserem Service");
        german.put("neutralMail", "");
        post("/surveys/" + survey, german).statusCode(303);

        shop.get("/api/v1/surveys/" + survey)
                .body("texts.da.points[0]", equalTo("Elendigt"))
                .body("texts.da.points[4]", equalTo("Meget tilfreds"))
                .body("texts.de.subject", equalTo("unserem Service"))
                .body("neutralMail", equalTo(false));
    }

    @Test
    void aDraftTakesAnotherScaleAndOtherBands() {
        String survey = draft("CES");
        Map<String, String> form = fields(survey, "en");
        form.put("lowBandTo", "2");
        post("/surveys/" + survey, form).statusCode(303);
        shop.get("/api/v1/surveys/" + survey).body("scale.negativeTo", equalTo(2));

        form = fields(survey, "en");
        form.put("scale", "CES_1");
        post("/surveys/" + survey, form).statusCode(303);
        shop.get("/api/v1/surveys/" + survey)
                .body("scale.key", equalTo("CES_1"))
                .body("scale.positiveTo", equalTo(2));
        assertThat(page("/surveys/" + survey)).contains("Positive up to", "Negative from");

        form = fields(survey, "en");
        form.put("highBandFrom", "3");
        post("/surveys/" + survey + "/publication", form).statusCode(303);
        shop.get("/api/v1/surveys/" + survey)
                .body("scale.negativeFrom", equalTo(3))
                .body("publishedVersion", equalTo(1));
        assertThat(page("/surveys/" + survey))
                .contains("Scale and bands are fixed")
                .doesNotContain("name=\"scale\"");
    }

    @Test
    void aMistakeIsNamedAtItsFieldAndNothingTypedIsLost() {
        String survey = draft("NPS");
        Map<String, String> form = fields(survey, "da");
        form.put("question", "Hej {navn} \"><script>alert(1)</script>");
        form.put("lowBandTo", "nine");
        post("/surveys/" + survey, form)
                .statusCode(422)
                .body(containsString("must be a whole number"))
                .body(containsString("&lt;script&gt;"))
                .body(not(containsString("<script>alert")));
        form.put("lowBandTo", "9");
        post("/surveys/" + survey, form).statusCode(422).body(containsString("overlap"));
        form.put("lowBandTo", "6");
        post("/surveys/" + survey, form)
                .statusCode(422)
                .body(containsString("Question knows only {subject}, not {navn}"))
                .body(containsString("href=\"#question\""));
        form.put("question", "x".repeat(301));
        post("/surveys/" + survey, form).statusCode(422).body(containsString("id=\"question-error\""));
        form.put("editWindow", "P99D");
        form.put("question", "Hvad?");
        post("/surveys/" + survey, form).statusCode(422).body(containsString("from PT0S to P30D"));
    }

    @Test
    void whoComesSecondSeesTheOtherChangeAndLosesNothing() {
        String survey = draft("NPS");
        Map<String, String> mine = fields(survey, "en");
        Map<String, String> theirs = fields(survey, "en");
        theirs.put("question", "Their question about {subject}?");
        post("/surveys/" + survey, theirs).statusCode(303);

        mine.put("question", "My question about {subject}?");
        String page = post("/surveys/" + survey, mine).statusCode(412).extract().asString();
        assertThat(page)
                .contains("somebody else changed this survey after you opened it")
                .contains("<b>There now:</b> Their question about Nordlys?", "<b>Yours:</b> My question about Nordlys?")
                .contains(">My question about {subject}?</textarea>");
        shop.get("/api/v1/surveys/" + survey).body("texts.en.question", equalTo("Their question about {subject}?"));
        post("/surveys/" + survey + "/publication", mine).statusCode(412);

        Map<String, String> again = fields(page);
        post("/surveys/" + survey, again).statusCode(303);
        shop.get("/api/v1/surveys/" + survey).body("texts.en.question", equalTo("My question about {subject}?"));
    }

    @Test
    void whatIsNotNeutralIsSavedButNotPublished() {
        String survey = draft("NPS");
        Map<String, String> form = fields(survey, "da");
        form.put("question", "Vind en gave! Hvad synes du om {subject}?");

        String page = post("/surveys/" + survey + "/publication", form)
                .statusCode(422)
                .extract()
                .asString();

        assertThat(page).contains("Not published.", "“Vind” reads as an offer", "Question in Danish");
        shop.get("/api/v1/surveys/" + survey)
                .body("state", equalTo("DRAFT"))
                .body("texts.da.question", containsString("Vind"));
        assertThat(page("/surveys/" + survey))
                .contains("The e-mail is not neutral.", "/surveys/" + survey + "?lang=da#wording");
        Map<String, String> notNeutral = fields(survey, "da");
        notNeutral.remove("neutralMail");
        post("/surveys/" + survey + "/publication", notNeutral).statusCode(303);
        shop.get("/api/v1/surveys/" + survey + "/versions/1").body("neutralMail", equalTo(false));
    }

    @Test
    void thePreviewShowsWhatIsSavedAndWhatIsTyped() {
        String survey = draft("NPS");
        var shown = request().get("/surveys/" + survey + "?lang=da");
        assertThat(shown.header("Content-Security-Policy"))
                .contains("frame-src 'self'")
                .contains("script-src 'self'");
        assertThat(shown.asString())
                .contains("action=\"/form-preview\" target=\"preview\"", "<iframe name=\"preview\"", "Show preview");
        assertThat(definition(shown.asString()).getString("texts.da.question")).contains("anbefale Nordlys til");

        Map<String, String> form = fields(survey, "da");
        form.put("question", "Hvad med \"{subject}\" & <b>?");
        String page = post("/surveys/" + survey + "/preview", form)
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("Nothing is saved yet.");
        assertThat(definition(page).getString("texts.da.question")).isEqualTo("Hvad med \"Nordlys\" & <b>?");
        shop.get("/api/v1/surveys/" + survey).body("texts", equalTo(Map.of()));

        String fragment = form(form)
                .header("HX-Request", "true")
                .post("/surveys/" + survey + "/preview")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(fragment.strip())
                .startsWith("<input type=\"hidden\" id=\"preview-definition\"")
                .doesNotContain("<html");
        assertThat(definition(fragment).getString("texts.da.question")).isEqualTo("Hvad med \"Nordlys\" & <b>?");
        form.put("question", "{unknown}");
        form(form)
                .header("HX-Request", "true")
                .post("/surveys/" + survey + "/preview")
                .then()
                .statusCode(422);
        post("/surveys/" + survey + "/preview", form).statusCode(422);
    }

    @Test
    void aSurveyIsDuplicated() {
        String survey = draft("NPS");
        String copy = fresh("copy");
        post("/surveys/" + survey + "/duplicate", Map.of("key", copy))
                .statusCode(303)
                .header("Location", endsWith("/surveys/" + copy));
        shop.get("/api/v1/surveys/" + copy).body("state", equalTo("DRAFT"));
        post("/surveys/" + survey + "/duplicate", Map.of("key", copy))
                .statusCode(422)
                .body(containsString("is taken"));
    }

    @Test
    void versionsAreListedAndComparedInWords() {
        String survey = draft("NPS");
        post("/surveys/" + survey + "/publication", Map.of()).statusCode(303);
        Map<String, String> form = fields(survey, "da");
        form.put("question", "Ville du anbefale {subject}?");
        form.put("thanks.positive", "Tak, og hils.");
        post("/surveys/" + survey, form).statusCode(303);

        assertThat(page("/surveys/" + survey))
                .contains("Publishing starts a new series", "Question in Danish", "Version 2, draft");
        assertThat(page("/surveys/" + survey + "/versions"))
                .contains("See what publishing would change", "The first", "Proved");
        assertThat(page("/surveys/" + survey + "/versions/comparison"))
                .contains("Version 2, draft: a new series of scores", "2 differences")
                .contains("Question in Danish", "<span class=\"comment\" lang=\"da\">Ville du anbefale Nordlys?</span>")
                .contains("Thanks for a positive answer in Danish", "Changed", "New series");

        post("/surveys/" + survey + "/publication", Map.of()).statusCode(303);
        assertThat(page("/surveys/" + survey + "/versions")).contains("With version 1");
        assertThat(page("/surveys/" + survey + "/versions/comparison?from=1&to=2"))
                .contains("Version 1 against Version 2");
        assertThat(page("/surveys/" + survey + "/versions/comparison?from=2&to=draft"))
                .contains("Nothing differs");
        request()
                .get("/surveys/" + survey + "/versions/comparison?from=7")
                .then()
                .statusCode(404);
    }

    @Test
    void theListSaysWhichDraftsDiffer() {
        String survey = shop.publishedSurvey("NPS");
        Map<String, String> form = fields(survey, "en");
        form.put("title", "Differing " + survey);
        post("/surveys/" + survey, form).statusCode(303);
        assertThat(page("/surveys"))
                .containsPattern("Differing " + survey + "[\\s\\S]{0,400}Version 1[\\s\\S]{0,80}Draft differs");
    }

    @Test
    void whoMayOnlyReadSeesWordingPreviewAndVersionsButNoFields() {
        String survey = shop.publishedSurvey("NPS");
        String reader = TestKeys.withScopes("config:read");
        String page = given().header("Authorization", "Bearer " + reader)
                .get("/surveys/" + survey + "?lang=sv")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("rekommendera Nordlys", "Show preview")
                .doesNotContain("Save draft", "name=\"question\"");
        for (String path : List.of("", "/publication", "/preview", "/duplicate", "/retirement", "/draft/removal")) {
            given().header("Authorization", "Bearer " + reader)
                    .contentType("application/x-www-form-urlencoded")
                    .post("/surveys/" + survey + path)
                    .then()
                    .statusCode(403);
        }
        given().header("Authorization", "Bearer " + reader)
                .get("/surveys/" + survey + "/versions")
                .then()
                .statusCode(200);
    }

    private String draft(String metric) {
        String survey = fresh("survey");
        shop.post("/api/v1/surveys", Map.of("key", survey, "metric", metric, "subject", "Nordlys"))
                .statusCode(201);
        return survey;
    }

    private Map<String, String> fields(String survey, String language) {
        return fields(page("/surveys/" + survey + "?lang=" + language));
    }

    /** What a browser would send of the form for editing. */
    private static Map<String, String> fields(String page) {
        String form = page.substring(page.indexOf("id=\"edit\""), page.indexOf("</form>", page.indexOf("id=\"edit\"")));
        Map<String, String> fields = new HashMap<>();
        var found = FIELD.matcher(form);
        while (found.find()) {
            boolean unchecked = found.group().contains("type=\"checkbox\"")
                    && !found.group().contains(" checked");
            if (!unchecked) {
                fields.put(found.group(1), unescaped(found.group(2) == null ? found.group(3) : found.group(2)));
            }
        }
        var selects = Pattern.compile("<select[^>]* name=\"([^\"]+)\".*?</select>", Pattern.DOTALL)
                .matcher(form);
        while (selects.find()) {
            var chosen = Pattern.compile("value=\"([^\"]*)\" selected").matcher(selects.group());
            assertThat(chosen.find()).as(selects.group(1) + " is chosen").isTrue();
            fields.put(selects.group(1), chosen.group(1));
        }
        return fields;
    }

    private static JsonPath definition(String page) {
        var found = Pattern.compile("id=\"preview-definition\" name=\"definition\" value=\"([^\"]*)\"")
                .matcher(page);
        assertThat(found.find()).isTrue();
        return new JsonPath(unescaped(found.group(1)));
    }

    private static String unescaped(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private String page(String path) {
        return request()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
    }

    private ValidatableResponse post(String path, Map<String, String> fields) {
        return form(fields).post(path).then();
    }

    private RequestSpecification form(Map<String, String> fields) {
        return request()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields);
    }

    private RequestSpecification request() {
        return given().header("Authorization", "Bearer " + key);
    }
}
