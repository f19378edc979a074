package io.aftertouch.survey.optout;

import java.util.List;
import java.util.Map;

import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.Guessing;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.Tap;
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
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Who does not want to be asked is not asked: whatever way they say it, and under whatever name they come back. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class OptOutTest {

    private final Installation shop = new Installation();
    private final String ref = fresh("r");
    private String touchpoint;
    private String elsewhere;

    @BeforeEach
    void twoTouchpointsWhereEverybodyIsAsked() {
        Mailbox.open();
        touchpoint = asking();
        elsewhere = asking();
    }

    private String asking() {
        String key = shop.touchpoint();
        shop.rule(key, shop.publishedSurvey("CSAT"), Map.of("quarantine", "PT0S"));
        return key;
    }

    /** The page behind the link in the e-mail about what happened at the touchpoint. */
    private String page() {
        String link = shop.happens(event(touchpoint, ref)).extract().path("decisions[0].invitation.link");
        return link.replace("http://localhost:8080/s/", "/u/");
    }

    private void is(String reasonOrOutcome, String at) {
        shop.happens(event(at, ref)).body("decisions[0].reason", equalTo(reasonOrOutcome));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data", "text/plain"})
    void oneClickEndsAllQuestionsWhateverTheMailProgramSends(String type) {
        String page = page();
        RequestSpecification post =
                switch (type) {
                    case "multipart/form-data" -> given().multiPart("List-Unsubscribe", "One-Click");
                    default -> given().contentType(type).body("List-Unsubscribe=One-Click");
                };
        post.post(page).then().statusCode(200).header("Cache-Control", equalTo("no-store"));

        is("OPTED_OUT", touchpoint);
        is("OPTED_OUT", elsewhere);
    }

    @Test
    void oneClickNeedsNoCookieAndNoOrigin() {
        String page = page();
        Tap.inMailProgram()
                .header("Origin", "https://mail.example.com")
                .header("Sec-Fetch-Site", "cross-site")
                .post(page)
                .then()
                .statusCode(200);
        is("OPTED_OUT", touchpoint);
    }

    @Test
    void onlyThisTouchpointLeavesTheOthersAndCanBeMadeAll() {
        String page = page();
        Tap.on(page)
                .queryParam("lang", "en")
                .queryParam("scope", "touchpoint")
                .post(page)
                .then()
                .statusCode(200)
                .body(containsString("no more questions from Nordlys about “Support ticket closed”"))
                .body(containsString("Do not ask me again"));
        is("OPTED_OUT", touchpoint);
        is("INVITED", elsewhere);

        Tap.on(page).post(page).then().statusCode(200).body(containsString("Vi spørger dig ikke igen"));
        is("OPTED_OUT", elsewhere);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "touchpoint"})
    void whatWasEndedByTheLinkIsTakenBackByTheLink(String extent) {
        String page = page();
        Tap.on(page)
                .queryParam("scope", extent)
                .post(page)
                .then()
                .body(containsString("undo=" + extent))
                .body(containsString("Fortryd"));
        is("OPTED_OUT", touchpoint);

        given().get(page + "?undo=" + extent).then().statusCode(200);
        is("OPTED_OUT", touchpoint);
        Tap.on(page)
                .queryParam("undo", extent)
                .post(page)
                .then()
                .statusCode(200)
                .body(containsString("Alt er som før"));
        is("INVITED", touchpoint);
        shop.get("/api/v1/respondents/" + ref + "/opt-outs")
                .body("items", hasSize(0))
                .body("history.act", equalTo(List.of("LIFTED", "OPTED_OUT")))
                .body("history.by", equalTo(List.of("respondent", "respondent")));
    }

    @Test
    void whatAColleagueWroteDownTheLinkDoesNotTakeBack() {
        String page = page();
        optOut(ref, Map.of("reason", "Asked by phone", "source", "phone call"));

        given().get(page)
                .then()
                .statusCode(200)
                .body(containsString("Vi spørger dig ikke igen"))
                .body(not(containsString("undo=")));
        Tap.on(page).queryParam("undo", "all").post(page).then().statusCode(200);
        is("OPTED_OUT", touchpoint);
    }

    @Test
    void whatWaitsToBeSentIsCancelledWithItsReason() {
        String later = shop.touchpoint();
        shop.rule(later, shop.publishedSurvey("CSAT"), Map.of("quarantine", "PT0S", "delay", "PT2H"));
        String other = shop.happens(event(later, ref)).extract().path("decisions[0].invitation.id");
        String elsewhereToo = shop.happens(event(
                        later, "", Map.of("respondent", Map.of("ref", fresh("r"), "email", ref + "@example.com"))))
                .extract()
                .path("decisions[0].invitation.id");

        String page = page();
        Tap.on(page).queryParam("scope", "touchpoint").post(page).then().statusCode(200);
        shop.get("/api/v1/invitations/" + other).body("state", equalTo("SCHEDULED"));

        optOut(ref, Map.of());
        for (String id : List.of(other, elsewhereToo)) {
            shop.get("/api/v1/invitations/" + id)
                    .body("state", equalTo("CANCELLED"))
                    .body("reason", equalTo("OPTED_OUT"));
        }
    }

    @Test
    void anOptOutIsKeptWithReasonSourceAndWhoSaidIt() {
        page();
        optOut(ref, Map.of("touchpoint", touchpoint, "reason", "Too often", "source", "phone call"));
        optOut(ref, Map.of("touchpoint", touchpoint, "reason", "Again"));

        shop.get("/api/v1/respondents/" + ref + "/opt-outs")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].touchpoint", equalTo(touchpoint))
                .body("items[0].reason", equalTo("Too often"))
                .body("items[0].source", equalTo("phone call"))
                .body("items[0].by", containsString("key:"))
                .body("history", hasSize(1));

        shop.as().delete("/api/v1/respondents/" + ref + "/opt-outs").then().statusCode(204);
        is("OPTED_OUT", touchpoint);
        shop.as()
                .queryParam("touchpoint", touchpoint)
                .queryParam("reason", "Changed her mind")
                .delete("/api/v1/respondents/" + ref + "/opt-outs")
                .then()
                .statusCode(204);
        is("INVITED", touchpoint);
        shop.get("/api/v1/respondents/" + ref + "/opt-outs")
                .body("history[0].act", equalTo("LIFTED"))
                .body("history[0].reason", equalTo("Changed her mind"))
                .body("history[1].act", equalTo("OPTED_OUT"))
                .body("history[1].touchpoint", equalTo(touchpoint));
    }

    @Test
    void somebodyCanOptOutBeforeTheyAreKnown() {
        String odd = "crm/" + ref + " ø";
        String segment = io.aftertouch.survey.respondent.RespondentPath.segment(odd);
        optOut(segment, Map.of());

        shop.happens(event(touchpoint, odd, Map.of("respondent", Map.of("ref", odd, "email", ref + "@example.com"))))
                .body("decisions[0].reason", equalTo("OPTED_OUT"));
        shop.get("/api/v1/respondents/" + segment + "/opt-outs").body("items[0].touchpoint", nullValue());
    }

    @Test
    void everyActIsToldOnce() {
        page();
        optOut(ref, Map.of("touchpoint", touchpoint));
        optOut(ref, Map.of("touchpoint", touchpoint));
        shop.as()
                .queryParam("touchpoint", touchpoint)
                .delete("/api/v1/respondents/" + ref + "/opt-outs")
                .then()
                .statusCode(204);

        List<String> told = await().until(
                        () -> Topics.published("respondents").stream()
                                .filter(message -> ref.equals(message.key()))
                                .map(message -> CloudEventHeaders.type(message.headers())
                                                .orElseThrow() + " " + new String(message.value(), UTF_8))
                                .toList(),
                        messages -> messages.size() == 2);
        assertThat(told.get(0)).startsWith("respondent.opted-out").contains("TOUCHPOINT", touchpoint);
        assertThat(told.get(1)).startsWith("respondent.opted-in").contains("TOUCHPOINT", touchpoint);
        Contracts.assertValid(
                "respondent.opted-out", told.get(0).substring(told.get(0).indexOf('{')));
        Contracts.assertValid(
                "respondent.opted-in", told.get(1).substring(told.get(1).indexOf('{')));
        Contracts.assertValid("respondent.opted-in", Contracts.example("respondent.opted-in"));
    }

    @Test
    void badWishesAreRefusedClearly() {
        String path = "/api/v1/respondents/" + ref + "/opt-outs";
        shop.post(path, Map.of("touchpoint", "no.such"))
                .statusCode(422)
                .body("type", equalTo("/problems/unknown-touchpoint"));
        shop.post(path, Map.of("reason", "two\nlines")).statusCode(400);
        shop.post(path, Map.of("colour", "red")).statusCode(400);
        shop.as().queryParam("reason", "x".repeat(300)).delete(path).then().statusCode(400);
        shop.post("/api/v1/respondents/~%21/opt-outs", Map.of()).statusCode(404);
    }

    @Test
    void whoMayPostEventsMayEndQuestionsButNotReadNorAllowThem() {
        String path = "/api/v1/respondents/" + ref + "/opt-outs";
        String key = TestKeys.withScopes("events:write");
        Installation.as(key).body(Map.of()).post(path).then().statusCode(204);
        Installation.as(key).get(path).then().statusCode(403);
        Installation.as(key).delete(path).then().statusCode(403);
        given().get(path).then().statusCode(401);
    }

    @Test
    void whoGuessesLinksHasToWaitWhileRealOnesGoOnWorking() {
        String page = page();
        Guessing.untilRefused(() -> given().header("X-Forwarded-For", "192.0.2.77")
                        .header("Accept-Language", "de")
                        .get("/u/guess"))
                .then()
                .header("Retry-After", equalTo("60"))
                .contentType("text/html")
                .body(containsString("Zu viele Links"));
        Tap.inMailProgram()
                .header("X-Forwarded-For", "192.0.2.77")
                .post(page)
                .then()
                .statusCode(200);
        given().header("X-Forwarded-For", "192.0.2.78").get("/u/guess").then().statusCode(404);
        is("OPTED_OUT", touchpoint);
    }

    private void optOut(String segment, Map<String, String> wish) {
        shop.post("/api/v1/respondents/" + segment + "/opt-outs", wish).statusCode(204);
    }
}
