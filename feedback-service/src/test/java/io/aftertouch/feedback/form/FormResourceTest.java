package io.aftertouch.feedback.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.feedback.EditWindows;
import io.aftertouch.platform.page.ContentSecurityPolicy;
import io.aftertouch.platform.seal.Stamps;
import io.aftertouch.platform.testing.Guessing;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@RealInfrastructureTest
class FormResourceTest {

    private static final int HEAVIEST = 14 * 1024;

    private static String nps;
    private static String key;

    @BeforeAll
    static void somethingIsAsked() {
        nps = Company.npsSurvey();
        key = TestKeys.allScopes();
    }

    @ParameterizedTest
    @CsvSource({
        "en,How likely is it that you would recommend,Choose a number from 0 (not at all likely) to 10 (extremely likely).,Send",
        "da,Hvor sandsynligt er det,Vælg et tal fra 0 (slet ikke sandsynligt) til 10 (meget sandsynligt).,Send",
        "sv,Hur troligt är det,Välj en siffra från 0 (inte alls troligt) till 10 (extremt troligt).,Skicka",
        "nb,Hvor sannsynlig er det,Velg et tall fra 0 (lite sannsynlig) til 10 (svært sannsynlig).,Send",
        "de,Wie wahrscheinlich ist es,Wählen Sie eine Zahl von 0 (überhaupt nicht wahrscheinlich) bis 10 (äußerst wahrscheinlich).,Senden"
    })
    void theInvitationsLanguageIsSpoken(String language, String question, String hint, String send) {
        Link link = Company.invite(nps, Company.touchpoint(), language);
        given().header("Accept-Language", "fi")
                .get(link.path())
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .body(containsString("<html lang=\"" + language + "\">"))
                .body(containsString(question))
                .body(containsString(hint))
                .body(containsString(">" + send + "</button>"));
    }

    @Test
    void theReaderCanSwitchTheLanguageAndKeepsTheChosenScore() {
        Link link = Company.invite(nps);
        String page = get(link.path() + "?lang=de&score=9");
        assertThat(page)
                .contains("Wie wahrscheinlich")
                .contains("<a href=\"?lang=sv&amp;score=9\" lang=\"sv\"")
                .contains("value=\"9\" class=\"pos\" checked>");
        assertThat(page.split(" checked>", -1)).hasSize(2);
    }

    @Test
    void withoutALocaleTheBrowserDecidesAndThenTheSurvey() {
        Map<String, Object> noLocale = new HashMap<>();
        noLocale.put("locale", null);
        Link link = Company.invite(nps, Company.touchpoint(), noLocale);
        given().header("Accept-Language", "fr, sv;q=0.7, de;q=0.5")
                .get(link.path())
                .then()
                .header("Content-Language", "sv");
        given().header("Accept-Language", "fi").get(link.path()).then().header("Content-Language", "en");
    }

    @Test
    void openingALinkNeverRecordsAnything() {
        Link link = Company.invite(nps);
        for (int score = 0; score <= 10; score++) {
            given().get(link.path() + "?score=" + score).then().statusCode(200);
            given().head(link.path() + "?score=" + score).then().statusCode(200);
        }
        given().get(link.path() + "/privacy").then().statusCode(200);
        given().get(link.path()).then().statusCode(200).body(not(containsString(" checked")));
        assertThat(answersOf(link)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "-1", "3.5", "nine", "", "%00", "99999999999999999999", "9\"><script>"})
    void aScoreThatIsNotOnTheScaleIsNotPreselected(String score) {
        Link link = Company.invite(nps);
        given().queryParam("score", score)
                .get(link.path())
                .then()
                .statusCode(200)
                .body(not(containsString(" checked")))
                .body(not(containsString("><script>\"")));
    }

    @Test
    void anAnswerIsStoredAndShownWithThanks() {
        Link link = Company.invite(nps);
        Response sent = send(link, "?lang=da", "2", "Pakken kom aldrig");
        assertThat(sent.statusCode()).isEqualTo(303);
        String thanks = get(sent.header("Location"));
        assertThat(thanks)
                .contains("Tak. Vi er kede af, at det gik galt.")
                .contains("<b>2</b> af 10")
                .contains("Pakken kom aldrig")
                .contains("name=\"contact\" value=\"yes\">");
        Map<String, Object> answer = onlyAnswerOf(link);
        assertThat(answer)
                .containsEntry("score", 2)
                .containsEntry("band", "NEGATIVE")
                .containsEntry("comment", "Pakken kom aldrig")
                .containsEntry("locale", "da")
                .containsEntry("channel", "email")
                .containsEntry("survey", nps)
                .containsEntry("invitationId", link.invitation().toString())
                .containsEntry("contactPermitted", false)
                .containsEntry("segments", Map.of("country", "DK", "plan", "pro"));
    }

    @ParameterizedTest
    @CsvSource({
        "7,Thank you for your answer.",
        "9,Thank you. We are glad that it went well.",
        "0,Thank you. We are sorry that this went wrong."
    })
    void thanksAreInTheBandsWords(String score, String thanks) {
        Link link = Company.invite(nps);
        String page = get(send(link, "?lang=en", score, null).header("Location"));
        assertThat(page).contains(thanks);
        assertThat(page.contains("name=\"contact\"")).isEqualTo(score.equals("0"));
    }

    @Test
    void theSameAnswerAgainShowsTheSamePage() {
        Link link = Company.invite(nps);
        String first = send(link, "?lang=en", "9", "Fine").header("Location");
        Response second = send(link, "?lang=en", "9", "Fine");
        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(get(second.header("Location"))).isEqualTo(get(first));
        assertThat(answersOf(link)).hasSize(1);
    }

    @Test
    void anotherAnswerAfterTheEditWindowIsNotTakenAndSaysSo() {
        Link link = EditWindows.invite("PT0S");
        send(link, "?lang=en", "9", "Fine");
        Response other = send(link, "?lang=en", "1", "Not fine");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.asString())
                .contains("You have answered already")
                .contains("<b>9</b> out of 10")
                .doesNotContain("Change your answer");
        assertThat(onlyAnswerOf(link)).containsEntry("score", 9);
        given().redirects()
                .follow(false)
                .get(link.path() + "?change=yes")
                .then()
                .statusCode(410);
    }

    @Test
    void theAnswerCanBeChangedFromTheThanks() {
        Link link = Company.invite(nps);
        String thanks = get(send(link, "?lang=en", "2", "Not <b>fine</b>").header("Location"));
        assertThat(thanks).contains("href=\"" + link.path() + "?change=yes&amp;lang=en\"");
        String form = get(link.path() + "?change=yes&lang=en");
        assertThat(form).containsPattern("value=\"2\"[^>]* checked").contains("Not &lt;b&gt;fine&lt;/b&gt;</textarea>");
        Response changed = send(link, "?lang=en", "9", null);
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(get(changed.header("Location")))
                .contains("<b>9</b> out of 10")
                .doesNotContain("Not &lt;b&gt;");
        assertThat(onlyAnswerOf(link)).containsEntry("score", 9);
    }

    @Test
    void theAnswerCanBeTakenBackAfterBeingAskedAgain() {
        Link link = Company.invite(nps);
        send(link, "?lang=en", "2", "Not fine");
        String asked = get(link.path() + "/withdrawal?lang=da");
        assertThat(asked).contains("Vil du trække dit svar tilbage?");
        assertThat(onlyAnswerOf(link)).as("asking changes nothing").containsEntry("comment", "Not fine");
        Person.sending().post(link.path() + "/withdrawal?lang=en").then().statusCode(422);
        assertThat(onlyAnswerOf(link)).as("no program takes it back").containsEntry("comment", "Not fine");
        Person.whoConfirms(link.path())
                .post(link.path() + "/withdrawal?lang=en")
                .then()
                .statusCode(303)
                .header("Location", equalTo(link.path() + "/thanks?lang=en"));
        for (String path : List.of("", "/thanks", "/withdrawal", "?change=yes")) {
            String join = path.contains("?") ? "&" : "?";
            given().get(link.path() + path + join + "lang=en")
                    .then()
                    .statusCode(410)
                    .body(containsString("Your answer is withdrawn"));
        }
        assertThat(send(link, "?lang=en", "9", null).statusCode()).isEqualTo(410);
        assertThat(answersOf(link)).isEmpty();
    }

    @Test
    void aLinkWithoutAnAnswerHasNothingToTakeBack() {
        Link link = Company.invite(nps);
        given().redirects()
                .follow(false)
                .get(link.path() + "/withdrawal")
                .then()
                .statusCode(303);
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .post("/s/" + Company.newToken() + "/withdrawal")
                .then()
                .statusCode(404);
    }

    @Test
    void aHundredPostsOfOneTokenAreOneAnswer() throws InterruptedException, ExecutionException {
        Link link = Company.invite(nps);
        Callable<Integer> post = () -> send(link, "", "3", "Once is enough").statusCode();
        try (var people = Executors.newFixedThreadPool(25)) {
            List<Future<Integer>> answers =
                    people.invokeAll(IntStream.range(0, 100).mapToObj(i -> post).toList());
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(303);
            }
        }
        assertThat(answersOf(link)).hasSize(1);
    }

    @Test
    void aFormWithoutAScoreComesBackWithNothingLost() {
        Link link = Company.invite(nps);
        given().urlEncodingEnabled(true)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("comment", "Ærgerligt <b>&amp;</b>")
                .post(link.path() + "?lang=en")
                .then()
                .statusCode(422)
                .body(containsString("<title>Error: Your opinion – Nordlys</title>"))
                .body(containsString("Your answer is not sent yet"))
                .body(containsString("<a href=\"#score-0\">Choose a number</a>"))
                .body(containsString("id=\"score-0\""))
                .body(containsString("aria-describedby=\"score-error\""))
                .body(containsString("Ærgerligt &lt;b&gt;&amp;amp;&lt;/b&gt;</textarea>"));
        assertThat(answersOf(link)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "11", "3.5", "nine"})
    void aScoreOffTheScaleIsAskedAgain(String score) {
        Link link = Company.invite(nps);
        Response refused = send(link, "?lang=en", score, "Typed");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("Typed</textarea>");
        assertThat(answersOf(link)).isEmpty();
    }

    @Test
    void aLongCommentComesBackWhole() {
        Link link = Company.invite(nps);
        String longOne = "😀".repeat(2_001);
        Response refused = send(link, "?lang=en", "9", longOne);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("The comment has 2,001 characters.")
                .contains("<a href=\"#comment\">Shorten the comment</a>")
                .contains(longOne)
                .contains("value=\"9\" class=\"pos\" checked");
        assertThat(send(link, "?lang=en", "9", "😀".repeat(2_000)).statusCode()).isEqualTo(303);
        assertThat(onlyAnswerOf(link)).containsEntry("comment", "😀".repeat(2_000));
    }

    @Test
    void aNulIsRefusedWithoutAFailure() {
        Link link = Company.invite(nps);
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .body("score=9&comment=a%00b")
                .post(link.path() + "?lang=en")
                .then()
                .statusCode(422)
                .body(containsString("cannot be stored"));
    }

    @Test
    void aBrowserSaysNoCharsetAndMeansUtf8() throws IOException, InterruptedException {
        Link link = Company.invite(nps);
        HttpRequest post = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + link.path()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("User-Agent", Person.BROWSER)
                .POST(BodyPublishers.ofString("score=9&comment=P%C3%A6n+dag%2C+%F0%9F%98%80&shown="
                        + Person.stamp(Stamps.Shown.QUESTION, link.path(), Duration.ofSeconds(5))))
                .build();
        try (var browser = HttpClient.newHttpClient()) {
            assertThat(browser.send(post, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(303);
        }
        assertThat(onlyAnswerOf(link)).containsEntry("comment", "Pæn dag, 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"score=9&comment=%zz", "%", "=&=&=", "score=9&score=1", "score", "comment=%ED%A0%80"})
    void anOddBodyIsNeverAFailure(String body) {
        Link link = Company.invite(nps);
        int status = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post(link.path())
                .statusCode();
        assertThat(status).isIn(200, 303, 400, 422);
    }

    @Test
    void anotherTypeOfBodyIsRefused() {
        Link link = Company.invite(nps);
        given().contentType("text/plain")
                .body("score=9")
                .post(link.path())
                .then()
                .statusCode(415);
        given().contentType("application/json")
                .body("{\"score\":9}")
                .post(link.path())
                .then()
                .statusCode(415);
        given().contentType("application/x-www-form-urlencoded")
                .body("score=9&comment=" + "x".repeat(100_000))
                .post(link.path())
                .then()
                .statusCode(413);
        assertThat(answersOf(link)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</textarea><img src=x onerror=alert(1)>",
                "{7*7} {{7*7}} ${7*7} {config} #{7*7}",
                "\u202Eevil\u202C",
                "=HYPERLINK(\"http://x\")",
                "'; DROP TABLE response; --"
            })
    void hostileWordsAreStoredAsSentAndShownAsText(String comment) {
        Link link = Company.invite(nps);
        String thanks = get(send(link, "?lang=en", "1", comment).header("Location"));
        assertThat(onlyAnswerOf(link)).containsEntry("comment", comment);
        assertThat(thanks).contains(escaped(comment)).contains("<dd dir=\"auto\">");
        if (comment.contains("<")) {
            assertThat(thanks).doesNotContain(comment);
        }
    }

    @Test
    void theCustomerMayAllowToBeContactedAndTakeItBack() {
        Link link = Company.invite(nps);
        send(link, "?lang=en", "1", null);
        Response saved =
                given().redirects().follow(false).formParam("contact", "yes").post(link.path() + "/contact?lang=en");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(get(saved.header("Location")))
                .contains("You may be contacted")
                .contains("name=\"contact\" value=\"yes\" checked>");
        assertThat(onlyAnswerOf(link)).containsEntry("contactPermitted", true);
        given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .post(link.path() + "/contact?lang=en")
                .then()
                .statusCode(303);
        assertThat(onlyAnswerOf(link)).containsEntry("contactPermitted", false);
    }

    @Test
    void contactBeforeAnAnswerLeadsToTheQuestion() {
        Link link = Company.invite(nps);
        given().redirects()
                .follow(false)
                .formParam("contact", "yes")
                .post(link.path() + "/contact")
                .then()
                .statusCode(303)
                .header("Location", equalTo(link.path()));
        given().redirects().follow(false).get(link.path() + "/thanks").then().statusCode(303);
    }

    @Test
    void aUsedLinkIsGoneInAFriendlyWay() {
        Link link = Company.invite(nps);
        send(link, "", "9", null);
        given().get(link.path() + "?lang=en")
                .then()
                .statusCode(410)
                .body(containsString("This link cannot be used any more"))
                .body(containsString("href=\"" + link.path() + "/thanks?lang=en\""))
                .body(containsString("href=\"" + link.path() + "/withdrawal?lang=en\""))
                .body(containsString("Nordlys"));
    }

    @Test
    void expiredAndCancelledInvitationsTakeNoAnswer() {
        Link expired = Company.invite(
                nps,
                Company.touchpoint(),
                Map.of("expiresAt", Instant.now().minusSeconds(5).toString()));
        given().get(expired.path()).then().statusCode(410);
        assertThat(send(expired, "", "9", null).statusCode()).isEqualTo(410);

        Link cancelled = Company.invite(nps);
        Company.tell(
                "invitations",
                cancelled.invitation().toString(),
                "invitation.cancelled",
                Company.values(
                        "id", cancelled.invitation().toString(),
                        "reason", "CANCELLED",
                        "cancelledAt", Instant.now().toString()));
        await().untilAsserted(() -> given().get(cancelled.path()).then().statusCode(410));
        assertThat(send(cancelled, "", "9", null).statusCode()).isEqualTo(410);
        assertThat(answersOf(expired)).isEmpty();
        assertThat(answersOf(cancelled)).isEmpty();
    }

    @Test
    void anUnknownLinkAndAMalformedOneLookTheSameAndGuessingEnds() {
        String unknown = Company.newToken();
        var first = given().header("X-Forwarded-For", "192.0.2.77").get("/s/" + unknown + "?lang=en");
        var malformed = given().header("X-Forwarded-For", "192.0.2.77").get("/s/x'%20OR%201=1?lang=en");
        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(malformed.statusCode()).isEqualTo(404);
        assertThat(malformed.asString()).isEqualTo(first.asString()).contains("This link cannot be used any more");

        Guessing.untilRefused(() ->
                        given().header("X-Forwarded-For", "192.0.2.77").get("/s/" + Company.newToken() + "?lang=en"))
                .then()
                .header("Retry-After", "60")
                .body(containsString("Wait a minute"));

        Link real = Company.invite(nps);
        given().header("X-Forwarded-For", "192.0.2.77").get(real.path()).then().statusCode(200);
        given().header("X-Forwarded-For", "192.0.2.78")
                .get("/s/" + unknown)
                .then()
                .statusCode(404);
    }

    @Test
    void thePageIsLightAndNeedsNothingElse() throws IOException {
        Link link = Company.invite(Company.agreementSurvey());
        for (String language : List.of("en", "da", "sv", "nb", "de")) {
            String page = get(link.path() + "?lang=" + language);
            assertThat(gzipped(page)).isLessThan(HEAVIEST);
            assertThat(page)
                    .doesNotContain(" src=")
                    .containsOnlyOnce("<link")
                    .contains("<link rel=\"icon\" href=\"data:,\">")
                    .doesNotContain("<img");
            assertThat(page).doesNotContain(" style=").doesNotContain("http:").doesNotContain("https:");
        }
    }

    @Test
    void thePageIsKeptNowhereAndTellsNobodyOfItsAddress() {
        Link link = Company.invite(nps);
        Response page = given().get(link.path());
        assertThat(page.header("Content-Security-Policy").split("; "))
                .containsExactlyInAnyOrder(
                        "default-src 'none'",
                        "style-src " + ContentSecurityPolicy.inline(between("style", page)),
                        "script-src " + ContentSecurityPolicy.inline(between("script", page)),
                        "img-src data:",
                        "form-action 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Robots-Tag")).contains("noindex");
        assertThat(page.header("Set-Cookie")).isNull();
        assertThat(page.asString())
                .contains("href=\"" + link.path() + "/privacy?lang=da\"")
                .contains("href=\"/u/" + link.token() + "?lang=da\"");
    }

    @Test
    void wordedScalesShowTheirWordsAndAnswerInThem() {
        Link link = Company.invite(Company.csatSurvey());
        String page = get(link.path() + "?lang=en");
        assertThat(page)
                .contains("Choose one answer, from very dissatisfied to very satisfied.")
                .contains(
                        "<input type=\"radio\" name=\"score\" value=\"1\" class=\"neg\" id=\"score-1\"><span>Very dissatisfied</span>")
                .contains("value=\"3\" class=\"neu\"><span>Neither</span>");
        assertThat(get(send(link, "?lang=en", "5", null).header("Location"))).contains("<b>Very satisfied</b>");
    }

    @Test
    void effortIsNegativeAtItsHighEnd() {
        Link link = Company.invite(Company.effortSurvey());
        send(link, "", "5", null);
        assertThat(onlyAnswerOf(link)).containsEntry("band", "NEGATIVE").containsEntry("scale", "CES_1");
    }

    @Test
    void agreementIsAskedAsAgreement() {
        assertThat(get(Company.invite(Company.agreementSurvey()).path() + "?lang=en"))
                .contains("How far do you agree? Choose one answer, from strongly disagree to strongly agree.");
    }

    @Test
    void theOccasionIsNamedAndIsolated() {
        Map<String, Object> hebrew = Map.of("touchpointName", "משלוח <b>", "occurredAt", "2026-11-18T23:30:00Z");
        assertThat(get(Company.invite(nps, Company.touchpoint(), hebrew).path() + "?lang=en"))
                .contains("About “\u2068משלוח &lt;b&gt;\u2069” on 19 November");
    }

    @Test
    void aLinkThatCameBeforeItsSurveySaysSoAndWorksLater() {
        String survey = Company.uniqueKey("survey");
        Link link = Company.invite(survey);
        given().get(link.path() + "?lang=en")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body(containsString("not ready yet"));
        Company.publish(survey, 1, "NPS", Company.Wordings.NPS_SCALE, Company.Wordings.NPS);
        given().get(link.path()).then().statusCode(200);
    }

    @Test
    void anInvitationAsksWithItsOwnVersion() {
        String survey = Company.npsSurvey();
        Link link = Company.invite(survey);
        Company.publish(survey, 2, "CSAT", Company.Wordings.CSAT_SCALE, Company.Wordings.CSAT);
        assertThat(get(link.path() + "?lang=en")).contains("How likely is it");
    }

    @Test
    void thePrivacyNoticeSaysWhatIsKept() {
        Link link = Company.invite(nps);
        given().get(link.path() + "/privacy?lang=en")
                .then()
                .statusCode(200)
                .body(containsString("How we handle your data"))
                .body(containsString("24 months"));
        given().get("/s/" + Company.newToken() + "/privacy").then().statusCode(404);
    }

    private static String between(String tag, Response page) {
        return Pattern.compile("<" + tag + ">(.*?)</" + tag + ">", Pattern.DOTALL)
                .matcher(page.asString())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String get(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    private static Response send(Link link, String query, String score, String comment) {
        var request = Person.whoRead(link.path()).formParam("score", score);
        if (comment != null) {
            request.formParam("comment", comment);
        }
        return request.post(link.path() + query);
    }

    private static List<Map<String, Object>> answersOf(Link link) {
        JsonPath page = given().auth()
                .oauth2(key)
                .queryParam("from", Instant.now().minus(Duration.ofMinutes(10)).toString())
                .queryParam("limit", 200)
                .get("/api/v1/responses")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return page.getList("items.findAll { it.respondentRef == '" + link.respondent() + "' }");
    }

    private static Map<String, Object> onlyAnswerOf(Link link) {
        List<Map<String, Object>> answers = answersOf(link);
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static int gzipped(String page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
