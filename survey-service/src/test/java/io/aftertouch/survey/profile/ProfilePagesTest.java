package io.aftertouch.survey.profile;

import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.respondent.RespondentPath;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Colleagues find, add and change respondents and see all that is known of one, with plain pages and forms. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ProfilePagesTest {

    private final Installation shop = new Installation();
    private final String ref = fresh("crm/r");
    private final String page = "/respondents/" + RespondentPath.segment(ref);

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void aRespondentIsAddedFoundAndChangedByForms() {
        form(Map.of(
                        "ref",
                        ref,
                        "name",
                        "Freja <b>Holm</b>",
                        "email",
                        fresh("f") + "@example.com",
                        "country",
                        "dk",
                        "consentBasis",
                        "club",
                        "consentAt",
                        "2026-01-02T03:04:05Z"))
                .post("/respondents")
                .then()
                .statusCode(303);
        assertThat(shown("/respondents?q=" + ref.replace("/", "%2F"))).contains("Freja &lt;b&gt;Holm", ref, page);
        assertThat(shown(page))
                .contains("Freja &lt;b&gt;Holm", "DK", "club", "Not asked in the last year.", "None holds.");

        String edit = shown(page + "/details");
        String tag = edit.replaceAll("(?s).*name=\"tag\" value=\"&quot;([0-9a-f]+)&quot;\".*", "$1");
        assertThat(tag).matches("[0-9a-f]{16}");
        form(Map.of("tag", "\"" + tag + "\"", "name", "Freja", "timeZone", "Nowhere"))
                .post(page + "/details")
                .then()
                .statusCode(422);
        form(Map.of("tag", "\"" + tag + "\"", "name", "Freja", "timeZone", "Europe/Oslo"))
                .post(page + "/details")
                .then()
                .statusCode(303);
        assertThat(shown(page)).contains("Europe/Oslo").doesNotContain("Holm");
        form(Map.of("tag", "\"" + tag + "\"", "name", "Too late"))
                .post(page + "/details")
                .then()
                .statusCode(422);
    }

    @Test
    void theProfileShowsInvitationsDecisionsAndOptOutsAndLiftsThem() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("NPS");
        shop.rule(touchpoint, survey, Map.of("channels", new String[] {"LINK"}));
        String invitation = shop.happens(event(touchpoint, ref, Map.of("respondent", Map.of("ref", ref))))
                .extract()
                .path("decisions[0].invitation.id");
        shop.happens(event(touchpoint, ref, Map.of("respondent", Map.of("ref", ref))));

        assertThat(shown(page))
                .contains(
                        "/invitations/" + invitation,
                        survey,
                        "Asked once in the last year.",
                        "Free again",
                        "Quarantine");

        form(Map.of("touchpoint", touchpoint, "reason", "Too often", "source", "phone call"))
                .post(page + "/opt-outs")
                .then()
                .statusCode(303);
        assertThat(shown(page)).contains("Lift the opt-out", "Too often", "phone call");
        form(Map.of("touchpoint", "no.such")).post(page + "/opt-outs").then().statusCode(422);
        form(Map.of("touchpoint", touchpoint, "reason", "Asked for it"))
                .post(page + "/lifted-opt-outs")
                .then()
                .statusCode(303);
        assertThat(shown(page)).contains("None holds.", "May be asked again", "Asked for it");
        shop.get("/api/v1" + page + "/opt-outs").body("items.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/respondents", "/respondents/imports"})
    void thePagesAreForPeopleWhoMaySeeThem(String path) {
        String html = shown(path);
        assertThat(html)
                .contains("<main class=\"page\" id=\"main\">", "aria-current=\"page\"")
                .doesNotContain(" style=", "NOT_FOUND", "{page.");
        given().redirects().follow(false).get(path).then().statusCode(302);
        given().header("Authorization", "Bearer " + TestKeys.withScopes("events:write", "config:read"))
                .get(path)
                .then()
                .statusCode(403);
        assertThat(given().header("Authorization", "Bearer " + TestKeys.withScopes("respondents:read"))
                        .get(path)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", equalTo("no-store"))
                        .extract()
                        .asString())
                .doesNotContain("<form method=\"post\" action=\"/respondents");
    }

    @Test
    void whoMayOnlyReadSeesAProfileWithoutForms() {
        shop.post("/api/v1/respondents", Map.of("ref", ref)).statusCode(201);
        RequestSpecification reader =
                given().header("Authorization", "Bearer " + TestKeys.withScopes("respondents:read"));
        assertThat(reader.get(page).then().statusCode(200).extract().asString())
                .doesNotContain("action=\"" + page, "Erase the respondent");
        given().header("Authorization", "Bearer " + TestKeys.withScopes("config:write", "respondents:read"))
                .get(page + "/erasure")
                .then()
                .statusCode(403);
    }

    @Test
    void strangeAddressesAreAnswered() {
        shown("/respondents?q=%3Cscript%3E&optedOut=perhaps&country=Denmark");
        assertThat(shown("/respondents?q=" + fresh("nobody"))).contains("Nobody here", "Show all respondents");
        for (String path : new String[] {
            "/respondents/" + fresh("no"), "/respondents/~%21", "/respondents/" + fresh("no") + "/details"
        }) {
            given().urlEncodingEnabled(false)
                    .header("Authorization", "Bearer " + TestKeys.allScopes())
                    .header("Accept", "text/html")
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("text/html");
        }
        given().header("Authorization", "Bearer " + TestKeys.allScopes())
                .get("/respondents?cursor=forged")
                .then()
                .statusCode(400);
    }

    private static String shown(String path) {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + TestKeys.allScopes())
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asString();
    }

    private static RequestSpecification form(Map<String, String> fields) {
        return given().redirects()
                .follow(false)
                .header("Authorization", "Bearer " + TestKeys.allScopes())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields);
    }
}
