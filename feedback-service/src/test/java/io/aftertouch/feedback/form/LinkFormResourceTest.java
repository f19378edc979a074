package io.aftertouch.feedback.form;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.catalog.SurveyRef;
import io.aftertouch.platform.testing.Guessing;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** The form behind a public link: anybody may answer, and every form that was shown counts once. */
@QuarkusTest
@RealInfrastructureTest
class LinkFormResourceTest {

    private static final AtomicInteger GUESTS = new AtomicInteger();

    private static String nps;

    @Inject
    Submissions submissions;

    private String touchpoint;
    private String code;
    private final String guest = "198.51." + GUESTS.incrementAndGet() + ".7";

    @BeforeAll
    static void somethingIsAsked() {
        nps = Company.npsSurvey();
    }

    @BeforeEach
    void aPosterHangs() {
        touchpoint = Company.touchpoint("Purchase <in> store");
        code = PosterLinks.open(nps, touchpoint);
    }

    @ParameterizedTest
    @CsvSource({
        "en,How likely is it that you would recommend,About",
        "da,Hvor sandsynligt er det,Om",
        "sv,Hur troligt är det,Om",
        "nb,Hvor sannsynlig er det,Om",
        "de,Wie wahrscheinlich ist es,Zu"
    })
    void theFormSpeaksTheLanguageOfTheBrowser(String language, String question, String about) {
        given().header("Accept-Language", language)
                .get("/p/" + code)
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("<html lang=\"" + language + "\">"))
                .body(containsString(question))
                .body(containsString(">" + about + " "))
                .body(containsString("Purchase &lt;in&gt; store"))
                .body(not(containsString("/u/")))
                .body(not(containsString(" checked")));
    }

    @Test
    void anAnswerIsOfNobodyAndCarriesTheSegmentsOfTheLink() {
        Response sent = send(submissionOf(get("/p/" + code)), "9", "Nice & quick");
        assertThat(sent.statusCode()).isEqualTo(303);
        String thanks = get(sent.header("Location"));
        assertThat(thanks).contains("<b>9</b> out of 10").contains("Nice &amp; quick");

        assertThat(answers()).singleElement().satisfies(answer -> {
            assertThat(answer)
                    .containsEntry("source", "link")
                    .containsEntry("score", 9)
                    .containsEntry("channel", "email")
                    .containsEntry("survey", nps)
                    .containsEntry("locale", "en")
                    .containsEntry("invitationId", null)
                    .containsEntry("respondentRef", null)
                    .containsEntry("segments", Map.of("country", "DK", "store", "aarhus"));
            assertThat((String) answer.get("sourceId")).startsWith(code + "/");
        });
    }

    @Test
    void theSameFormSentAgainShowsTheSamePageAndCountsOnce() {
        String submission = submissionOf(get("/p/" + code));
        Response first = send(submission, "9", null);
        Response second = send(submission, "9", null);

        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(get(second.header("Location"))).isEqualTo(get(first.header("Location")));
        assertThat(answers()).hasSize(1);
    }

    @Test
    void fiftyPostsOfOneFormAtOnceAreOneAnswer() throws InterruptedException, ExecutionException {
        String submission = submissionOf(get("/p/" + code));
        Callable<Integer> post = () -> send(submission, "3", "Once is enough").statusCode();
        try (var people = Executors.newFixedThreadPool(25)) {
            List<Future<Integer>> sent =
                    people.invokeAll(IntStream.range(0, 50).mapToObj(i -> post).toList());
            for (Future<Integer> one : sent) {
                assertThat(one.get()).isEqualTo(303);
            }
        }
        assertThat(answers()).hasSize(1);
    }

    @Test
    void anotherAnswerWithTheSameFormIsNotTakenAndSaysSo() {
        String submission = submissionOf(get("/p/" + code));
        send(submission, "9", null);
        Response other = send(submission, "1", "Changed my mind");

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.asString()).contains("You have answered already").contains("<b>9</b> out of 10");
        assertThat(answers()).hasSize(1);
    }

    @Test
    void theNextGuestIsShownANewFormAndCountsToo() {
        send(submissionOf(get("/p/" + code)), "9", null);
        send(submissionOf(get("/p/" + code)), "9", null);

        assertThat(answers()).hasSize(2);
    }

    @Test
    void openingALinkRecordsNothing() {
        for (int score = 0; score <= 10; score++) {
            get("/p/" + code + "?score=" + score);
            given().head("/p/" + code + "?score=" + score).then().statusCode(200);
        }
        get("/p/" + code + "/privacy");
        given().redirects().follow(false).get("/p/" + code + "/thanks").then().statusCode(303);
        assertThat(answers()).isEmpty();
    }

    @Test
    void aScoreInTheLinkIsChosenAndKeptWhenTheLanguageChanges() {
        String page = get("/p/" + code + "?score=9");
        assertThat(page).contains("value=\"9\" class=\"pos\" checked>").contains("?lang=sv&amp;score=9");
        assertThat(page.split(" checked>", -1)).hasSize(2);
        assertThat(get("/p/" + code + "?score=11")).doesNotContain(" checked");
    }

    @Test
    void aMistakeComesBackWithTheSameFormAndNothingLost() {
        String submission = submissionOf(get("/p/" + code));
        Response refused = send(submission, null, "Typed already");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("Choose a number").contains("Typed already</textarea>");
        assertThat(submissionOf(refused.asString())).isEqualTo(submission);
        assertThat(answers()).isEmpty();
    }

    @Test
    void aFormThatIsNoneOfOursIsShownAnewWithNothingLost() {
        String real = submissionOf(get("/p/" + code));
        String elsewhere = submissionOf(get("/p/" + PosterLinks.open(nps, touchpoint)));
        String tooOld = submissions.token(new Submission(
                code, new SurveyRef(nps, 1), Instant.now().minus(Duration.ofHours(5)), "AAAAAAAAAAAAAAAA"));
        for (String forged : new String[] {
            null,
            "",
            "chosen",
            "~~~~",
            real + "x",
            real.replaceFirst("~1~", "~2~"),
            elsewhere,
            tooOld,
            "nps~1~99999999999999999999~a~b",
            "\u0000"
        }) {
            Response refused = send(forged, "9", "Typed already");
            assertThat(refused.statusCode()).as(forged).isEqualTo(422);
            assertThat(refused.asString())
                    .contains("Send once more")
                    .contains("Typed already</textarea>")
                    .contains("value=\"9\" class=\"pos\" checked");
            assertThat(submissionOf(refused.asString())).isNotEqualTo(forged);
        }
        assertThat(answers()).isEmpty();
        Response again = send(submissionOf(send(tooOld, "9", null).asString()), "9", null);
        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(answers()).hasSize(1);
    }

    @Test
    void anAnswerBelongsToTheVersionThatWasShown() {
        String survey = Company.npsSurvey();
        code = PosterLinks.open(survey, touchpoint);
        String submission = submissionOf(get("/p/" + code));
        Company.publish(survey, 2, "CSAT", Company.Wordings.CSAT_SCALE, Company.Wordings.CSAT);
        await().untilAsserted(() -> assertThat(get("/p/" + code)).contains("How satisfied were you"));

        assertThat(send(submission, "9", null).statusCode()).isEqualTo(303);
        assertThat(answers()).singleElement().satisfies(answer -> assertThat(answer)
                .containsEntry("surveyVersion", 1)
                .containsEntry("scale", "NPS"));
    }

    @Test
    void aNegativeAnswerWaitsInTheInboxAndNobodyIsOfferedToBeContacted() {
        Response sent = send(submissionOf(get("/p/" + code)), "1", "The queue was endless");
        assertThat(get(sent.header("Location")))
                .contains("Thank you. We are sorry that this went wrong.")
                .doesNotContain("name=\"contact\"");
        List<String> responses = given().auth()
                .oauth2(TestKeys.allScopes())
                .get("/api/v1/review-cases?touchpoint=" + touchpoint)
                .then()
                .statusCode(200)
                .extract()
                .path("items.responseId");
        assertThat(responses).singleElement().isEqualTo(answers().getFirst().get("id"));
    }

    @Test
    void aClosedLinkSaysWhatToDoAndTakesNothing() {
        String submission = submissionOf(get("/p/" + code));
        String answered = submissionOf(get("/p/" + code));
        String thanks = send(answered, "9", null).header("Location");

        PosterLinks.tell(code, nps, touchpoint, Map.of("open", false));

        await().untilAsserted(() -> given().get("/p/" + code)
                .then()
                .statusCode(410)
                .body(containsString("This link cannot be used any more"))
                .body(containsString("Scan the code again")));
        assertThat(send(submission, "9", null).statusCode()).isEqualTo(410);
        assertThat(answers()).hasSize(1);
        assertThat(get(thanks)).as("whoever has answered still sees it").contains("<b>9</b> out of 10");

        PosterLinks.tell(code, nps, touchpoint, Map.of());
        await().untilAsserted(() -> given().get("/p/" + code).then().statusCode(200));
        assertThat(send(submission, "9", null).statusCode()).isEqualTo(303);
    }

    @Test
    void aLinkEndsAtItsTime() {
        PosterLinks.tell(
                code,
                nps,
                touchpoint,
                Map.of("activeUntil", Instant.now().minusSeconds(1).toString()));
        await().untilAsserted(() -> given().get("/p/" + code).then().statusCode(410));
        PosterLinks.tell(
                code,
                nps,
                touchpoint,
                Map.of("activeUntil", Instant.now().plusSeconds(60).toString()));
        await().untilAsserted(() -> given().get("/p/" + code).then().statusCode(200));
    }

    @Test
    void whatIsToldLaterStaysHoweverItComes() {
        Instant now = Instant.now();
        PosterLinks.tell(
                code,
                nps,
                touchpoint,
                Map.of("open", false, "savedAt", now.plusSeconds(9).toString()));
        PosterLinks.tell(
                code, nps, touchpoint, Map.of("savedAt", now.plusSeconds(5).toString()));
        String marker = PosterLinks.open(nps, touchpoint);
        assertThat(marker).isNotEqualTo(code);
        await().untilAsserted(() -> given().get("/p/" + code).then().statusCode(410));
    }

    @Test
    void theCodeIsFoundAsPeopleTypeIt() {
        String typed = code.substring(0, 4) + "-" + code.substring(4);
        assertThat(get("/p/" + typed)).contains("action=\"/p/" + code + "?lang=");
        assertThat(get("/p/" + typed.toUpperCase())).contains("action=\"/p/" + code + "?lang=");
    }

    @Test
    void guessedCodesLookAlikeAndAreSoonTooMany() {
        Response unknown = given().header("X-Forwarded-For", guest).get("/p/" + PosterLinks.code());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.asString()).contains("This link cannot be used any more");
        assertThat(given().header("X-Forwarded-For", guest)
                        .get("/p/not-a-code-at-all-" + "x".repeat(500))
                        .statusCode())
                .isEqualTo(404);
        Guessing.untilRefused(() -> given().header("X-Forwarded-For", guest).get("/p/" + PosterLinks.code()));
        given().header("X-Forwarded-For", guest).get("/p/" + code).then().statusCode(200);
    }

    @Test
    void whoeverSendsTooFastIsToldWhatToDoAndLosesNothing() {
        Response last = null;
        String submission = null;
        for (int i = 0; i < 180; i++) {
            submission = submissionOf(get("/p/" + code));
            last = send(submission, "9", "The last words");
            if (last.statusCode() == 429) {
                break;
            }
            assertThat(last.statusCode()).isEqualTo(303);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.header("Retry-After")).isEqualTo("60");
        assertThat(last.asString())
                .contains("Send again in a minute")
                .contains("The last words</textarea>")
                .contains("value=\"9\" class=\"pos\" checked");
        assertThat(submissionOf(last.asString())).isEqualTo(submission);
        int taken = answers().size();
        assertThat(taken).isBetween(60, 179);

        Person.whoRead("/p/" + code)
                .header("X-Forwarded-For", "203.0.113.9")
                .formParam("score", 9)
                .formParam("submission", submission)
                .post("/p/" + code)
                .then()
                .statusCode(303);
        assertThat(answers()).hasSize(taken + 1);
    }

    @Test
    void aLinkThatCameBeforeItsSurveySaysSoAndWorksLater() {
        String survey = Company.uniqueKey("survey");
        String early = PosterLinks.open(survey, touchpoint);
        given().get("/p/" + early).then().statusCode(503).header("Retry-After", "5");
        Company.publish(survey, 1, "NPS", Company.Wordings.NPS_SCALE, Company.Wordings.NPS);
        await().untilAsserted(() -> given().get("/p/" + early).then().statusCode(200));
    }

    @Test
    void thePrivacyNoticeSaysThatWeDoNotKnowWhoAnswers() {
        given().get("/p/" + code + "/privacy?lang=en")
                .then()
                .statusCode(200)
                .body(containsString("We do not know who you are"))
                .body(containsString("24 months"))
                .body(not(containsString("a reference for you")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"score=9&submission=%zz", "%", "=&=&=", "submission", "submission=%ED%A0%80&score=9"})
    void anOddBodyIsNeverAFailure(String body) {
        int status = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .body(body)
                .post("/p/" + code)
                .statusCode();
        assertThat(status).isIn(400, 422);
    }

    @Test
    void hostileWordsAreStoredAsSentAndShownAsText() {
        String hostile = "</textarea><script>alert(1)</script> {7*7} ${7*7} {{7*7}}";
        Response sent = send(submissionOf(get("/p/" + code)), "9", hostile);
        assertThat(get(sent.header("Location"))).doesNotContain("<script>alert").contains("&lt;script&gt;");
        assertThat(answers().getFirst()).containsEntry("comment", hostile);
    }

    private String get(String path) {
        return given().header("Accept-Language", "en")
                .header("X-Forwarded-For", guest)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private Response send(String submission, String score, String comment) {
        var request =
                Person.whoRead("/p/" + code).header("Accept-Language", "en").header("X-Forwarded-For", guest);
        if (submission != null) {
            request.formParam("submission", submission);
        }
        if (score != null) {
            request.formParam("score", score);
        }
        if (comment != null) {
            request.formParam("comment", comment);
        }
        return request.post("/p/" + code);
    }

    private static String submissionOf(String page) {
        var found = Pattern.compile("name=\"submission\" value=\"([^\"]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private List<Map<String, Object>> answers() {
        return given().auth()
                .oauth2(TestKeys.allScopes())
                .get("/api/v1/responses?limit=200&touchpoint=" + touchpoint)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }
}
