package io.aftertouch.survey.delivery;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** The invitations as pages, as plain HTML. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class InvitationPagesTest {

    private final Installation shop = new Installation();
    private final String editor = TestKeys.withScopes("config:read", "events:write");
    private final String analyst = TestKeys.withScopes("config:read");

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void anInvitationIsShownWithItsHistoryItsMailAndWhatCanBeDone() {
        String ref = fresh("r");
        String id = asked(shop.askingTouchpoint(), ref);
        state(id, "SENT");

        assertThat(page(editor, "/invitations/" + id))
                .contains(
                        ref,
                        "Sent",
                        "250",
                        "Send it once more",
                        "/s/",
                        "Hvordan gik det?",
                        "/invitations/" + id + "/mail")
                .doesNotContain("Cancel the invitation", "@example.com");
        assertThat(page(editor, "/invitations/" + id + "/mail")).contains("Nordlys", "?score=10");

        redirects(post(editor, "/invitations/" + id + "/resend"), "/invitations/" + id);
        state(id, "SENT");
        assertThat(page(editor, "/invitations/" + id)).contains("To be sent again");
    }

    @Test
    void whoMayOnlyReadSeesNeitherTheLinkNorTheMail() {
        String id = asked(shop.askingTouchpoint(), fresh("r"));

        assertThat(page(analyst, "/invitations/" + id))
                .doesNotContain("/s/", "iframe", "<button class=\"btn btn--danger\">");
        as(analyst).get("/invitations/" + id + "/mail").then().statusCode(403);
        post(analyst, "/invitations/" + id + "/cancellation").then().statusCode(403);
        post(analyst, "/invitations/" + id + "/resend").then().statusCode(403);
    }

    @Test
    void whatWaitsIsCancelledAndWhatIsCancelledCannotBeSent() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("delay", "PT1H"));
        String id = asked(touchpoint, fresh("r"));

        redirects(post(editor, "/invitations/" + id + "/cancellation"), "/invitations/" + id);

        assertThat(page(editor, "/invitations/" + id)).contains("Cancelled", "Cancelled by hand");
        post(editor, "/invitations/" + id + "/resend")
                .then()
                .statusCode(409)
                .body(containsString("The invitation is CANCELLED and cannot become SCHEDULED."));
        post(editor, "/invitations/" + UUID.randomUUID() + "/resend").then().statusCode(404);
        as(editor).get("/invitations/" + UUID.randomUUID()).then().statusCode(404);
        as(editor).get("/invitations/none").then().statusCode(400);
    }

    @Test
    void ofSomebodyErasedTheInvitationIsStillThere() {
        String touchpoint = shop.askingTouchpoint();
        String ref = fresh("r");
        String id = asked(touchpoint, ref);
        shop.as().delete("/api/v1/respondents/" + ref).then().statusCode(204);

        assertThat(page(editor, "/invitations?touchpoint=" + touchpoint))
                .contains("<a href=\"/invitations/" + id + "\">Erased</a>")
                .doesNotContain(ref);
        assertThat(page(editor, "/invitations/" + id))
                .contains("Invitation of somebody erased")
                .doesNotContain(ref, "/respondents/\"", "respondent=\"");
    }

    @Test
    void theListIsFilteredAndOldAddressesStillShowIt() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("NPS");
        String rule = shop.rule(touchpoint, survey, Map.of("delay", "PT1H"));
        String ref = fresh("r");
        String id = asked(touchpoint, ref);

        String here = "/invitations?touchpoint=" + touchpoint;
        for (String same : List.of("&survey=" + survey, "&rule=" + rule, "&from=2026-01-01&to=9998-12-31")) {
            assertThat(page(analyst, here + same)).contains("/invitations/" + id, "More filters");
        }
        for (String other :
                List.of("&survey=other", "&rule=" + UUID.randomUUID(), "&from=2998-01-01", "&to=2026-01-01")) {
            assertThat(page(analyst, here + other)).contains("Nothing fits these filters");
        }
        for (String nonsense : List.of("&rule=none", "&from=yesterday", "&to=%2B1000000000-01-01")) {
            assertThat(page(analyst, here + nonsense)).contains("/invitations/" + id);
        }

        assertThat(page(analyst, here + "&state=SCHEDULED&channel=EMAIL")).contains(ref, "/invitations/" + id);
        assertThat(page(analyst, "/invitations?respondent=" + ref + "&state=SENT"))
                .contains("Nothing fits these filters");
        assertThat(page(analyst, "/invitations?state=NONSENSE&period=EVER&channel=DOVE&respondent=%3Cscript%3E"))
                .doesNotContain("<script>alert");
        as(analyst).get("/invitations?cursor=forged").then().statusCode(400);
    }

    private String asked(String touchpoint, String ref) {
        return shop.happens(event(touchpoint, ref)).statusCode(202).extract().path("decisions[0].invitation.id");
    }

    private void state(String id, String state) {
        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id).body("state", equalTo(state)));
    }

    private static io.restassured.specification.RequestSpecification as(String key) {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .header("Authorization", "Bearer " + key)
                .contentType("application/x-www-form-urlencoded");
    }

    private static String page(String key, String path) {
        return as(key).get(path).then().statusCode(200).extract().asString();
    }

    private static Response post(String key, String path) {
        return as(key).post(path);
    }

    private static void redirects(Response response, String path) {
        response.then().statusCode(303).header("Location", org.hamcrest.Matchers.endsWith(path));
    }
}
