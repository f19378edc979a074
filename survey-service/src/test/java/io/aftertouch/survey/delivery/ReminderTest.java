package io.aftertouch.survey.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.mail.internet.MimeMessage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.Tap;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

/** Somebody who has not answered is reminded once, and only if they may still be asked. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ReminderTest {

    private final Installation shop = new Installation();
    private final String ref = fresh("r");
    private final String address = ref + "@example.com";

    /** A new server: a connection that was kept to the one before may cost the first e-mail an attempt. */
    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void whoDoesNotAnswerIsRemindedOnceInTheSameConversation() {
        String id = asked(reminding("PT1S"));

        List<MimeMessage> mails = await().until(() -> Mailbox.allTo(address), hasSize(2));
        await().pollDelay(Duration.ofSeconds(4))
                .untilAsserted(() -> assertThat(Mailbox.allTo(address)).hasSize(2));

        MimeMessage reminder = mails.get(1);
        assertThat(Mailbox.header(mails.get(0), "Message-ID")).isEqualTo("<" + id + "@localhost>");
        assertThat(Mailbox.header(reminder, "Message-ID")).isEqualTo("<" + id + "-reminder@localhost>");
        assertThat(Mailbox.header(reminder, "In-Reply-To")).isEqualTo("<" + id + "@localhost>");
        assertThat(Mailbox.header(reminder, "References")).isEqualTo("<" + id + "@localhost>");
        assertThat(Mailbox.header(reminder, "List-Unsubscribe"))
                .isEqualTo(Mailbox.header(mails.get(0), "List-Unsubscribe"));
        assertThat(Mailbox.part(reminder, "text/plain")).contains("Det er vores eneste påmindelse.");
        shop.get("/api/v1/invitations/" + id)
                .body("state", equalTo("SENT"))
                .body("remindedAt", notNullValue())
                .body(
                        "history.findAll { it.step != 'ATTEMPT_FAILED' }.step",
                        equalTo(List.of("SCHEDULED", "SENT", "REMINDER_SENT")));
    }

    @Test
    void whoHasAnsweredIsNotReminded() throws IOException {
        String id = asked(reminding("PT4S"));
        Mailbox.mailTo(address);
        ObjectNode response = (ObjectNode) new ObjectMapper().readTree(Contracts.example("response.recorded"));
        response.put("invitationId", id);
        Topics.publish("responses", id, UUID.randomUUID(), "response.recorded", response.toString());

        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id).body("state", equalTo("ANSWERED")));
        noSecondMailWithin(Duration.ofSeconds(6));
    }

    @Test
    void whoOptedOutIsNotReminded() {
        String id = asked(reminding("PT3S"));
        Mailbox.mailTo(address);
        String link = shop.get("/api/v1/invitations/" + id).extract().path("link");
        Tap.inMailProgram()
                .post(link.replace("http://localhost:8080/s/", "/u/"))
                .then()
                .statusCode(200);

        dropped(id, "OPTED_OUT");
        noSecondMailWithin(Duration.ofSeconds(2));
    }

    @Test
    void aPausedRuleRemindsNobody() {
        String touchpoint = shop.touchpoint();
        String rule = shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("reminderAfter", "PT4S"));
        String id = asked(touchpoint);
        Mailbox.mailTo(address);
        shop.as()
                .header("If-Match", "\"0\"")
                .body(Map.of("state", "PAUSED", "channels", List.of("EMAIL"), "reminderAfter", "PT4S"))
                .put("/api/v1/trigger-rules/" + rule)
                .then()
                .statusCode(200);

        dropped(id, "RULE_PAUSED");
        noSecondMailWithin(Duration.ofSeconds(2));
    }

    @Test
    void aReminderThatWouldComeAfterTheExpiryIsNone() {
        String touchpoint = shop.touchpoint();
        shop.rule(
                touchpoint,
                shop.publishedSurvey("NPS"),
                Map.of("reminderAfter", "PT2S", "expiresAfter", "PT3S", "delay", "PT1S"));
        String id = asked(touchpoint);
        Mailbox.mailTo(address);

        await().atMost(Duration.ofSeconds(45))
                .untilAsserted(() -> shop.get("/api/v1/invitations/" + id).body("state", equalTo("EXPIRED")));
        assertThat(Mailbox.allTo(address)).hasSizeLessThanOrEqualTo(2);
    }

    private String reminding(String after) {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("reminderAfter", after));
        return touchpoint;
    }

    private String asked(String touchpoint) {
        return shop.happens(event(touchpoint, ref)).statusCode(202).extract().path("decisions[0].invitation.id");
    }

    private void dropped(String id, String reason) {
        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id)
                .body("state", equalTo("SENT"))
                .body("reminderAt", equalTo(null))
                .body("history.step", hasItem("REMINDER_DROPPED"))
                .body("history.reason", hasItem(reason)));
    }

    private void noSecondMailWithin(Duration time) {
        await().pollDelay(time)
                .untilAsserted(() -> assertThat(Mailbox.allTo(address)).hasSize(1));
    }
}
