package io.aftertouch.feedback.inbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.feedback.Company;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
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

@QuarkusTest
@RealInfrastructureTest
class InboxTest {

    private static String mette;
    private static String jonas;
    private static String analyst;
    private static String survey;

    private final String touchpoint = Company.touchpoint("Support <ticket> closed");

    @BeforeAll
    static void aTeamIsThere() {
        mette = TestKeys.allScopes();
        jonas = TestKeys.withScopes(Scopes.CASES_WRITE);
        analyst = TestKeys.withScopes(Scopes.RESPONSES_READ);
        survey = Company.npsSurvey();
    }

    @Test
    void aDetractorWaitsInTheInboxUntilTheCaseIsClosed() {
        String id = aCase("Pakken kom aldrig");
        page(mette, "tp=" + touchpoint)
                .statusCode(200)
                .body(containsString("Pakken kom aldrig"))
                .body(containsString("<span class=\"band band--negative\">2 of 10</span>"))
                .body(containsString("DK · New"))
                .body(containsString("Support &lt;ticket&gt; closed"))
                .body(not(containsString("<ticket>")));
        page(mette, "tp=" + touchpoint + "&case=" + id)
                .body(containsString("Take the case"))
                .body(containsString("A score of 2 is negative on this scale (0 to 6)."))
                .body(containsString("<li aria-current=\"true\">2</li>"))
                .body(containsString("country:DK"))
                .body(containsString("Case opened, low score"));

        Response taken = post(mette, id + "/take?tp=" + touchpoint + "&case=" + id, Map.of());
        assertThat(taken.statusCode()).isEqualTo(303);
        assertThat(taken.header("Location")).isEqualTo("/inbox?tp=" + touchpoint + "&case=" + id);
        assertThat(post(mette, id + "/notes?case=" + id, Map.of("text", "Called\r\n<b>twice</b>"))
                        .statusCode())
                .isEqualTo(303);
        page(mette, "case=" + id)
                .body(containsString("Called\n&lt;b&gt;twice&lt;/b&gt;"))
                .body(containsString("has it since"))
                .body(not(containsString("Take the case</button>")));
        assertThat(post(mette, id + "/resolution?case=" + id, Map.of("reason", "PUT_RIGHT", "rootCause", "Carrier"))
                        .statusCode())
                .isEqualTo(303);
        page(mette, "tp=" + touchpoint).body(containsString("No case fits these filters"));
        page(mette, "tp=" + touchpoint + "&state=RESOLVED").body(containsString("Pakken kom aldrig"));
        page(mette, "case=" + id).body(containsString("Put right: Carrier")).body(containsString("Reopen the case"));
        assertThat(post(mette, id + "/reopening?case=" + id, Map.of()).statusCode())
                .isEqualTo(303);
        page(mette, "tp=" + touchpoint).body(containsString("Pakken kom aldrig"));
    }

    @Test
    void whoComesSecondIsToldByWhomItWasTaken() {
        String id = aCase("Once");
        post(mette, id + "/take?case=" + id, Map.of());
        Response second = post(jonas, id + "/take?case=" + id, Map.of());
        assertThat(second.statusCode()).isEqualTo(409);
        String winner =
                given().auth().oauth2(mette).get("/api/v1/review-cases/" + id).path("assigneeName");
        assertThat(second.asString())
                .contains("Nothing was changed: " + winner + " has taken the case.")
                .contains("role=\"alert\"");
    }

    @Test
    void severalCasesAreTakenAtOnceEachOnItsOwn() {
        String free = aCase("Free");
        String taken = aCase("Taken");
        post(jonas, taken + "/take", Map.of());
        Response both = chosen("TAKE", free, taken, "nonsense");
        assertThat(both.statusCode()).isEqualTo(409);
        assertThat(both.asString())
                .contains("1 case taken.", "Not taken: ", "has taken the case.", "There is no such case.")
                .contains("name=\"case\" value=\"" + free + "\"><button class=\"btn\">Undo");
        look(free).body("state", equalTo("IN_PROGRESS"));
        for (String nothing : List.of("TAKE", "RESOLVE", "DANCE")) {
            assertThat(post(mette, "chosen", Map.of("do", nothing)).statusCode())
                    .isEqualTo(422);
            assertThat(chosen(nothing.equals("TAKE") ? "ASSIGN" : nothing, free).statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void whatWasDoneWithSeveralCasesIsUndone() {
        String one = aCase("One");
        String two = aCase("Two");
        for (String step : List.of("TAKE", "SNOOZE", "SPAM")) {
            Response done = chosen(step, one, two);
            assertThat(done.statusCode()).isEqualTo(303);
            given().urlEncodingEnabled(false)
                    .auth()
                    .oauth2(mette)
                    .get(done.header("Location"))
                    .then()
                    .body(containsString("2 cases "))
                    .body(containsString("Undo</button>"));
            Response undone = chosen("UNDO", one, two);
            assertThat(undone.statusCode()).isEqualTo(303);
            assertThat(undone.header("Location")).contains("done=UNDO&on=" + one + "," + two);
            look(one)
                    .body("state", equalTo("NEW"))
                    .body("assignee", equalTo(null))
                    .body("snoozedUntil", equalTo(null));
        }
        assertThat(chosen("UNDO", one).statusCode()).isEqualTo(409);
        look(two)
                .body(
                        "history.step",
                        equalTo(List.of("OPENED", "TAKEN", "UNDONE", "SNOOZED", "UNDONE", "SPAM", "UNDONE")));
        page(mette, "done=TAKE&on=nonsense").body(not(containsString("Undo</button>")));
        page(mette, "case=" + two).body(containsString("took back: spam"));
    }

    @Test
    void waitingAndGivingBackArePostsToo() {
        String id = aCase("Wait");
        post(mette, id + "/take", Map.of());
        assertThat(post(mette, id + "/waiting?case=" + id, Map.of()).statusCode())
                .isEqualTo(303);
        page(mette, "case=" + id).body(containsString("waits for somebody else"));
        assertThat(post(mette, id + "/release?case=" + id, Map.of()).statusCode())
                .isEqualTo(303);
        page(mette, "case=" + id).body(containsString("Nobody has it yet."));
        assertThat(post(mette, id + "/waiting?case=" + id, Map.of()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsMissingIsAskedForAndNothingHappens() {
        String id = aCase("Unchanged");
        assertThat(post(mette, id + "/notes?case=" + id, Map.of("text", "  ")).statusCode())
                .isEqualTo(422);
        assertThat(post(mette, id + "/notes?case=" + id, Map.of("text", "x".repeat(4_001)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(mette, id + "/resolution?case=" + id, Map.of("reason", "FINE"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(post(mette, id + "/resolution?case=" + id, Map.of()).statusCode())
                .isEqualTo(422);
        assertThat(post(mette, UUID.randomUUID() + "/take", Map.of()).statusCode())
                .isEqualTo(404);
        given().auth()
                .oauth2(mette)
                .get("/api/v1/review-cases/" + id)
                .then()
                .body("state", equalTo("NEW"))
                .body("history.size()", equalTo(1));
    }

    @Test
    void hostileCommentsAreText() {
        String id = aCase("<script>alert(1)</script></blockquote>{page.rows}");
        for (ValidatableResponse page : List.of(
                page(mette, "tp=" + touchpoint + "&case=" + id),
                given().auth().oauth2(mette).get("/responses?tp=" + touchpoint).then())) {
            page.statusCode(200)
                    .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;&lt;/blockquote&gt;{page.rows}"))
                    .body(not(containsString("<script>alert")));
            assertThat(page.extract().header("Content-Security-Policy")).contains("script-src 'self'");
            assertThat(page.extract().asString()).doesNotContain(" style=\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=GREAT&who=you&due=never&case=none",
                "q=%25_!%27%3B",
                "tp=%22%3E%3Cscript%3E",
                "state=SPAM",
                "who=me",
                "who=nobody&due=late",
                "due=today&state=NEW"
            })
    void anyFilterGivesAPage(String query) {
        page(mette, query).statusCode(200).body(not(containsString("\"><script>")));
    }

    @Test
    void aForgedPageIsRefused() {
        page(mette, "after=forged").statusCode(400);
        given().auth().oauth2(mette).get("/responses?after=forged").then().statusCode(400);
    }

    @Test
    void theListGoesOnByPages() {
        for (int i = 0; i < 22; i++) {
            aCase("Number " + i);
        }
        String first = page(mette, "tp=" + touchpoint).extract().asString();
        assertThat(first).contains("20 of 22").contains("Number 0<").doesNotContain("Number 21<");
        String next = first.replaceAll("(?s).*<a href=\"(/inbox[^\"]*after=[^\"]*)\">Next</a>.*", "$1")
                .replace("&amp;", "&");
        String second =
                given().urlEncodingEnabled(false).auth().oauth2(mette).get(next).asString();
        assertThat(second).contains("Number 21<").doesNotContain("Number 0<");
    }

    @Test
    void theNavigationCountsOpenCases() {
        aCase("Counted");
        given().auth()
                .oauth2(mette)
                .get("/inbox/count")
                .then()
                .statusCode(200)
                .body(containsString("<span class=\"count\">"))
                .body(not(containsString("<html")));
    }

    @Test
    void analystsReadAndDoNotWork() {
        String id = aCase("Read only");
        page(analyst, "case=" + id)
                .statusCode(200)
                .body(containsString("Read only"))
                .body(not(containsString("Take the case</button>")))
                .body(not(containsString("Save note")));
        assertThat(post(analyst, id + "/take", Map.of()).statusCode()).isEqualTo(403);
        String stranger = TestKeys.withScopes(Scopes.SCORES_READ);
        page(stranger, "q=x").statusCode(403);
        given().auth().oauth2(stranger).get("/responses").then().statusCode(403);
        given().auth().oauth2(stranger).get("/inbox/count").then().statusCode(403);
        given().auth().oauth2(stranger).get("/inbox/stream").then().statusCode(403);
    }

    @Test
    void strangersAreLedToTheSignIn() {
        for (String path : List.of("/inbox", "/responses", "/inbox/count")) {
            given().redirects()
                    .follow(false)
                    .header("Accept", "text/html")
                    .get(path)
                    .then()
                    .statusCode(302)
                    .header("Location", containsString("/signin"));
        }
    }

    @Test
    void aPostThatIsNoFormIsRefused() {
        String id = aCase("Plain");
        given().auth()
                .oauth2(mette)
                .contentType("text/plain")
                .body("reason=EXPLAINED")
                .post("/inbox/" + id + "/resolution")
                .then()
                .statusCode(415);
    }

    @Test
    void everyAnswerIsListedWithItsBand() {
        aCase("Bad one");
        answer(9, "Good one");
        given().auth()
                .oauth2(analyst)
                .get("/responses?tp=" + touchpoint)
                .then()
                .statusCode(200)
                .body(containsString("<span class=\"band band--negative\">2 of 10</span>"))
                .body(containsString("<span class=\"band band--positive\">9 of 10</span>"))
                .body(containsString("country:DK"));
        given().auth()
                .oauth2(analyst)
                .get("/responses?band=POSITIVE&from=2020-01-01&to=nonsense&tp=" + touchpoint)
                .then()
                .statusCode(200)
                .body(containsString("Good one"))
                .body(not(containsString("Bad one")));
        given().auth()
                .oauth2(analyst)
                .get("/responses?to=2020-01-01&tp=" + touchpoint)
                .then()
                .body(containsString("No answer fits these filters"));
    }

    private ValidatableResponse look(String id) {
        return given().auth().oauth2(mette).get("/api/v1/review-cases/" + id).then();
    }

    private Response chosen(String step, String... ids) {
        return given().redirects()
                .follow(false)
                .auth()
                .oauth2(mette)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("do", step)
                .formParam("case", (Object[]) ids)
                .post("/inbox/chosen?tp=" + touchpoint);
    }

    private static ValidatableResponse page(String who, String query) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(who)
                .header("Accept", "text/html")
                .get("/inbox?" + query)
                .then();
    }

    private static Response post(String who, String path, Map<String, String> form) {
        return given().redirects()
                .follow(false)
                .auth()
                .oauth2(who)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/inbox/" + path);
    }

    private String aCase(String comment) {
        String response = answer(2, comment);
        return given().auth()
                .oauth2(mette)
                .queryParam("touchpoint", touchpoint)
                .get("/api/v1/review-cases")
                .jsonPath()
                .getString("items.find { it.responseId == '" + response + "' }.id");
    }

    private String answer(int score, String comment) {
        return given().auth()
                .oauth2(mette)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "source", "shop",
                        "id", "o-" + UUID.randomUUID(),
                        "survey", survey,
                        "touchpoint", touchpoint,
                        "score", score,
                        "comment", comment,
                        "segments", Map.of("country", "DK")))
                .post("/api/v1/responses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
