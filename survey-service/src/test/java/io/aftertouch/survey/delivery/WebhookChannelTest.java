package io.aftertouch.survey.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.OtherSettings;
import io.aftertouch.survey.SmsGatewayServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** Text messages go to the gateway of the company: signed, retried, and each under one id. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
@TestProfile(OtherSettings.class)
class WebhookChannelTest {

    private final Installation shop = new Installation();
    private final String ref = fresh("r");
    private final String phone = "+45" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);

    @BeforeEach
    void theGatewayIsWilling() {
        SmsGatewayServer.answering(body -> "202");
    }

    @Test
    void aTextMessageArrivesSignedWithBothLinksInTheLanguageOfThePerson() throws Exception {
        String id = asked(Map.of());

        SmsGatewayServer.Call call = await().until(() -> calls(id), hasSize(1)).getFirst();
        new Webhook(SmsGatewayServer.SECRET).verify(call.body(), call.headers());
        assertThat(call.headers().firstValue("webhook-id")).contains(id);
        JsonNode message = new ObjectMapper().readTree(call.body());
        assertThat(message.path("id").asText()).isEqualTo(id);
        assertThat(message.path("to").asText()).isEqualTo(phone);
        assertThat(message.path("locale").asText()).isEqualTo("da");
        assertThat(message.path("reminder").asBoolean()).isFalse();
        String link = message.path("link").asText();
        assertThat(link).startsWith("http://localhost:8080/s/");
        assertThat(message.path("text").asText())
                .isEqualTo("Nordlys: Hvordan gik det? Ét spørgsmål til dig: " + link + " Stop: "
                        + link.replace("/s/", "/u/"));
        state(id, "SENT");
        shop.get("/api/v1/invitations/" + id).body("history[1].reply", equalTo("HTTP 202"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"500", "503", "429", "401", "302", "307"})
    void whatTheGatewayDoesNotTakeNowIsTriedAgainUnderTheSameId(String status) {
        SmsGatewayServer.answering(body -> body.contains(phone) ? status : "202");
        String id = asked(Map.of());
        await().until(() -> calls(id).size() >= 2);
        state(id, "SCHEDULED");

        SmsGatewayServer.answering(body -> "204");

        state(id, "SENT");
        assertThat(calls(id))
                .allMatch(call ->
                        call.headers().firstValue("webhook-id").orElseThrow().equals(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"400", "410", "422"})
    void whatTheGatewayWillNeverTakeFails(String status) {
        SmsGatewayServer.answering(body -> body.contains(phone) ? status : "202");

        String id = asked(Map.of());

        state(id, "FAILED");
        shop.get("/api/v1/invitations/" + id)
                .body("reason", equalTo("MESSAGE_REFUSED"))
                .body("history[1].reply", equalTo("HTTP " + status));
        assertThat(calls(id)).hasSize(1);
    }

    @Test
    void theReminderIsAnotherMessage() throws Exception {
        String id = asked(Map.of("reminderAfter", "PT1S"));

        List<SmsGatewayServer.Call> calls = await().until(() -> calls(id), hasSize(2));

        assertThat(calls.get(1).headers().firstValue("webhook-id")).contains(id + "-reminder");
        assertThat(new ObjectMapper().readTree(calls.get(1).body()).path("text").asText())
                .startsWith("Nordlys: Du kan stadig nå at fortælle os");
    }

    @Test
    void theRulePageOffersTextMessagesWhereThereIsAGateway() {
        shop.get("/rules/new").statusCode(200).body(containsString("By text message"));
    }

    private static List<SmsGatewayServer.Call> calls(String id) {
        return SmsGatewayServer.calls("\"invitation\":\"" + id + "\"");
    }

    private String asked(Map<String, Object> more) {
        String touchpoint = shop.touchpoint();
        Map<String, Object> settings = new HashMap<>(Map.of("channels", List.of("WEBHOOK")));
        settings.putAll(more);
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), settings);
        return shop.happens(event(
                        touchpoint, ref, Map.of("respondent", Map.of("ref", ref, "phone", phone, "locale", "da"))))
                .statusCode(202)
                .extract()
                .path("decisions[0].invitation.id");
    }

    private void state(String id, String state) {
        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id).body("state", equalTo(state)));
    }
}
