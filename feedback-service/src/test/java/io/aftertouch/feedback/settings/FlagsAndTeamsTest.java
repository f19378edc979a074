package io.aftertouch.feedback.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.feedback.Company;
import io.aftertouch.feedback.review.Desk;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructureTest
class FlagsAndTeamsTest {

    private static final String SETTINGS = "/api/v1/inbox/settings/";

    private Desk desk;

    @BeforeEach
    void aTeamIsThere() {
        desk = new Desk();
    }

    @AfterEach
    void othersFindItAsItIsDelivered() {
        put("flags", flags(AlarmingWords.delivered().byLanguage(), 2)).statusCode(200);
        put("teams", Map.of("teams", List.of())).statusCode(200);
    }

    @Test
    void theListsThatComeWithTheSuiteAlarmInFiveLanguages() {
        Map<String, String> comments = Map.of(
                "en", "Next time I call the police",
                "da", "Min advokaten er kontaktet",
                "sv", "Jag har gjort en polisanmälan",
                "nb", "Dette er svindel!",
                "de", "Das geht an meinen Rechtsanwalt.");
        await("the delivered lists, after another test has changed them")
                .until(() ->
                        desk.caseOf(desk.answer(Map.of("score", 9, "comment", "I call the police", "locale", "en")))
                                != null);
        comments.forEach((locale, comment) -> {
            String id = desk.aCase(Map.of("score", 9, "comment", comment, "locale", locale));
            desk.look(id).body("reason", equalTo("ALARMING_COMMENT")).body("repeatedNegatives", nullValue());
            assertThat(comment).contains(desk.look(id).extract().<String>path("alarmingWord"));
        });
        assertThat(desk.caseOf(desk.answer(Map.of("score", 9, "comment", "Alles gut, danke", "locale", "de"))))
                .isNull();
    }

    @Test
    void theListCanBeChanged() {
        put("flags", flags(Map.of("en", List.of("banana*")), 0)).statusCode(200);
        get("flags")
                .body("alarmingWords.en", equalTo(List.of("banana*")))
                .body("alarmingWords.de", equalTo(List.of()))
                .body("repeats", equalTo(0));
        await().until(() -> {
            String id = desk.caseOf(desk.answer(Map.of("score", 9, "comment", "Bananas <b>!")));
            return id != null && desk.look(id).extract().path("alarmingWord").equals("Bananas");
        });
        assertThat(desk.caseOf(desk.answer(Map.of("score", 9, "comment", "police"))))
                .isNull();
    }

    @Test
    void whoIsNegativeAgainIsPointedOut() {
        String respondent = "r-" + UUID.randomUUID();
        String first = desk.aCase(Map.of("respondentRef", respondent));
        desk.answer(Map.of("respondentRef", respondent, "score", 9));
        String second = desk.aCase(Map.of("respondentRef", respondent));
        desk.look(first).body("repeatedNegatives", nullValue());
        desk.look(second)
                .body("repeatedNegatives", equalTo(2))
                .body("reason", equalTo("LOW_SCORE"))
                .body("why", containsString("The respondent has given 2 negative answers lately."));
        inbox("tp=" + desk.touchpoint()).body(containsString("2 negative</span>"));
        desk.look(desk.aCase()).body("repeatedNegatives", nullValue());
        String longAgo = "r-" + UUID.randomUUID();
        desk.answer(Map.of("respondentRef", longAgo, "answeredAt", "2020-01-01T00:00:00Z"));
        desk.look(desk.aCase(Map.of("respondentRef", longAgo))).body("repeatedNegatives", nullValue());
    }

    @Test
    void casesGoToTheTeamOfTheirTouchpointAndSegments() {
        String other = Company.touchpoint();
        put(
                        "teams",
                        Map.of(
                                "teams",
                                List.of(
                                        Map.of(
                                                "key",
                                                "danes",
                                                "name",
                                                "Danish <desk>",
                                                "rules",
                                                List.of(Map.of(
                                                        "touchpoint",
                                                        desk.touchpoint(),
                                                        "segments",
                                                        Map.of("country", "DK")))),
                                        Map.of(
                                                "key",
                                                "others",
                                                "name",
                                                "Everybody else",
                                                "rules",
                                                List.of(Map.of("touchpoint", desk.touchpoint()))))))
                .statusCode(200);
        await().untilAsserted(() -> desk.look(desk.aCase()).body("team", equalTo("danes")));
        String swede = desk.aCase(Map.of("segments", Map.of("country", "SE")));
        desk.look(swede).body("team", equalTo("others"));
        desk.look(desk.aCase(Map.of("touchpoint", other))).body("team", nullValue());
        given().auth()
                .oauth2(desk.key())
                .get(Desk.CASES + "?team=others&touchpoint=" + desk.touchpoint())
                .then()
                .body("items.id", equalTo(List.of(swede)));
        inbox("team=others&tp=" + desk.touchpoint() + "&case=" + swede)
                .body(containsString("<option value=\"others\" selected>Everybody else</option>"))
                .body(containsString("Danish &lt;desk&gt;"))
                .body(containsString("1 of 1"))
                .body(containsString("For the team <bdi>Everybody else</bdi>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"teams\":[null]}",
                "{\"teams\":[{\"key\":\"a\",\"name\":\" \"}]}",
                "{\"teams\":[{\"key\":\"A b\",\"name\":\"A\"}]}",
                "{\"teams\":[{\"name\":\"A\"}]}",
                "{\"teams\":[{\"key\":\"a\",\"name\":\"A\"},{\"key\":\"a\",\"name\":\"B\"}]}",
                "{\"teams\":[{\"key\":\"a\",\"name\":\"A\",\"rules\":[null]}]}",
                "{\"teams\":[{\"key\":\"a\",\"name\":\"A\",\"rules\":[{\"touchpoint\":\"no.such\"}]}]}",
                "{\"teams\":[{\"key\":\"a\",\"name\":\"A\",\"rules\":[{\"segments\":{\"country\":\"\"}}]}]}",
                "{\"teams\":[{\"key\":\"a\",\"name\":\"A\",\"rules\":[{\"segments\":{\"country\":null}}]}]}",
                "{\"teams\":[],\"more\":1}"
            })
    void teamsThatMakeNoSenseAreRefused(String body) {
        put("teams", body).statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"alarmingWords\":{},\"repeats\":1,\"repeatsWithin\":\"P90D\"}",
                "{\"alarmingWords\":{},\"repeats\":51,\"repeatsWithin\":\"P90D\"}",
                "{\"alarmingWords\":{},\"repeats\":2,\"repeatsWithin\":\"PT1H\"}",
                "{\"alarmingWords\":{},\"repeats\":2}",
                "{\"alarmingWords\":{\"fr\":[\"police\"]},\"repeats\":2,\"repeatsWithin\":\"P90D\"}",
                "{\"alarmingWords\":{\"en\":[\"\"]},\"repeats\":2,\"repeatsWithin\":\"P90D\"}",
                "{\"alarmingWords\":{\"en\":[\"*\"]},\"repeats\":2,\"repeatsWithin\":\"P90D\"}",
                "{\"alarmingWords\":{\"en\":[\"a*b\"]},\"repeats\":2,\"repeatsWithin\":\"P90D\"}",
                "{\"alarmingWords\":{\"en\":[null]},\"repeats\":2,\"repeatsWithin\":\"P90D\"}"
            })
    void flagsThatMakeNoSenseAreRefused(String body) {
        put("flags", body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void thePagesChangeThemAndLoseNothingTyped() {
        Map<String, String> form = new HashMap<>(Map.of(
                "version", version("teams"),
                "size", "2",
                "teams[0].name", "Wochenend-Team Ö",
                "teams[0].rules", desk.touchpoint() + ", country:DK, plan: pro\r\n*",
                "teams[1].name", "",
                "teams[1].rules", ""));
        assertThat(post("teams", form).statusCode()).isEqualTo(303);
        get("teams")
                .body("teams.size()", equalTo(1))
                .body("teams[0].key", equalTo("wochenend-team-o"))
                .body("teams[0].rules[0].touchpoint", equalTo(desk.touchpoint()))
                .body("teams[0].rules[0].segments", equalTo(Map.of("country", "DK", "plan", "pro")))
                .body("teams[0].rules[1].segments", equalTo(Map.of()));
        page("teams")
                .body(containsString(desk.touchpoint() + ", country:DK, plan:pro\n*"))
                .body(containsString("New team"));

        form.putAll(Map.of(
                "version", version("teams"), "teams[0].key", "wochenend-team-o", "teams[0].rules", "no.such<b>"));
        Response wrong = post("teams", form);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.asString())
                .contains("no.such&lt;b&gt;", "name a touchpoint that there is not", "Wochenend-Team Ö");

        form.put("teams[0].name", "");
        assertThat(post("teams", form).statusCode()).isEqualTo(303);
        get("teams").body("teams.size()", equalTo(0));

        Map<String, String> words = Map.of(
                "version",
                version("flags"),
                "repeats",
                "3",
                "repeatsWithin",
                "30",
                "alarmingWords.da",
                "pas på\r\n\r\npoliti*");
        assertThat(post("flags", words).statusCode()).isEqualTo(303);
        get("flags")
                .body("alarmingWords.da", equalTo(List.of("pas på", "politi*")))
                .body("repeatsWithin", equalTo(Duration.ofDays(30).toString()));
        page("flags").body(containsString("pas på\npoliti*"));
        Response stale = post("flags", words);
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.asString()).contains("Somebody else changed this");
    }

    @Test
    void onlyEditorsChangeThem() {
        String reader = TestKeys.withScopes(Scopes.CONFIG_READ);
        for (String setting : List.of("flags", "teams")) {
            given().auth().oauth2(reader).get(SETTINGS + setting).then().statusCode(200);
            given().auth()
                    .oauth2(reader)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .put(SETTINGS + setting)
                    .then()
                    .statusCode(403);
            given().auth()
                    .oauth2(reader)
                    .get("/inbox/settings/" + setting)
                    .then()
                    .statusCode(200)
                    .body(not(containsString("Save the")));
            given().auth()
                    .oauth2(TestKeys.withScopes(Scopes.SCORES_READ))
                    .get("/inbox/settings/" + setting)
                    .then()
                    .statusCode(403);
        }
    }

    private static Map<String, Object> flags(Map<String, List<String>> words, int repeats) {
        return Map.of("alarmingWords", words, "repeats", repeats, "repeatsWithin", "P90D");
    }

    private String version(String setting) {
        return get(setting).extract().path("version").toString();
    }

    private ValidatableResponse get(String setting) {
        return given().auth().oauth2(desk.key()).get(SETTINGS + setting).then();
    }

    private ValidatableResponse put(String setting, Object body) {
        return given().auth()
                .oauth2(desk.key())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + version(setting) + "\"")
                .body(body)
                .put(SETTINGS + setting)
                .then();
    }

    private ValidatableResponse page(String setting) {
        return given().auth()
                .oauth2(desk.key())
                .get("/inbox/settings/" + setting)
                .then();
    }

    private ValidatableResponse inbox(String query) {
        return given().auth().oauth2(desk.key()).get("/inbox?" + query).then();
    }

    private Response post(String setting, Map<String, String> form) {
        return given().redirects()
                .follow(false)
                .auth()
                .oauth2(desk.key())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .post("/inbox/settings/" + setting);
    }
}
