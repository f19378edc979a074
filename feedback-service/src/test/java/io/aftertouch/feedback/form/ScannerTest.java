package io.aftertouch.feedback.form;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.feedback.EditWindows;
import io.aftertouch.platform.seal.Stamps.Shown;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** Programs open links and send forms; what they send waits until a person says that it is an answer. */
@QuarkusTest
@RealInfrastructureTest
class ScannerTest {

    private static String nps;
    private static String key;

    @BeforeAll
    static void somethingIsAsked() {
        nps = Company.npsSurvey();
        key = TestKeys.allScopes();
    }

    @Test
    void aFormThatNobodyWasShownIsAskedToBeConfirmed() {
        Link link = Company.invite(nps);
        Response sent = Person.sending()
                .formParam("score", 9)
                .formParam("comment", "Fine <b>\nreally")
                .post(link.path() + "?lang=en");

        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.asString())
                .contains("<title>Do you want to send 9? – Nordlys</title>")
                .contains(">Yes, send 9</button>")
                .contains(">Choose another number</button>")
                .contains("<b>9</b> out of 10")
                .contains("Fine &lt;b&gt;\nreally")
                .contains("?lang=da&amp;score=9");
        assertThat(answers(link)).isEmpty();
        assertThat(suspected(link)).singleElement().satisfies(one -> assertThat(one)
                .containsEntry("state", "WAITING")
                .containsEntry("score", 9)
                .containsEntry("band", "POSITIVE")
                .containsEntry("comment", "Fine <b>\nreally")
                .containsEntry("responseId", null)
                .containsEntry("evidence", evidence(List.of("NOT_SHOWN"), null, null)));
    }

    @Test
    void onePersonsTapConfirmsItAndItCountsOnce() {
        Link link = Company.invite(nps);
        Person.sending().formParam("score", 2).formParam("comment", "Broken").post(link.path());

        Response confirmed = confirm(link, 2, "Broken");
        assertThat(confirmed.statusCode()).isEqualTo(303);
        assertThat(confirm(link, 2, "Broken").statusCode()).isEqualTo(303);

        Map<String, Object> answer = onlyAnswer(link);
        assertThat(answer)
                .containsEntry("score", 2)
                .containsEntry("comment", "Broken")
                .containsEntry("evidence", evidence(List.of("NOT_SHOWN"), null, null));
        assertThat(suspected(link)).singleElement().satisfies(one -> assertThat(one)
                .containsEntry("state", "CONFIRMED")
                .containsEntry("changedBy", null)
                .containsEntry("responseId", answer.get("id")));
    }

    @Test
    void anAnswerThatNobodySuspectsCarriesNoEvidence() {
        Link link = Company.invite(nps);
        Person.whoRead(link.path()).formParam("score", 9).post(link.path());
        assertThat(onlyAnswer(link)).containsEntry("evidence", null);
        assertThat(suspected(link)).isEmpty();
    }

    @Test
    void aScriptThatSendsWhatItIsShownIsTooFast() {
        Link link = Company.invite(nps);
        String page = given().get(link.path()).asString();
        Response sent = script(link, page);
        assertThat(sent.statusCode()).isEqualTo(200);
        Response again = script(link, sent.asString());
        assertThat(again.statusCode()).as("the confirmation is sent as fast").isEqualTo(200);
        assertThat(answers(link)).isEmpty();
        assertThat(suspectedSigns(link)).containsExactly("TOO_FAST");
    }

    @Test
    void aBrowserThatNobodyTouchesIsAskedToBeConfirmed() {
        Link link = Company.invite(nps);
        Response sent = Person.sending()
                .formParam("shown", Person.stamp(Shown.QUESTION, link.path(), Duration.ofSeconds(5)))
                .formParam("hand", "none")
                .formParam("score", 9)
                .post(link.path());
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(suspectedSigns(link)).containsExactly("NO_INPUT");
    }

    @Test
    void aStampOfAnotherLinkOrAForgedOneShowsNothing() {
        Link link = Company.invite(nps);
        String other = Person.stamp(Shown.CONFIRMATION, Company.invite(nps).path(), Duration.ofSeconds(5));
        for (String forged :
                List.of(other, other.replaceFirst("C", "Q"), "Cabc~def", "~", "", "\u0000", "x".repeat(3_000))) {
            Response sent = Person.sending()
                    .formParam("shown", forged)
                    .formParam("score", 9)
                    .post(link.path());
            assertThat(sent.statusCode()).as(forged).isEqualTo(200);
        }
        assertThat(answers(link)).isEmpty();
    }

    @Test
    void whoFollowsTheLinkThatNobodySeesIsAskedToBeConfirmed() {
        Link link = Company.invite(nps);
        given().get(link.path() + "?via=h").then().statusCode(200);
        Response sent = Person.whoRead(link.path()).formParam("score", 9).post(link.path() + "?lang=en");
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(suspectedSigns(link)).containsExactly("TRAP_LINK");
        assertThat(confirm(link, 9, null).statusCode()).isEqualTo(303);
        assertThat(onlyAnswer(link)).containsEntry("score", 9);
    }

    @Test
    void whoOpensAllLinksAtOnceIsAskedToBeConfirmed() {
        Link link = Company.invite(nps);
        for (int score = 0; score <= 10; score++) {
            given().head(link.path() + "?score=" + score).then().statusCode(200);
            given().get(link.path() + "?score=" + score).then().statusCode(200);
        }
        Person.whoRead(link.path()).formParam("score", 0).post(link.path());
        assertThat(suspectedSigns(link)).containsExactly("MANY_LINKS", "HEAD_REQUEST");
        assertThat(answers(link)).isEmpty();
    }

    @Test
    void whatARespondentSendsCountsInsteadOfWhatAProgramSent() {
        Link link = Company.invite(nps);
        for (int score = 0; score <= 10; score++) {
            Person.sending().formParam("score", score).post(link.path());
        }
        assertThat(suspected(link)).hasSize(11);

        Person.whoRead(link.path()).formParam("score", 8).post(link.path());

        assertThat(onlyAnswer(link)).containsEntry("score", 8);
        assertThat(suspected(link)).filteredOn("state", "CONFIRMED").hasSize(1);
        assertThat(suspected(link)).filteredOn("state", "SUPERSEDED").hasSize(10);
    }

    @Test
    void onlySoMuchIsKeptOfOneInvitation() {
        Link link = Company.invite(nps);
        for (int i = 0; i < 30; i++) {
            Person.sending()
                    .formParam("score", 1)
                    .formParam("comment", "Number " + i)
                    .post(link.path());
        }
        assertThat(suspected(link)).hasSize(20);
        assertThat(confirm(link, 1, "Number 29").statusCode()).isEqualTo(303);
        assertThat(onlyAnswer(link)).containsEntry("comment", "Number 29");
    }

    @Test
    void noProgramChangesAnAnswer() {
        Link link = EditWindows.invite("PT24H");
        Person.whoRead(link.path()).formParam("score", 9).post(link.path());

        Response change = Person.sending().formParam("score", 0).post(link.path());
        assertThat(change.statusCode()).isEqualTo(200);
        assertThat(onlyAnswer(link)).containsEntry("score", 9);
        assertThat(suspected(link)).isEmpty();

        assertThat(Person.sending().formParam("score", 9).post(link.path()).statusCode())
                .as("the same again changes nothing")
                .isEqualTo(303);
        assertThat(confirm(link, 0, null).statusCode()).isEqualTo(303);
        assertThat(onlyAnswer(link)).containsEntry("score", 0).containsEntry("firstScore", 9);
    }

    @Test
    void whoWantsToChooseAgainFindsAllThatWasTyped() {
        Link link = Company.invite(nps);
        Person.whoConfirms(link.path())
                .formParam("score", 9)
                .formParam("comment", "Typed")
                .formParam("back", "yes")
                .post(link.path() + "?lang=en")
                .then()
                .statusCode(200)
                .body(containsString("value=\"9\" class=\"pos\" checked"))
                .body(containsString("Typed</textarea>"));
        assertThat(answers(link)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en,Do you want to send “Very satisfied”?,'Yes, send “Very satisfied”'",
        "da,Vil du sende “Very satisfied”?,'Ja, send “Very satisfied”'",
        "sv,Vill du skicka ”Very satisfied”?,'Ja, skicka ”Very satisfied”'",
        "nb,Vil du sende «Very satisfied»?,'Ja, send «Very satisfied»'",
        "de,Möchten Sie „Very satisfied“ senden?,'Ja, „Very satisfied“ senden'"
    })
    void theQuestionSpeaksTheLanguageAndTheWordsOfTheScale(String language, String title, String yes) {
        Link link = Company.invite(Company.csatSurvey(), Company.touchpoint(), language);
        Person.sending()
                .formParam("score", 5)
                .post(link.path())
                .then()
                .statusCode(200)
                .body(containsString("<h1>" + title + "</h1>"))
                .body(containsString(">" + yes + "</button>"));
    }

    @Test
    void aFormBehindAPublicLinkIsNoDifferent() {
        String touchpoint = Company.touchpoint();
        String path = "/p/" + PosterLinks.open(nps, touchpoint);
        String page = given().get(path).asString();
        Response sent = script(path, page);
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.asString()).contains("Yes, send 9");
        assertThat(field("submission", sent.asString())).isEqualTo(field("submission", page));
        assertThat(atTouchpoint(touchpoint, "/api/v1/responses")).isEmpty();
        assertThat(atTouchpoint(touchpoint, "/api/v1/responses/suspected")).hasSize(1);

        Response confirmed = Person.whoConfirms(path)
                .formParam("submission", field("submission", page))
                .formParam("score", 9)
                .post(path);
        assertThat(confirmed.statusCode()).isEqualTo(303);
        assertThat(atTouchpoint(touchpoint, "/api/v1/responses")).hasSize(1);
        assertThat(atTouchpoint(touchpoint, "/api/v1/responses/suspected")).isEmpty();
    }

    @Test
    void whatARespondentWithdrawsIsForgottenHereToo() {
        Link link = Company.invite(nps);
        Person.sending()
                .formParam("score", 0)
                .formParam("comment", "A program's")
                .post(link.path());
        Person.whoRead(link.path()).formParam("score", 9).post(link.path());
        assertThat(suspected(link)).hasSize(1);
        Person.whoRead(link.path()).post(link.path() + "/withdrawal");
        assertThat(answers(link)).isEmpty();
        assertThat(suspected(link)).isEmpty();
    }

    private static Response confirm(Link link, int score, String comment) {
        var request = Person.whoConfirms(link.path()).formParam("score", score);
        if (comment != null) {
            request.formParam("comment", comment);
        }
        return request.post(link.path());
    }

    /** Sends a form with 9 as soon as it is there, with all that stands in it. */
    private static Response script(Link link, String page) {
        return Person.sending()
                .formParam("shown", field("shown", page))
                .formParam("hand", "seen")
                .formParam("score", 9)
                .post(link.path());
    }

    private static Response script(String path, String page) {
        return Person.sending()
                .header("Accept-Language", "en")
                .formParam("shown", field("shown", page))
                .formParam("submission", field("submission", page))
                .formParam("hand", "seen")
                .formParam("score", 9)
                .post(path);
    }

    private static String field(String name, String page) {
        String before = "name=\"" + name + "\" value=\"";
        int start = page.indexOf(before) + before.length();
        assertThat(start).isGreaterThan(before.length());
        return page.substring(start, page.indexOf('"', start));
    }

    private static List<Map<String, Object>> answers(Link link) {
        return given().auth()
                .oauth2(key)
                .get("/api/v1/responses?respondent=" + link.respondent())
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static Map<String, Object> onlyAnswer(Link link) {
        List<Map<String, Object>> answers = answers(link);
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    private static List<Map<String, Object>> atTouchpoint(String touchpoint, String path) {
        return given().auth()
                .oauth2(key)
                .get(path + "?touchpoint=" + touchpoint)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static List<Map<String, Object>> suspected(Link link) {
        return Stream.of("WAITING", "CONFIRMED", "SUPERSEDED", "DISCARDED")
                .flatMap(state -> suspected(link, state).<Map<String, Object>>getList("items").stream())
                .toList();
    }

    private static JsonPath suspected(Link link, String state) {
        return given().auth()
                .oauth2(key)
                .get("/api/v1/responses/suspected?limit=200&respondent=" + link.respondent() + "&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Of the only one that waits. */
    private static List<String> suspectedSigns(Link link) {
        JsonPath waiting = suspected(link, "WAITING");
        assertThat(waiting.<Map<String, Object>>getList("items")).hasSize(1);
        return waiting.getList("items[0].evidence.signs");
    }

    private static Map<String, Object> evidence(List<String> signs, Integer links, Integer millis) {
        return Company.values("signs", signs, "linksOpened", links, "sentAfterMillis", millis);
    }
}
