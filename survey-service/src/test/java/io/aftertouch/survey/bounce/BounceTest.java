package io.aftertouch.survey.bounce;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.Told;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** What the bounce mailbox knows: the address is not written to any more, until the person has another one. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class BounceTest {

    private final Installation shop = new Installation();
    private final String ref = fresh("r");
    private final String address = ref + "@example.com";

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void aHardBounceMarksTheAddressAndEndsTheInvitation() {
        String id = sent(shop.askingTouchpoint());

        for (int twice = 0; twice < 2; twice++) {
            report(Map.of(
                            "messageId",
                            "<" + id + "@localhost>",
                            "kind",
                            "HARD",
                            "diagnostic",
                            "550 5.1.1 <" + address + "> unknown"))
                    .statusCode(200)
                    .body("invitation", equalTo(id))
                    .body("state", equalTo("BOUNCED"))
                    .body("addressMarked", equalTo(true));
        }

        shop.get("/api/v1/invitations/" + id)
                .body("state", equalTo("BOUNCED"))
                .body("reason", equalTo("ADDRESS_BOUNCED"))
                .body("history.step", contains("SCHEDULED", "SENT", "BOUNCED"))
                .body("history[2].reply", equalTo("550 5.1.1 … unknown"));
        assertThat(Told.once("invitations", id, "invitation.bounced")).contains("ADDRESS_BOUNCED");
        notAskedAgain("ADDRESS_BOUNCED", Map.of("ref", ref, "email", address));
    }

    @Test
    void anotherWayToWriteTheMailboxIsTheSameAndAnotherMailboxIsFree() {
        sent(shop.askingTouchpoint());
        report(Map.of("email", ref.toUpperCase(java.util.Locale.ROOT) + "+x@example.com", "kind", "HARD"))
                .statusCode(200)
                .body("state", equalTo("BOUNCED"))
                .body("addressMarked", equalTo(true));

        notAskedAgain("ADDRESS_BOUNCED", Map.of("ref", ref, "email", address));
        shop.happens(event(
                        shop.askingTouchpoint(),
                        ref,
                        Map.of("respondent", Map.of("ref", ref, "email", "new-" + address, "locale", "da"))))
                .body("decisions[0].outcome", equalTo("INVITED"));
        Mailbox.mailTo("new-" + address);
    }

    @Test
    void whatAMailServerReportsIsTakenAsItIs() {
        String id = sent(shop.askingTouchpoint());
        String status = DeliveryReportTest.STATUS.replace("freja@example.com", address);
        String mail = DeliveryReportTest.whole(status, "<" + id + "@localhost>");

        raw("message/rfc822", mail)
                .statusCode(200)
                .body("invitation", equalTo(id))
                .body("state", equalTo("BOUNCED"))
                .body("addressMarked", equalTo(true));
        raw("message/delivery-status", status).statusCode(200).body("addressMarked", equalTo(true));
        raw("multipart/report; report-type=delivery-status; boundary=cut", mail.substring(mail.indexOf("--cut")))
                .statusCode(200)
                .body("invitation", equalTo(id));
        raw("message/delivery-status", status.replace("failed", "delivered"))
                .statusCode(200)
                .body("addressMarked", equalTo(false));

        shop.get("/api/v1/invitations/" + id)
                .body("history.step", contains("SCHEDULED", "SENT", "BOUNCED"))
                .body("history[2].reply", equalTo("550 5.1.1 … Recipient address rejected"));
        notAskedAgain("ADDRESS_BOUNCED", Map.of("ref", ref, "email", address));
        raw("message/rfc822", "Hello").statusCode(422).body("type", equalTo("/problems/unreadable-report"));
        raw("text/plain", status).statusCode(415);
    }

    @Test
    void aSoftBounceIsOnlyRemembered() {
        String id = sent(shop.askingTouchpoint());

        report(Map.of("messageId", id + "-reminder@localhost", "kind", "SOFT", "diagnostic", "452 mailbox full"))
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .body("addressMarked", equalTo(false));

        shop.get("/api/v1/invitations/" + id)
                .body("state", equalTo("SENT"))
                .body("history.step", contains("SCHEDULED", "SENT", "DELAYED"))
                .body("history[2].reply", equalTo("452 mailbox full"));
    }

    @Test
    void aReportThatSaysNothingWeCanUseIsRefused() {
        report(Map.of("kind", "HARD")).statusCode(400);
        report(Map.of("messageId", "<x@localhost>")).statusCode(400);
        report(Map.of("messageId", "<x@localhost>", "kind", "WORSE")).statusCode(400);
        report(Map.of("email", "no address", "kind", "HARD")).statusCode(400);
        report(Map.of("messageId", "<019a9b1e-4400-7a10-8f00-0000000000f1@elsewhere.example>", "kind", "HARD"))
                .statusCode(404);
        report(Map.of("messageId", "'; DROP TABLE invitation; --", "kind", "SOFT"))
                .statusCode(404);
        report(Map.of(
                        "email",
                        address,
                        "kind",
                        "HARD",
                        "at",
                        Instant.now().plusSeconds(3600).toString()))
                .statusCode(422)
                .body("type", equalTo("/problems/implausible-time"));
        Installation.as(TestKeys.withScopes("scores:read"))
                .body(Map.of("email", address, "kind", "HARD"))
                .post("/api/v1/bounces")
                .then()
                .statusCode(403);
    }

    private io.restassured.response.ValidatableResponse report(Map<String, Object> bounce) {
        return shop.post("/api/v1/bounces", bounce);
    }

    private io.restassured.response.ValidatableResponse raw(String type, String body) {
        String name = type.split(";")[0];
        return given().config(config().encoderConfig(encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(name, ContentType.TEXT)))
                .header("Authorization", "Bearer " + TestKeys.withScopes("events:write"))
                .contentType(type)
                .body(body)
                .post("/api/v1/bounces")
                .then();
    }

    private String sent(String touchpoint) {
        String id =
                shop.happens(event(touchpoint, ref)).statusCode(202).extract().path("decisions[0].invitation.id");
        Mailbox.mailTo(address);
        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id).body("state", equalTo("SENT")));
        return id;
    }

    private void notAskedAgain(String reason, Map<String, Object> respondent) {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("CES"), Map.of("quarantine", "PT0S", "channels", List.of("EMAIL")));
        shop.happens(event(touchpoint, ref, Map.of("respondent", respondent)))
                .body("decisions[0].outcome", equalTo("NOT_INVITED"))
                .body("decisions[0].reason", equalTo(reason));
    }
}
