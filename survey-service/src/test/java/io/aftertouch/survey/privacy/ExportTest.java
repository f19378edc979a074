package io.aftertouch.survey.privacy;

import java.util.List;
import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Whoever may sees all that the suite keeps about a respondent, or is told what is missing. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
@WithTestResource(value = NeighbourServers.class, scope = TestResourceScope.GLOBAL)
class ExportTest {

    private static final String COMMENT = "Never came";
    private static final String ANSWERS = "{\"answers\": [{\"score\": 2, \"comment\": \"" + COMMENT
            + "\"}], \"invitations\": [], \"parkedMessages\": []}";

    private final Installation shop = new Installation();
    private final String ref = fresh("export me/1");

    @BeforeEach
    void theOthersKeepNothing() {
        NeighbourServers.keep(NeighbourServers.NOTHING_OF_FEEDBACK, NeighbourServers.NOTHING_OF_SCORE);
    }

    @Test
    void allOfItComesFromEveryService() {
        String touchpoint = shop.askingTouchpoint();
        shop.happens(event(
                        touchpoint,
                        ref,
                        Map.of("respondent", Map.of("ref", ref, "email", "freja@example.com", "name", "Freja"))))
                .statusCode(202);
        shop.post(path() + "/opt-outs", Map.of("reason", "Too many")).statusCode(204);
        NeighbourServers.keep(ANSWERS, NeighbourServers.NOTHING_OF_SCORE);

        export().statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("ref", equalTo(ref))
                .body("survey.respondent.email", equalTo("freja@example.com"))
                .body("survey.optOuts.reason", equalTo(List.of("Too many")))
                .body("survey.optOutHistory", hasSize(1))
                .body("survey.events.touchpoint", equalTo(List.of(touchpoint)))
                .body("survey.events[0].attributes.ticketId", equalTo("4711"))
                .body("survey.invitations", hasSize(1))
                .body("survey.invitations[0].history[0].step", equalTo("SCHEDULED"))
                .body("survey.decisions.reason", equalTo(List.of("INVITED")))
                .body("survey.exports", hasSize(0))
                .body("feedback.answers[0].comment", equalTo(COMMENT))
                .body("score.parkedMessages", hasSize(0));
        export().body("survey.exports", hasSize(1)).body("survey.exports[0].by", containsString("key:"));
        assertThat(NeighbourServers.asked("respondent=export+me%2F1"))
                .as("in the name of whoever asked")
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(asked.authorization()).startsWith("Bearer atk_"));
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsExported() {
        shop.post("/api/v1/respondents", Map.of("ref", ref)).statusCode(201);
        NeighbourServers.keep(null, NeighbourServers.NOTHING_OF_SCORE);
        export().statusCode(503)
                .body("type", equalTo("/problems/export-incomplete"))
                .body("errors.field", equalTo(List.of("feedback-service")));
        NeighbourServers.keep("this is no JSON", null);
        export().statusCode(503).body("errors.field", equalTo(List.of("feedback-service", "score-service")));

        NeighbourServers.keep(NeighbourServers.NOTHING_OF_FEEDBACK, NeighbourServers.NOTHING_OF_SCORE);
        export().statusCode(200).body("survey.exports", hasSize(0));
    }

    @Test
    void somebodyOfWhomNothingIsKeptIsNotFoundAndOneOfWhomOnlyTheOthersKnowIs() {
        export().statusCode(404);
        NeighbourServers.keep(ANSWERS, NeighbourServers.NOTHING_OF_SCORE);
        export().statusCode(200).body("survey.respondent", nullValue());
    }

    @Test
    void onlyAdministratorsExport() {
        String reader = TestKeys.withScopes("respondents:read", "responses:read");
        Installation.as(reader).get(path() + "/export").then().statusCode(403);
        given().get(path() + "/export").then().statusCode(401);
        Installation.as(reader).get("/privacy").then().statusCode(200).body(not(containsString("Download all")));
        Installation.as(reader).get("/privacy/export?respondent=r").then().statusCode(403);
    }

    @Test
    void anErasureIsFinishedWhenNoServiceKeepsAnything() {
        shop.get(path() + "/erasure").statusCode(404);
        shop.post("/api/v1/respondents", Map.of("ref", ref)).statusCode(201);
        shop.get(path() + "/erasure").statusCode(404);
        shop.as().delete(path()).then().statusCode(204);

        NeighbourServers.keep(ANSWERS, NeighbourServers.NOTHING_OF_SCORE);
        shop.get(path() + "/erasure")
                .statusCode(200)
                .body("state", equalTo("RUNNING"))
                .body("services.state", equalTo(List.of("FINISHED", "RUNNING", "FINISHED")));
        assertThat(page(ref)).contains("Not finished", "feedback-service still has something to forget");

        NeighbourServers.keep(NeighbourServers.NOTHING_OF_FEEDBACK, null);
        shop.get(path() + "/erasure")
                .body("state", equalTo("UNKNOWN"))
                .body("services.find { it.state == 'UNKNOWN' }.service", equalTo("score-service"));
        assertThat(page(ref)).contains("score-service did not answer");

        NeighbourServers.keep(NeighbourServers.NOTHING_OF_FEEDBACK, NeighbourServers.NOTHING_OF_SCORE);
        shop.get(path() + "/erasure").body("state", equalTo("FINISHED")).body("erasedAt", notNullValue());
        assertThat(page(ref)).contains("No service keeps anything about them any more");
        Installation.as(TestKeys.withScopes("respondents:read"))
                .get(path() + "/erasure")
                .then()
                .statusCode(403);
    }

    @Test
    void howLongEveryServiceKeepsWhatIsSaid() {
        shop.get("/api/v1/retention")
                .statusCode(200)
                .body("missing", hasSize(0))
                .body(
                        "items.findAll { it.service == 'survey-service' }.kind",
                        org.hamcrest.Matchers.hasItems(
                                "respondents", "events", "decisions", "invitations", "told-events"))
                .body(
                        "items.findAll { it.service == 'feedback-service' }.oldestAt",
                        equalTo(List.of("2020-01-01T00:00:00Z")));
        NeighbourServers.keep(NeighbourServers.NOTHING_OF_FEEDBACK, null);
        shop.get("/api/v1/retention").statusCode(200).body("missing", equalTo(List.of("score-service")));
    }

    @Test
    void thePageFindsPeopleByWhatTheyAreKnownUnder() {
        String mail = fresh("Freja.Mail") + "@example.com";
        shop.post("/api/v1/respondents", Map.of("ref", ref, "email", mail, "name", "<Freja>"))
                .statusCode(201);

        assertThat(page(ref)).contains("&lt;Freja&gt;", "Download all that is kept", "/erasure");
        assertThat(page(mail.toUpperCase(java.util.Locale.ROOT))).contains("&lt;Freja&gt;");
        assertThat(page("nobody-" + ref)).contains("Nobody here", "Erase what is kept under it");
        assertThat(page("")).contains("24 months", "Answers with comments", "feedback-service", "Late");
        String file = shop.as()
                .queryParam("respondent", ref)
                .get("/privacy/export")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .contentType("application/json")
                .extract()
                .asString();
        assertThat(file).contains(mail);
        assertThat(page("")).contains("Export of a respondent by");

        NeighbourServers.keep(null, null);
        String failed = shop.as()
                .queryParam("respondent", ref)
                .get("/privacy/export")
                .then()
                .statusCode(503)
                .extract()
                .asString();
        assertThat(failed).contains("Nothing was exported", "feedback-service and score-service did not answer");

        shop.as().delete(path()).then().statusCode(204);
        assertThat(page(ref)).contains("This is somebody who was erased").doesNotContain("Freja");
        assertThat(page("")).contains("Erasure of a respondent by");
    }

    private String page(String sought) {
        return shop.as()
                .queryParam("respondent", sought)
                .get("/privacy")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String path() {
        return "/api/v1/respondents/~"
                + java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(ref.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private ValidatableResponse export() {
        return shop.get(path() + "/export");
    }
}
