package io.aftertouch.feedback.form;

import java.util.Map;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.feedback.EditWindows;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

/** Behind the link, whoever was asked sees the own answer and everything that can be done about it and about the own data. */
@QuarkusTest
@RealInfrastructureTest
class DataResourceTest {

    private static String nps;
    private static String key;

    @BeforeAll
    static void somethingIsAsked() {
        nps = Company.npsSurvey();
        key = TestKeys.allScopes();
    }

    @Test
    void theAnswerIsShownWithAllThatCanBeDoneAboutIt() {
        Link link = Company.invite(nps);
        answer(link, 3, "<script>alert(1)</script>");
        data(link)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .body(containsString("<b>3</b> out of 10"))
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;"), not(containsString("<script>alert")))
                .body(containsString("You answered on "), not(containsString("You changed")))
                .body(leadsTo(link.path() + "?change=yes&amp;lang=en", "Change your answer"))
                .body(leadsTo(link.path() + "/withdrawal?lang=en", "Withdraw your answer"))
                .body(leadsTo(unsubscribe(link) + "?lang=en", "Do not ask me again"))
                .body(leadsTo(unsubscribe(link) + "/erasure?lang=en", "Have everything about me erased"))
                .body(leadsTo(link.path() + "/privacy?lang=en", "How we handle your data"));
        answer(link, 9, "Mended");
        data(link).body(containsString("<b>9</b>"), containsString("You changed the answer on "));
    }

    @Test
    void afterTheEditWindowTheAnswerIsStillSeenAndWithdrawnButNotChanged() {
        Link link = EditWindows.invite("PT0S");
        answer(link, 3, "Too late");
        data(link)
                .body(containsString("Too late"), containsString("/withdrawal?lang=en"))
                .body(not(containsString("?change=yes")));
    }

    @Test
    void aWithdrawnAnswerIsNotShownAndErasureCanStillBeAskedFor() {
        Link link = Company.invite(nps);
        answer(link, 3, "Forget this");
        Person.whoConfirms(link.path()).post(link.path() + "/withdrawal").then().statusCode(303);
        data(link)
                .statusCode(200)
                .body(containsString("Your answer is withdrawn"), not(containsString("Forget this")))
                .body(not(containsString("/withdrawal?lang=en")))
                .body(leadsTo(unsubscribe(link) + "/erasure?lang=en", "Have everything about me erased"));
        given().get(link.path() + "?lang=en")
                .then()
                .statusCode(410)
                .body(leadsTo(link.path() + "/data?lang=en", "Your answer and your data"));
    }

    @Test
    void whoHasNotAnsweredYetIsLedToTheQuestion() {
        Link link = Company.invite(nps);
        data(link)
                .statusCode(200)
                .body(containsString("You have not answered yet."), not(containsString("/withdrawal")))
                .body(leadsTo(link.path() + "?lang=en", "Answer the question"))
                .body(leadsTo(unsubscribe(link) + "/erasure?lang=en", "Have everything about me erased"));
        given().get(link.path() + "/privacy?lang=en")
                .then()
                .body(leadsTo(link.path() + "/data?lang=en", "Your answer and your data"));
    }

    /** Whoever was asked sees all that is kept, also what a program may have sent. */
    @Test
    void anAnswerThatWaitsToBeConfirmedIsShownUntilItIsDecided() {
        Link link = Company.invite(nps);
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("score", "4")
                .formParam("comment", "Sent by <b>whom</b>?")
                .post(link.path())
                .then()
                .statusCode(200);
        data(link)
                .statusCode(200)
                .body(
                        containsString("You have not answered yet."),
                        containsString("It counts only if you send it yourself."))
                .body(containsString("<b>4</b> out of 10"), containsString("Sent by &lt;b&gt;whom&lt;/b&gt;?"))
                .body(leadsTo(link.path() + "?lang=en", "Answer the question"));

        Person.whoRead(link.path())
                .formParam("score", "9")
                .post(link.path())
                .then()
                .statusCode(303);
        data(link).body(containsString("<b>9</b> out of 10"), not(containsString("Sent by")));
    }

    @Test
    void anUnknownLinkShowsNothing() {
        given().get("/s/" + Company.newToken() + "/data").then().statusCode(404).body(not(containsString("/erasure")));
    }

    @ParameterizedTest
    @CsvSource({
        "da,Dit svar og dine oplysninger",
        "sv,Ditt svar och dina uppgifter",
        "nb,Svaret ditt og opplysningene dine",
        "de,Ihre Antwort und Ihre Daten"
    })
    void thePageSpeaksTheLanguageOfWhoWasAsked(String language, String title) {
        Link link = Company.invite(nps, Company.touchpoint(), language);
        answer(link, 9, null);
        given().get(link.path() + "/data")
                .then()
                .header("Content-Language", language)
                .body(containsString("<h1>" + title + "</h1>"));
    }

    private static Matcher<String> leadsTo(String address, String words) {
        return containsString("<a href=\"" + address + "\">" + words + "</a>");
    }

    private static String unsubscribe(Link link) {
        return link.path().replace("/s/", "/u/");
    }

    private static ValidatableResponse data(Link link) {
        return given().get(link.path() + "/data?lang=en").then();
    }

    private static void answer(Link link, int score, String comment) {
        Map<String, Object> answer = comment == null
                ? Map.of("invitation", link.token(), "score", score)
                : Map.of("invitation", link.token(), "score", score, "comment", comment);
        given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(answer)
                .post("/api/v1/responses")
                .then()
                .statusCode(oneOf(200, 201));
    }
}
