package io.aftertouch.survey.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.ScriptedMailServer;
import io.aftertouch.survey.Tap;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** What happens to invitations is recorded step by step, can be found, and can be asked for once more. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class InvitationLifeTest {

    private final Installation shop = new Installation();

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void theHistoryNamesEachStepWithWhoTookItAndWhatTheMailServerSaid() {
        String id = asked(shop.askingTouchpoint(), fresh("r"));
        state(id, "SENT");

        shop.get("/api/v1/invitations/" + id)
                .body("history.step", contains("SCHEDULED", "SENT"))
                .body("history[0].from", equalTo(null))
                .body("history[0].by", equalTo("events"))
                .body("history[1].from", equalTo("SCHEDULED"))
                .body("history[1].to", equalTo("SENT"))
                .body("history[1].by", equalTo("sending"))
                .body("history[1].attempt", equalTo(1))
                .body("history[1].reply", startsWith("250"));
    }

    @Test
    void aTemporaryNoIsRecordedOnceAndTriedAgain() throws Exception {
        Mailbox.close();
        String ref = fresh("r");
        String id;
        try (var server =
                new ScriptedMailServer((command, to) -> to.equals(ref + "@example.com") && command.equals("RCPT")
                        ? "451 4.7.1 <" + to + "> greylisted"
                        : null)) {
            id = asked(shop.askingTouchpoint(), ref);
            await().untilAsserted(() ->
                    assertThat(this.<Integer>field(id, "attempts")).isGreaterThanOrEqualTo(3));
            shop.get("/api/v1/invitations/" + id)
                    .body("state", equalTo("SCHEDULED"))
                    .body("history.step", contains("SCHEDULED", "ATTEMPT_FAILED"))
                    .body("history[1].reply", equalTo("451 4.7.1 … greylisted"));
            assertThat(server.taken()).noneMatch(mail -> mail.contains(ref));
        } finally {
            Mailbox.open();
        }
        Mailbox.mailTo(ref + "@example.com");
        state(id, "SENT");
    }

    @Test
    void aMessageThatIsRefusedFailsAndTheAddressStaysGood() throws Exception {
        Mailbox.close();
        String ref = fresh("r");
        String touchpoint = shop.askingTouchpoint();
        String id;
        try (var server = new ScriptedMailServer((command, to) ->
                to.equals(ref + "@example.com") && command.equals(".") ? "554 5.7.1 Message rejected" : null)) {
            id = asked(touchpoint, ref);
            state(id, "FAILED");
            assertThat(server.taken()).noneMatch(mail -> mail.contains(ref));
        } finally {
            Mailbox.open();
        }
        shop.get("/api/v1/invitations/" + id).body("reason", equalTo("MESSAGE_REFUSED"));

        shop.post("/api/v1/invitations/" + id + "/resend", Map.of()).statusCode(200);

        Mailbox.mailTo(ref + "@example.com");
        state(id, "SENT");
    }

    @Test
    void sentOnceMoreItKeepsItsLinkAndGetsAnotherMessageId() {
        String ref = fresh("r");
        String id = asked(shop.askingTouchpoint(), ref);
        MimeMessage first = Mailbox.mailTo(ref + "@example.com");
        state(id, "SENT");

        shop.post("/api/v1/invitations/" + id + "/resend", Map.of())
                .statusCode(200)
                .body("state", equalTo("SCHEDULED"))
                .body("history.step", contains("SCHEDULED", "SENT", "RESENT"))
                .body("history[2].by", startsWith("key:"));

        List<MimeMessage> mails = await().until(() -> Mailbox.allTo(ref + "@example.com"), hasSize(2));
        MimeMessage second = mails.stream()
                .filter(mail -> !Mailbox.header(mail, "Message-ID").equals(Mailbox.header(first, "Message-ID")))
                .findFirst()
                .orElseThrow();
        assertThat(Mailbox.header(second, "Message-ID")).isEqualTo("<" + id + "-1@localhost>");
        assertThat(Mailbox.part(second, "text/plain")).isEqualTo(Mailbox.part(first, "text/plain"));
        state(id, "SENT");
    }

    @Test
    void whatWaitsOrIsOverOrWasOptedOutOfIsNotSentOnceMore() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("delay", "PT1H"));
        String waiting = asked(touchpoint, fresh("r"));
        shop.post("/api/v1/invitations/" + waiting + "/resend", Map.of())
                .statusCode(409)
                .body("type", equalTo("/problems/invitation-closed"));
        shop.post("/api/v1/invitations/" + waiting + "/cancellation", Map.of()).statusCode(200);
        shop.post("/api/v1/invitations/" + waiting + "/resend", Map.of()).statusCode(409);

        String sent = asked(shop.askingTouchpoint(), fresh("r"));
        state(sent, "SENT");
        String link = field(sent, "link");
        Tap.inMailProgram()
                .post(link.replace("http://localhost:8080/s/", "/u/"))
                .then()
                .statusCode(200);
        shop.post("/api/v1/invitations/" + sent + "/resend", Map.of())
                .statusCode(409)
                .body("type", equalTo("/problems/resend-refused"))
                .body("detail", equalTo("The respondent must not be asked: OPTED_OUT."));

        shop.post("/api/v1/invitations/" + UUID.randomUUID() + "/resend", Map.of())
                .statusCode(404);
    }

    @Test
    void aLinkIsHandedOutOnceMoreAndNobodyIsRemindedOfIt() {
        String touchpoint = shop.touchpoint();
        shop.rule(
                touchpoint,
                shop.publishedSurvey("NPS"),
                Map.of("channels", List.of("LINK", "EMAIL"), "reminderAfter", "P4D"));
        String ref = fresh("r");
        String id = asked(touchpoint, ref);
        state(id, "SENT");
        String link = field(id, "link");
        String sentAt = field(id, "sentAt");

        shop.post("/api/v1/invitations/" + id + "/resend", Map.of())
                .statusCode(200)
                .body("state", equalTo("SENT"))
                .body("link", equalTo(link))
                .body("sentAt", not(equalTo(sentAt)))
                .body("reminderAt", equalTo(null))
                .body("history.step", contains("SCHEDULED", "SENT", "HANDED_OUT"))
                .body("history[2].from", equalTo("SENT"))
                .body("history[2].to", equalTo("SENT"))
                .body("history[2].by", startsWith("key:"));

        Tap.inMailProgram()
                .post(link.replace("http://localhost:8080/s/", "/u/"))
                .then()
                .statusCode(200);
        shop.post("/api/v1/invitations/" + id + "/resend", Map.of())
                .statusCode(409)
                .body("type", equalTo("/problems/resend-refused"));
    }

    @Test
    void invitationsAreFoundByWhatTheyAreAbout() {
        String touchpoint = shop.touchpoint();
        String survey = shop.publishedSurvey("NPS");
        String rule = shop.rule(touchpoint, survey, Map.of("delay", "PT1H"));
        Instant before = Instant.now();
        String first = asked(touchpoint, fresh("r"));
        String second = asked(touchpoint, fresh("r"));
        String other = asked(shop.askingTouchpoint(), fresh("r"));
        state(other, "SENT");

        String path = "/api/v1/invitations?touchpoint=" + touchpoint;
        shop.get(path).body("items.id", contains(second, first)).body("next", equalTo(null));
        shop.get("/api/v1/invitations?rule=" + rule).body("items.id", contains(second, first));
        shop.get("/api/v1/invitations?survey=" + survey + "&state=SCHEDULED&channel=EMAIL")
                .body("items.id", contains(second, first));
        shop.get(path + "&state=SENT").body("items", hasSize(0));
        shop.get(path + "&from=" + before).body("items", hasSize(2));
        shop.get(path + "&to=" + before).body("items", hasSize(0));
        String next = shop.get(path + "&limit=1")
                .body("items.id", contains(second))
                .extract()
                .path("next");
        shop.get(path + "&limit=1&cursor=" + next)
                .body("items.id", contains(first))
                .body("next", equalTo(null));
        shop.get(path + "&cursor=forged").statusCode(400);
        shop.get(path + "&state=LOST").statusCode(400);
        shop.get(path + "&rule=none").statusCode(400);
    }

    private String asked(String touchpoint, String ref) {
        return shop.happens(event(touchpoint, ref)).statusCode(202).extract().path("decisions[0].invitation.id");
    }

    private <T> T field(String id, String name) {
        return shop.get("/api/v1/invitations/" + id).extract().path(name);
    }

    private void state(String id, String state) {
        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id).body("state", equalTo(state)));
    }
}
