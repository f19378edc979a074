package io.aftertouch.survey.survey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

/** What a survey says in words of its own, its versions, and the proof that its mail is neutral, by API. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class SurveyTextsTest {

    private static final String SURVEYS = "/api/v1/surveys/";

    private final Installation shop = new Installation();

    @Test
    void whatASurveyDoesNotSayItselfIsSaidAsItShips() {
        String key = draft(
                "NPS",
                Map.of(
                        "texts",
                        Map.of(
                                "da",
                                Map.of(
                                        "subject",
                                        "Nordlys' levering",
                                        "question",
                                        "Ville du anbefale {subject}?",
                                        "followUp",
                                        Map.of("negative", "Hvad gik galt med {subject}?"),
                                        "thanks",
                                        Map.of("positive", "Tak, og hils.")))));

        shop.get(SURVEYS + key).body("texts.da.question", equalTo("Ville du anbefale {subject}?"));
        publish(key)
                .statusCode(201)
                .body("texts.da.question", equalTo("Ville du anbefale Nordlys' levering?"))
                .body("texts.da.lowLabel", equalTo("Slet ikke sandsynligt"))
                .body("texts.da.followUp.negative", equalTo("Hvad gik galt med Nordlys' levering?"))
                .body("texts.da.followUp.neutral", equalTo("Hvad kunne have gjort det bedre?"))
                .body("texts.da.thanks.positive", equalTo("Tak, og hils."))
                .body("texts.sv.question", containsString("rekommendera Nordlys till"))
                .body("editWindow", equalTo("PT24H"))
                .body("neutralMail", equalTo(true));
    }

    @Test
    void aWordedScaleTakesAWordForEachScoreAndItsEndsFromThem() {
        List<String> points = List.of("Bad", "Poor", "Fair", "Good", "Very good");
        String key = draft("CSAT", Map.of("texts", Map.of("en", Map.of("points", points))));

        publish(key)
                .statusCode(201)
                .body("texts.en.points", equalTo(points))
                .body("texts.en.lowLabel", equalTo("Bad"))
                .body("texts.en.highLabel", equalTo("Very good"))
                .body("texts.da.lowLabel", equalTo("Meget utilfreds"));
    }

    @Test
    void hostileTextIsKeptAsText() {
        String question = "<b>{subject}</b> & ${7*7} ‮ok?";
        String key = draft("NPS", Map.of("texts", Map.of("en", Map.of("question", question.replace("${7*7}", "$")))));

        publish(key).statusCode(201).body("texts.en.question", equalTo("<b>Nordlys</b> & $ ‮ok?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "da | question | Hvad synes du, {navn}? | texts.da.question | knows only {subject}, not {navn}",
                "da | lowLabel | {subject} | texts.da.lowLabel | takes no placeholder",
                "fr | question | Comment? | texts.fr | is not one of en, da, sv, nb, de"
            })
    void whatDoesNotFitIsNamed(String language, String text, String value, String field, String message) {
        var wish = survey("NPS", Map.of("texts", Map.of(language, Map.of(text, value))));
        shop.post("/api/v1/surveys", wish)
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-texts"))
                .body("errors.field", hasItem(field))
                .body("errors[0].message", containsString(message));
    }

    @Test
    void wordsForScoresFitTheScale() {
        refusedTexts("CSAT", Map.of("points", List.of("a", "b")), "must be 5, one for each score");
        refusedTexts("NPS", Map.of("points", List.of("a", "b")), "are numbers on this scale");
        refusedTexts("CSAT", Map.of("lowLabel", "Bad"), "is the word of the outermost score");
        String key = draft(
                "CSAT",
                Map.of("texts", Map.of("en", Map.of("question", "Well?", "points", List.of("1", "2", "3", "4", "5")))));
        change(key, Map.of("subject", "Nordlys", "scale", "CSAT_7"))
                .statusCode(200)
                .body("texts.en.question", equalTo("Well?"))
                .body("texts.en.points", equalTo(null));
    }

    @ParameterizedTest
    @CsvSource({"P31D", "-PT1H", "soon", "PT0.5S", "1"})
    void anEditWindowIsADurationOfThirtyDaysAtMost(String window) {
        shop.post("/api/v1/surveys", survey("NPS", Map.of("editWindow", window)))
                .statusCode(400)
                .body("errors.field", hasItem("editWindow"));
    }

    @Test
    void theEditWindowIsToldWithTheVersion() {
        String key = draft("NPS", Map.of("editWindow", "P7D"));
        publish(key).statusCode(201).body("editWindow", equalTo("PT168H"));
        change(key, Map.of("subject", "Nordlys", "editWindow", "PT0S"))
                .statusCode(200)
                .body("editWindow", equalTo("PT0S"));
        publish(key).statusCode(201).body("version", equalTo(2)).body("editWindow", equalTo("PT0S"));
    }

    @Test
    void whatIsLeftOutOfAChangeStaysAndWhatIsGivenReplaces() {
        String key = draft("NPS", Map.of("defaultLanguage", "da", "texts", Map.of("da", Map.of("question", "Hvad?"))));

        change(key, Map.of("subject", "Sydlys"))
                .body("texts.da.question", equalTo("Hvad?"))
                .body("defaultLanguage", equalTo("da"));
        change(key, Map.of("subject", "Sydlys", "texts", Map.of())).body("texts", equalTo(Map.of()));
    }

    @Test
    void aMailThatIsNotNeutralIsNotPublished() {
        String key = draft(
                "NPS",
                Map.of(
                        "texts",
                        Map.of(
                                "da", Map.of("question", "Vind en gave! Hvad synes du om {subject}?"),
                                "de", Map.of("highLabel", "Großartig"),
                                "sv", Map.of("followUp", Map.of("positive", "Vad var bäst!")))));

        publish(key)
                .statusCode(422)
                .body("type", equalTo("/problems/not-neutral"))
                .body("errors.field", hasItems("texts.da.question", "texts.de.highLabel"))
                .body(
                        "errors.message",
                        hasItems("“Vind” reads as an offer", "“!” calls out", "“Großartig” reads as praise"))
                .body("errors.field", everyItem(containsString("texts.d")));
        shop.get(SURVEYS + key).body("state", equalTo("DRAFT"));
    }

    @Test
    void whatIsNotForNeutralCountriesMaySayMore() {
        String key = draft(
                "NPS",
                Map.of(
                        "neutralMail",
                        false,
                        "texts",
                        Map.of("da", Map.of("question", "Hvad er bedst ved {subject}?"))));

        publish(key).statusCode(201).body("neutralMail", equalTo(false));
        change(key, Map.of("subject", "Nordlys", "neutralMail", true)).statusCode(200);
        publish(key).statusCode(422);
    }

    @Test
    void aDaneIsNotAskedWithWhatWasNotProvedNeutral() {
        String warm = draft("NPS", Map.of("neutralMail", false));
        publish(warm).statusCode(201);
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, warm);
        shop.happens(Installation.event(touchpoint, fresh("r")))
                .body("decisions[0].outcome", equalTo("NOT_INVITED"))
                .body("decisions[0].reason", equalTo("NOT_NEUTRAL"));

        change(warm, Map.of("subject", "Nordlys", "neutralMail", true)).statusCode(200);
        shop.happens(Installation.event(touchpoint, fresh("r"))).body("decisions[0].reason", equalTo("NOT_NEUTRAL"));
        publish(warm).statusCode(201);
        shop.happens(Installation.event(touchpoint, fresh("r"))).body("decisions[0].outcome", equalTo("INVITED"));
    }

    @Test
    void whatStandsInForTheNameOfTheCompanyIsCheckedToo() {
        String key = fresh("survey");
        shop.post("/api/v1/surveys", Map.of("key", key, "metric", "NPS", "subject", "the best shop"))
                .statusCode(201);
        publish(key)
                .statusCode(422)
                .body("errors.field", hasItems("subject", "texts.en.question"))
                .body("errors.findAll { it.field == 'subject' }", hasSize(1));
    }

    @Test
    void aDuplicateSaysTheSameUnderAnotherKey() {
        String first = draft(
                "CSAT",
                Map.of(
                        "positiveFrom",
                        5,
                        "editWindow",
                        "PT1H",
                        "neutralMail",
                        false,
                        "texts",
                        Map.of("en", Map.of("question", "Well?"))));
        publish(first).statusCode(201);
        String second = fresh("copy");

        shop.post(SURVEYS + first + "/duplicate", Map.of("key", second, "title", "Copy"))
                .statusCode(201)
                .body("key", equalTo(second))
                .body("title", equalTo("Copy"))
                .body("state", equalTo("DRAFT"))
                .body("publishedVersion", equalTo(0))
                .body("scale.positiveFrom", equalTo(5))
                .body("editWindow", equalTo("PT1H"))
                .body("neutralMail", equalTo(false))
                .body("texts.en.question", equalTo("Well?"));
        shop.post(SURVEYS + first + "/duplicate", Map.of("key", second)).statusCode(409);
        shop.post(SURVEYS + first + "/duplicate", Map.of("key", "No Key")).statusCode(400);
        shop.post(SURVEYS + "no-such/duplicate", Map.of("key", fresh("copy"))).statusCode(404);
    }

    @Test
    void versionsAreComparedTextByText() {
        String key = draft("NPS", Map.of());
        publish(key).statusCode(201);
        change(key, Map.of("subject", "Nordlys", "texts", Map.of("da", Map.of("thanks", Map.of("neutral", "Tak.")))))
                .statusCode(200);
        shop.get(SURVEYS + key + "/versions/comparison")
                .body("from", equalTo(1))
                .body("to", equalTo(2))
                .body("startsNewSeries", equalTo(false))
                .body("differences.part", equalTo(List.of("texts.da.thanks.neutral")));
        publish(key).statusCode(201);
        change(key, Map.of("subject", "Nordlys", "texts", Map.of("da", Map.of("question", "Hvad?"))))
                .statusCode(200);
        publish(key).statusCode(201);

        shop.get(SURVEYS + key + "/versions/comparison?from=1&to=3")
                .body("startsNewSeries", equalTo(true))
                .body("differences.part", equalTo(List.of("texts.da.question")))
                .body("differences[0].language", equalTo("da"))
                .body("differences[0].from", containsString("Hvor sandsynligt"))
                .body("differences[0].to", equalTo("Hvad?"));
        shop.get(SURVEYS + key + "/versions/comparison?from=2&to=2").body("differences", hasSize(0));
        shop.get(SURVEYS + key + "/versions/comparison?from=1&to=9").statusCode(404);
        shop.get(SURVEYS + key + "/versions/comparison?from=0").statusCode(400);
        shop.get(SURVEYS + key + "/versions/comparison?from=x").statusCode(400);
        shop.get(SURVEYS + draft("NPS", Map.of()) + "/versions/comparison").statusCode(404);
    }

    @Test
    void versionsAreListedPageByPage() {
        String key = draft("NPS", Map.of());
        for (int version = 1; version <= 3; version++) {
            change(key, Map.of("subject", "Nordlys " + version)).statusCode(200);
            publish(key).statusCode(201);
        }
        String next = shop.get(SURVEYS + key + "/versions?limit=2")
                .body("items.version", equalTo(List.of(3, 2)))
                .extract()
                .path("next");
        shop.get(SURVEYS + key + "/versions?limit=2&cursor=" + next)
                .body("items.version", equalTo(List.of(1)))
                .body("next", equalTo(null));
        shop.get(SURVEYS + key + "/versions?cursor=forged").statusCode(400);
    }

    @Test
    void onlyWhatWasReadIsPublishedWhenItsTagIsNamed() {
        String key = draft("NPS", Map.of());
        String tag = shop.get(SURVEYS + key).extract().header("ETag");
        change(key, Map.of("subject", "Sydlys")).statusCode(200);

        shop.as()
                .header("If-Match", tag)
                .body(Map.of())
                .post(SURVEYS + key + "/publication")
                .then()
                .statusCode(412);
        assertThat(shop.get(SURVEYS + key).extract().<Integer>path("publishedVersion"))
                .isZero();
    }

    private void refusedTexts(String metric, Map<String, Object> texts, String message) {
        shop.post("/api/v1/surveys", survey(metric, Map.of("texts", Map.of("en", texts))))
                .statusCode(422)
                .body("errors[0].message", containsString(message));
    }

    private String draft(String metric, Map<String, Object> more) {
        var wish = survey(metric, more);
        shop.post("/api/v1/surveys", wish).statusCode(201);
        return (String) wish.get("key");
    }

    private static Map<String, Object> survey(String metric, Map<String, Object> more) {
        Map<String, Object> wish =
                new HashMap<>(Map.of("key", fresh("survey"), "metric", metric, "subject", "Nordlys"));
        wish.putAll(more);
        return wish;
    }

    private ValidatableResponse change(String key, Map<String, Object> wish) {
        return shop.as()
                .header("If-Match", shop.get(SURVEYS + key).extract().header("ETag"))
                .body(wish)
                .put(SURVEYS + key)
                .then();
    }

    private ValidatableResponse publish(String key) {
        return shop.post(SURVEYS + key + "/publication", Map.of());
    }
}
