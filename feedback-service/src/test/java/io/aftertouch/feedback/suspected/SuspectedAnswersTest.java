package io.aftertouch.feedback.suspected;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.Company.Link;
import io.aftertouch.feedback.form.Person;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Colleagues decide about answers that a program may have sent, and take back what they decided. */
@QuarkusTest
@RealInfrastructureTest
class SuspectedAnswersTest {

    private static final String PATH = "/api/v1/responses/suspected";

    private static String nps;
    private static String mette;
    private static String analyst;

    @BeforeAll
    static void somethingIsAsked() {
        nps = Company.npsSurvey();
        mette = TestKeys.allScopes();
        analyst = TestKeys.withScopes(Scopes.RESPONSES_READ);
    }

    @Test
    void whatAColleagueConfirmsIsAnAnswerOfTheTimeAtWhichItWasSent() {
        Link link = suspectedOf(2, "Never came");
        JsonPath waiting = one(link, "WAITING");
        String id = waiting.getString("id");

        decide(mette, id, "confirmation")
                .statusCode(200)
                .body("state", equalTo("CONFIRMED"))
                .body("changedBy", notNullValue())
                .body("responseId", notNullValue());

        Map<String, Object> answer = onlyAnswer(link);
        assertThat(answer)
                .containsEntry("score", 2)
                .containsEntry("comment", "Never came")
                .containsEntry("answeredAt", waiting.getString("sentAt"))
                .containsEntry(
                        "evidence",
                        Company.values("signs", List.of("NOT_SHOWN"), "linksOpened", null, "sentAfterMillis", null));
        assertThat(casesOf(answer)).as("a bad answer waits in the inbox").hasSize(1);
        given().get(link.path()).then().statusCode(410);
        decide(mette, id, "confirmation").statusCode(409).body("type", equalTo("/problems/suspected-answer-settled"));
    }

    @Test
    void whatWasConfirmedByHandCanBePutBackAndConfirmedAgain() {
        Link link = suspectedOf(9, "Fine");
        String id = one(link, "WAITING").getString("id");
        decide(mette, id, "confirmation").statusCode(200);
        String first = onlyAnswer(link).get("id").toString();

        decide(mette, id, "return")
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("responseId", nullValue());
        assertThat(answers(link)).isEmpty();
        given().auth()
                .oauth2(mette)
                .get("/api/v1/responses/" + first)
                .then()
                .body("withdrawnAt", notNullValue())
                .body("comment", nullValue());
        given().get(link.path()).then().statusCode(200);

        decide(mette, id, "confirmation").statusCode(200);
        assertThat(onlyAnswer(link)).containsEntry("comment", "Fine");
    }

    @Test
    void whatWasDiscardedDoesNotCountAndTheRespondentCanStillAnswer() {
        Link link = suspectedOf(0, null);
        String id = one(link, "WAITING").getString("id");
        decide(mette, id, "confirmation").statusCode(200);
        decide(mette, id, "discarding").statusCode(200).body("state", equalTo("DISCARDED"));
        assertThat(answers(link)).isEmpty();
        decide(mette, id, "discarding").statusCode(409);
        decide(mette, id, "confirmation").statusCode(409);

        Person.whoRead(link.path())
                .formParam("score", 10)
                .post(link.path())
                .then()
                .statusCode(303);
        assertThat(onlyAnswer(link)).containsEntry("score", 10);
        one(link, "SUPERSEDED");
        decide(mette, id, "return").statusCode(409);
        decide(mette, id, "confirmation").statusCode(409);
        assertThat(onlyAnswer(link)).containsEntry("score", 10);
    }

    @Test
    void whatWasDiscardedCanBePutBack() {
        Link link = suspectedOf(5, null);
        String id = one(link, "WAITING").getString("id");
        decide(mette, id, "discarding").statusCode(200);
        decide(mette, id, "return").statusCode(200).body("state", equalTo("WAITING"));
        decide(mette, id, "return").statusCode(409);
    }

    @Test
    void whatTheRespondentConfirmedIsNotAColleaguesToThrowAway() {
        Link link = suspectedOf(1, null);
        String id = one(link, "WAITING").getString("id");
        Person.whoRead(link.path())
                .formParam("score", 1)
                .post(link.path())
                .then()
                .statusCode(303);
        assertThat(one(link, "CONFIRMED").getString("changedBy")).isNull();
        decide(mette, id, "discarding").statusCode(409);
        decide(mette, id, "return").statusCode(409);
        assertThat(onlyAnswer(link)).containsEntry("score", 1);
    }

    @Test
    void theListIsAPageThatWorksByItself() {
        Link link = suspectedOf(3, "<script>alert(1)</script> {config}");
        String id = one(link, "WAITING").getString("id");
        page(mette, "")
                .statusCode(200)
                .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt; {config}"))
                .body(not(containsString("<script>alert")))
                .body(containsString("Sent without the form having been shown."))
                .body(containsString("/responses/suspected/" + id + "/confirmation?state=WAITING"));
        page(analyst, "").statusCode(200).body(not(containsString(id)));
        page(mette, "?state=DISCARDED").statusCode(200).body(not(containsString(id)));

        step(id, "discarding?state=WAITING")
                .statusCode(303)
                .header("Location", containsString("/responses/suspected?state=WAITING"));
        page(mette, "?state=DISCARDED").body(containsString(id + "/return?state=DISCARDED"));
        step(id, "confirmation?state=WAITING").statusCode(409).body(containsString("role=\"alert\""));
        step(id, "return?state=DISCARDED").statusCode(303);
        step(id, "confirmation?state=WAITING").statusCode(303);
        assertThat(answers(link)).hasSize(1);
    }

    @Test
    void onlyThoseWhoWorkOnCasesDecide() {
        String id = one(suspectedOf(5, null), "WAITING").getString("id");
        for (String step : List.of("confirmation", "discarding", "return")) {
            decide(analyst, id, step).statusCode(403);
            given().post(PATH + "/" + id + "/" + step).then().statusCode(401);
        }
        given().auth()
                .oauth2(TestKeys.withScopes(Scopes.SCORES_READ))
                .get(PATH)
                .then()
                .statusCode(403);
        decide(mette, UUID.randomUUID().toString(), "confirmation").statusCode(404);
        given().auth().oauth2(mette).get(PATH + "/" + id).then().statusCode(200).body("id", equalTo(id));
        given().auth().oauth2(mette).get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=NO", "limit=0", "limit=201", "cursor=forged"})
    void whatCannotBeAskedIsRefused(String query) {
        given().auth().oauth2(mette).get(PATH + "?" + query).then().statusCode(400);
    }

    @Test
    void theListHasPages() {
        String touchpoint = Company.touchpoint();
        for (int i = 0; i < 3; i++) {
            suspectedOf(Company.invite(nps, touchpoint, "da"), i, null);
        }
        JsonPath first = list("touchpoint=" + touchpoint + "&limit=2");
        assertThat(first.getList("items.score")).containsExactly(2, 1);
        JsonPath second = list("touchpoint=" + touchpoint + "&limit=2&cursor=" + first.getString("next"));
        assertThat(second.getList("items.score")).containsExactly(0);
        assertThat(second.getString("next")).isNull();
    }

    private static Link suspectedOf(int score, String comment) {
        Link link = Company.invite(nps);
        suspectedOf(link, score, comment);
        return link;
    }

    /** Sent by a program that never saw the form. */
    private static void suspectedOf(Link link, int score, String comment) {
        var request = given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("User-Agent", Person.BROWSER)
                .formParam("score", score);
        if (comment != null) {
            request.formParam("comment", comment);
        }
        request.post(link.path()).then().statusCode(200);
    }

    private static JsonPath list(String query) {
        return given().auth()
                .oauth2(mette)
                .get(PATH + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath one(Link link, String state) {
        JsonPath list = list("respondent=" + link.respondent() + "&state=" + state);
        assertThat(list.getList("items")).hasSize(1);
        return list.setRootPath("items[0]");
    }

    private static ValidatableResponse decide(String who, String id, String step) {
        return given().auth().oauth2(who).post(PATH + "/" + id + "/" + step).then();
    }

    private static ValidatableResponse page(String who, String query) {
        return given().auth()
                .oauth2(who)
                .accept("text/html")
                .get("/responses/suspected" + query)
                .then();
    }

    private static ValidatableResponse step(String id, String step) {
        return given().redirects()
                .follow(false)
                .auth()
                .oauth2(mette)
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded")
                .post("/responses/suspected/" + id + "/" + step)
                .then();
    }

    private static List<Map<String, Object>> answers(Link link) {
        return given().auth()
                .oauth2(mette)
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

    private static List<Object> casesOf(Map<String, Object> answer) {
        return given().auth()
                .oauth2(mette)
                .get("/api/v1/review-cases?touchpoint=" + answer.get("touchpoint"))
                .then()
                .extract()
                .path("items");
    }
}
