package io.aftertouch.survey;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** What this service tells is what its contracts say, and what it hears it understands. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation shop = new Installation();

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "touchpoint.saved",
                "survey.published",
                "api-key.saved",
                "invitation.scheduled",
                "invitation.sent",
                "invitation.answered",
                "invitation.expired",
                "invitation.cancelled",
                "invitation.bounced",
                "invitation.failed",
                "respondent.opted-out",
                "reply.sent",
                "reply.failed",
                "event.judged",
                "decisions.counted"
            })
    void everyExampleIsAsItsSchemaSays(String type) {
        Contracts.assertValid(type, Contracts.example(type));
    }

    @Test
    void aTouchpointIsTold() {
        String touchpoint = shop.touchpoint();

        String told = told("touchpoints", touchpoint, "touchpoint.saved");

        assertThat(told).contains("\"stageName\":\"Post-purchase\"", "\"stagePosition\":4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NPS", "CSAT", "CES"})
    void aPublishedSurveyIsToldWithAllItsWords(String metric) {
        String survey = shop.publishedSurvey(metric);

        String told = told("surveys", survey + "/1", "survey.published");

        assertThat(told).contains("\"da\":{", "\"sv\":{", "\"nb\":{", "\"de\":{", "\"en\":{");
    }

    @Test
    void anApiKeyIsToldWithoutItsSecret() {
        var made = shop.post("/api/v1/api-keys", Map.of("name", "Help desk", "scopes", List.of("events:write")))
                .statusCode(201)
                .extract();
        String id = made.path("id");
        String key = made.path("key");

        String told = told("api-keys", id, "api-key.saved");

        assertThat(told).doesNotContain(key.substring(key.lastIndexOf('_') + 1));
    }

    @Test
    void anInvitationIsToldWithoutAnythingPersonal() {
        String ref = fresh("r");
        var decided = shop.happens(event(shop.askingTouchpoint(), ref)).extract();
        String id = decided.path("decisions[0].invitation.id");
        String link = decided.path("decisions[0].invitation.link");

        String scheduled = told("invitations", id, "invitation.scheduled");
        told("invitations", id, "invitation.sent");

        assertThat(scheduled)
                .contains("\"respondentRef\":\"" + ref + "\"", "\"country\":\"DK\"", "\"ticketId\":\"4711\"")
                .doesNotContain("@example.com", link.substring(link.lastIndexOf('/') + 1));
    }

    @Test
    void howOftenRulesWereJudgedIsTold() {
        String touchpoint = shop.askingTouchpoint();
        shop.happens(event(touchpoint, fresh("r")));

        assertThat(Told.onceSaying("decisions", "decisions.counted", touchpoint))
                .contains("{\"touchpoint\":\"" + touchpoint + "\",\"judged\":1}");
    }

    @Test
    void aCancelledInvitationIsTold() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("delay", "PT1H"));
        String id = shop.happens(event(touchpoint, fresh("r"))).extract().path("decisions[0].invitation.id");
        shop.post("/api/v1/invitations/" + id + "/cancellation", Map.of()).statusCode(200);

        assertThat(told("invitations", id, "invitation.cancelled")).contains("WITHDRAWN");
    }

    @Test
    void anOptOutIsToldOnce() {
        String ref = fresh("r");
        String link =
                shop.happens(event(shop.askingTouchpoint(), ref)).extract().path("decisions[0].invitation.link");
        String unsubscribe = link.replace("http://localhost:8080/s/", "/u/");
        Tap.inMailProgram().post(unsubscribe).then().statusCode(200);
        Tap.inMailProgram().post(unsubscribe).then().statusCode(200);

        told("respondents", ref, "respondent.opted-out");
        assertThat(Topics.published("respondents"))
                .filteredOn(message -> message.key().equals(ref))
                .hasSize(1);
    }

    @Test
    void anAnswerMarksItsInvitationOnceHoweverOftenItIsTold() throws IOException {
        String id = shop.happens(event(shop.askingTouchpoint(), fresh("r")))
                .extract()
                .path("decisions[0].invitation.id");
        ObjectNode response = (ObjectNode) JSON.readTree(Contracts.example("response.recorded"));
        response.put("invitationId", id);
        UUID eventId = UUID.randomUUID();

        Topics.publish("responses", response.get("id").asText(), eventId, "response.recorded", response.toString());
        Topics.publish("responses", response.get("id").asText(), eventId, "response.recorded", response.toString());

        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id).body("state", equalTo("ANSWERED")));
        told("invitations", id, "invitation.answered");
    }

    @Test
    void answersWithoutAnInvitationAndUnknownEventsArePassedOver() throws IOException {
        ObjectNode elsewhere = (ObjectNode) JSON.readTree(Contracts.example("response.recorded"));
        elsewhere.putNull("invitationId");
        Topics.publish("responses", "a", UUID.randomUUID(), "response.recorded", elsewhere.toString());
        Topics.publish("responses", "a", UUID.randomUUID(), "response.invented", "{}");

        anAnswerMarksItsInvitationOnceHoweverOftenItIsTold();
    }

    private static String told(String topic, String key, String type) {
        return Told.once(topic, key, type);
    }
}
