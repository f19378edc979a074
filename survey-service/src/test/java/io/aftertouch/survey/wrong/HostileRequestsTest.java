package io.aftertouch.survey.wrong;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.intruder.HostileRequests;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.Tap;
import io.aftertouch.survey.brand.Pictures;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

/**
 * Whatever is sent to this service is answered with a documented status, soon, and changes nothing unless it should. It stands in a package behind all
 * others, so that it comes last and leaves what it makes to nobody.
 */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class HostileRequestsTest {

    private static final String RESPONDENTS = "/api/v1/respondents";
    private final Installation shop = new Installation();

    @AfterEach
    void theBrandHasNoLogoAgain() {
        shop.as().header("If-Match", tag("/api/v1/brand")).delete("/api/v1/brand/logo");
    }

    @Test
    void everyOperationIsAnsweredWell() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("NPS");
        HostileRequests.to("survey-service", TestKeys.allScopes())
                .at("/api/v1/api-keys/{id}", () -> shop.post(
                                "/api/v1/api-keys", Map.of("name", "hostile", "scopes", List.of("scores:read")))
                        .extract()
                        .path("id"))
                .saying("createApiKey", () -> Map.of("name", "hostile", "scopes", List.of("scores:read")))
                .saying("changeLogo", () -> Pictures.logo("png", 100, 20))
                .at("getLogo", this::logo)
                .saying("changeSurveyLogo", () -> Pictures.logo("png", 100, 20))
                .at("getSurveyLogo", this::surveyWithLogo)
                .saying("reportBounce", () -> Map.of("kind", "SOFT", "email", person() + "@example.com"))
                .saying("postEvent", () -> event(touchpoint, fresh("hostile")))
                .saying("postEvents", () -> Map.of("events", List.of(event(touchpoint, fresh("hostile")))))
                .saying("simulateEvent", () -> event(touchpoint, fresh("hostile")))
                .saying("replayEvents", () -> Map.of("rule", rule(touchpoint, survey)))
                .at("/api/v1/invitations/{id}", () -> invitation("PT2H"))
                .at("resendInvitation", () -> sentInvitation())
                .at("/api/v1/public-links/{code}", () -> link(touchpoint, survey))
                .saying("createPublicLink", () -> Map.of("survey", survey, "touchpoint", touchpoint))
                .at(RESPONDENTS + "/{ref}", this::person)
                .saying("createRespondent", () -> respondent(fresh("hostile")))
                .saying("patchRespondent", () -> Map.of("name", "Freja"))
                .at(RESPONDENTS + "/erasures/{ref}", this::whoWantsToBeErased)
                .at(RESPONDENTS + "/{ref}/bounce", this::bounced)
                .at("getErasure", this::erased)
                .saying("optOut", Map::of)
                .at(RESPONDENTS + "/imports/{id}", this::imported)
                .saying("importRespondents", () -> "ref,email\n" + fresh("hostile") + ",freja@example.com\n")
                .unavailable("exportRespondent")
                .unavailable("getErasure")
                .at("/api/v1/stages/{key}", this::stage)
                .saying("createStage", () -> Map.of("key", fresh("hostile"), "name", "Hostile", "position", 9))
                .at("/api/v1/surveys/{key}", () -> shop.publishedSurvey("CSAT"))
                .at("discardSurveyDraft", this::draft)
                .at("publishSurvey", this::draft)
                .at("changeSurvey", () -> shop.publishedSurvey("NPS"))
                .saying(
                        "createSurvey",
                        () -> Map.of("key", fresh("hostile"), "metric", "NPS", "subject", "Nordlys", "texts", texts()))
                .saying("changeSurvey", () -> Map.of("subject", "Nordlys", "texts", texts()))
                .at("/api/v1/surveys/{key}/versions/{version}", () -> survey + "/1")
                .at("/api/v1/surveys/{key}/versions/comparison", () -> survey)
                .asking("compareSurveyVersions", "from=1&to=1")
                .at("/api/v1/touchpoints/{key}", shop::touchpoint)
                .saying(
                        "createTouchpoint",
                        () -> Map.of(
                                "key",
                                fresh("hostile"),
                                "name",
                                "Hostile",
                                "stage",
                                "post-purchase",
                                "channel",
                                "email"))
                .saying("createTriggerRule", () -> rule(touchpoint, survey))
                .at("/api/v1/trigger-rules/{id}", () -> shop.rule(touchpoint, survey))
                .send();
    }

    private static Map<String, Object> rule(String touchpoint, String survey) {
        return Map.of(
                "touchpoint",
                touchpoint,
                "survey",
                survey,
                "channels",
                List.of("EMAIL"),
                "conditions",
                List.of(Map.of("field", "segment.country", "operator", "equals", "value", "DK")));
    }

    private static Map<String, Object> texts() {
        return Map.of("da", Map.of("lowLabel", "Nej", "highLabel", "Ja"));
    }

    private static Map<String, Object> respondent(String ref) {
        return Map.of("ref", ref, "email", ref + "@example.com", "locale", "da");
    }

    private String person() {
        String ref = fresh("hostile");
        shop.post(RESPONDENTS, respondent(ref)).statusCode(201);
        return ref;
    }

    private String bounced() {
        String ref = person();
        shop.post("/api/v1/bounces", Map.of("kind", "HARD", "email", ref + "@example.com"))
                .statusCode(200);
        return ref;
    }

    private String erased() {
        String ref = person();
        shop.as().delete(RESPONDENTS + "/" + ref).then().statusCode(204);
        return ref;
    }

    private String whoWantsToBeErased() {
        String ref = fresh("hostile");
        String link = askedByLink(ref).path("decisions[0].invitation.link");
        String page = link.substring(link.indexOf("/s/")).replace("/s/", "/u/") + "/erasure";
        Tap.on(page).post(page).then().statusCode(200);
        return ref;
    }

    private ExtractableResponse<Response> askedByLink(String ref) {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("channels", new String[] {"LINK"}));
        return shop.happens(event(touchpoint, ref)).statusCode(202).extract();
    }

    private String invitation(String delay) {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("delay", delay));
        return shop.happens(event(touchpoint, fresh("hostile"))).extract().path("decisions[0].invitation.id");
    }

    private String sentInvitation() {
        Mailbox.open();
        String id = invitation("PT0S");
        await().until(() ->
                shop.get("/api/v1/invitations/" + id).extract().path("state").equals("SENT"));
        return id;
    }

    private String link(String touchpoint, String survey) {
        return shop.post("/api/v1/public-links", Map.of("survey", survey, "touchpoint", touchpoint))
                .extract()
                .path("code");
    }

    private String imported() {
        return given().header("Authorization", "Bearer " + TestKeys.allScopes())
                .contentType("text/csv")
                .body("ref,email\n" + fresh("hostile") + ",nobody\n")
                .post(RESPONDENTS + "/imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String logo() {
        wear("/api/v1/brand");
        return "";
    }

    private String surveyWithLogo() {
        String survey = shop.publishedSurvey("NPS");
        wear("/api/v1/surveys/" + survey + "/brand");
        return survey;
    }

    private void wear(String brand) {
        given().header("Authorization", "Bearer " + TestKeys.allScopes())
                .header("If-Match", tag(brand))
                .contentType("image/png")
                .body(Pictures.logo("png", 100, 20))
                .put(brand + "/logo")
                .then()
                .statusCode(200);
    }

    private String stage() {
        String key = fresh("hostile");
        shop.post("/api/v1/stages", Map.of("key", key, "name", "Hostile")).statusCode(201);
        return key;
    }

    private String draft() {
        String key = shop.publishedSurvey("NPS");
        change("/api/v1/surveys/" + key, Map.of("subject", "Nordlys A/S"));
        return key;
    }

    private void change(String path, Map<String, Object> content) {
        shop.as()
                .header("If-Match", tag(path))
                .body(new HashMap<>(content))
                .put(path)
                .then()
                .statusCode(200);
    }

    private String tag(String path) {
        return shop.get(path).extract().header("ETag");
    }
}
