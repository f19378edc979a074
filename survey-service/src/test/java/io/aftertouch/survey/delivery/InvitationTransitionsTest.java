package io.aftertouch.survey.delivery;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.ScriptedMailServer;
import io.aftertouch.survey.TimeLapse;
import io.aftertouch.survey.Told;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** The steps between the states of an invitation that are taken more seldom, each recorded and told. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class InvitationTransitionsTest {

    private final Installation shop = new Installation();
    private final String ref = fresh("r");
    private final String address = ref + "@example.com";

    @Inject
    TimeLapse time;

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void whatCouldNotBeSentInItsTimeExpires() throws IOException {
        Mailbox.close();
        String id;
        try (var busy = new ScriptedMailServer(
                (command, to) -> command.equals("RCPT") && to.equals(address) ? "451 Try later" : null)) {
            id = asked(Map.of("expiresAfter", "PT1H"));
            await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id)
                    .body("history.step", equalTo(List.of("SCHEDULED", "ATTEMPT_FAILED"))));
            time.passes(Duration.ofHours(1), ref);

            is(id, "EXPIRED");
            assertThat(busy.taken()).noneMatch(mail -> mail.contains(address));
        } finally {
            Mailbox.open();
        }
        history(id, "EXPIRED", "SCHEDULED", "EXPIRED");
        Told.once("invitations", id, "invitation.expired");
        answer(id);
        history(id, "ANSWERED", "EXPIRED", "ANSWERED");
    }

    @Test
    void whoHasTheLinkMayAnswerBeforeItIsSentAndGetsNoMailThen() throws IOException {
        String id = asked(Map.of("delay", "PT2H"));

        answer(id);

        history(id, "ANSWERED", "SCHEDULED", "ANSWERED");
        time.passes(Duration.ofHours(2), ref);
        someoneElseIsAsked();
        assertThat(Mailbox.allTo(address)).isEmpty();
        is(id, "ANSWERED");
    }

    @Test
    void whoHasTheLinkOfWhatWasCancelledMayAnswer() throws IOException {
        String id = asked(Map.of("delay", "PT2H"));
        shop.post("/api/v1/invitations/" + id + "/cancellation", Map.of()).statusCode(200);

        answer(id);

        history(id, "ANSWERED", "CANCELLED", "ANSWERED");
        Told.once("invitations", id, "invitation.answered");
    }

    @Test
    void whatCameBackIsSentOnceMoreToTheNewAddressAndMayBeAnsweredEitherWay() throws IOException {
        String id = asked(Map.of());
        is(id, "SENT");
        shop.post("/api/v1/bounces", Map.of("messageId", "<" + id + "@localhost>", "kind", "HARD"))
                .statusCode(200);
        history(id, "BOUNCED", "SENT", "BOUNCED");
        shop.post("/api/v1/invitations/" + id + "/resend", Map.of())
                .statusCode(409)
                .body("detail", equalTo("The respondent must not be asked: ADDRESS_BOUNCED."));

        shop.happens(
                event(shop.touchpoint(), ref, Map.of("respondent", Map.of("ref", ref, "email", "new-" + address))));
        shop.post("/api/v1/invitations/" + id + "/resend", Map.of()).statusCode(200);

        Mailbox.mailTo("new-" + address);
        is(id, "SENT");
        String other = bounced();
        answer(other);
        history(other, "ANSWERED", "BOUNCED", "ANSWERED");
    }

    @Test
    void whatWasRefusedMayBeAnsweredByWhoHasTheLink() throws IOException {
        Mailbox.close();
        String id;
        try (var refusing = new ScriptedMailServer(
                (command, to) -> command.equals(".") && to.equals(address) ? "554 5.7.1 Rejected" : null)) {
            id = asked(Map.of());
            is(id, "FAILED");
            assertThat(refusing.taken()).noneMatch(mail -> mail.contains(address));
        } finally {
            Mailbox.open();
        }
        history(id, "FAILED", "SCHEDULED", "FAILED");

        answer(id);

        history(id, "ANSWERED", "FAILED", "ANSWERED");
    }

    @Test
    void whoWasAskedElsewhereMeanwhileIsNotAskedAgainWhenItIsDue() {
        String touchpoint = shop.touchpoint();
        String rule =
                shop.rule(touchpoint, shop.publishedSurvey("CSAT"), Map.of("delay", "PT2H", "quarantine", "PT0S"));
        String waiting = shop.happens(event(touchpoint, ref)).extract().path("decisions[0].invitation.id");
        String elsewhere = shop.touchpoint();
        shop.rule(elsewhere, shop.publishedSurvey("CES"), Map.of("quarantine", "PT0S", "channels", List.of("LINK")));
        String other = shop.happens(event(elsewhere, ref)).extract().path("decisions[0].invitation.id");
        is(other, "SENT");
        shop.as()
                .header("If-Match", "\"0\"")
                .body(Map.of("channels", List.of("EMAIL"), "delay", "PT2H", "quarantine", "P30D"))
                .put("/api/v1/trigger-rules/" + rule)
                .then()
                .statusCode(200);

        time.passes(Duration.ofHours(2), ref);

        is(waiting, "CANCELLED");
        shop.get("/api/v1/invitations/" + waiting).body("reason", equalTo("QUARANTINE"));
        assertThat(Mailbox.allTo(address)).isEmpty();
    }

    /** All of it is judged again at send time: the rule may have become choosier while it waited. */
    @Test
    void whoseEventIsNoLongerAskedAboutGetsNoMailWhenItIsDue() {
        Map<String, Object> swedesOnly =
                Map.of("conditions", List.of(Map.of("field", "segment.country", "operator", "equals", "value", "SE")));
        for (var changed : Map.of("CONDITION", swedesOnly, "SAMPLED_OUT", Map.<String, Object>of("samplePercent", 0))
                .entrySet()) {
            String touchpoint = shop.touchpoint();
            String somebody = fresh("r");
            String rule = shop.rule(touchpoint, shop.publishedSurvey("CSAT"), Map.of("delay", "PT2H"));
            String id = shop.happens(event(touchpoint, somebody)).extract().path("decisions[0].invitation.id");
            Map<String, Object> terms = new HashMap<>(changed.getValue());
            terms.putAll(Map.of("channels", List.of("EMAIL"), "delay", "PT2H"));
            shop.as()
                    .header("If-Match", "\"0\"")
                    .body(terms)
                    .put("/api/v1/trigger-rules/" + rule)
                    .then()
                    .statusCode(200);

            time.passes(Duration.ofHours(2), somebody);

            is(id, "CANCELLED");
            shop.get("/api/v1/invitations/" + id).body("reason", equalTo(changed.getKey()));
            assertThat(Mailbox.allTo(somebody + "@example.com")).isEmpty();
        }
    }

    private String asked(Map<String, Object> terms) {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("CSAT"), terms);
        return shop.happens(event(touchpoint, ref)).statusCode(202).extract().path("decisions[0].invitation.id");
    }

    private String bounced() {
        String somebody = fresh("r");
        String id =
                shop.happens(event(shop.askingTouchpoint(), somebody)).extract().path("decisions[0].invitation.id");
        is(id, "SENT");
        shop.post("/api/v1/bounces", Map.of("messageId", "<" + id + "@localhost>", "kind", "HARD"))
                .statusCode(200);
        return id;
    }

    /** Whatever was due before them would have been sent before them. */
    private void someoneElseIsAsked() {
        String somebody = fresh("r");
        shop.happens(event(shop.askingTouchpoint(), somebody)).statusCode(202);
        Mailbox.mailTo(somebody + "@example.com");
    }

    private static void answer(String invitation) throws IOException {
        ObjectNode response = (ObjectNode) new ObjectMapper().readTree(Contracts.example("response.recorded"));
        response.put("invitationId", invitation);
        Topics.publish("responses", invitation, UUID.randomUUID(), "response.recorded", response.toString());
    }

    private void is(String id, String state) {
        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id).body("state", equalTo(state)));
    }

    /** The step that was taken last. */
    private void history(String id, String step, String from, String to) {
        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id)
                .body("state", equalTo(to))
                .body("history[-1].step", equalTo(step))
                .body("history[-1].from", equalTo(from))
                .body("history[-1].to", equalTo(to)));
    }
}
