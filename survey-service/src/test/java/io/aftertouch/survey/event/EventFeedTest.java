package io.aftertouch.survey.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.inbox.ParkedMessages;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Events from the topic are taken as those that are posted. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class EventFeedTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation shop = new Installation();

    @Inject
    ParkedMessages parked;

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void aPlainMessageIsTakenOnceHoweverOftenItComes() {
        String touchpoint = shop.askingTouchpoint();
        String ref = fresh("r");
        Map<String, Object> event = event(touchpoint, ref);

        tell(ref, event);
        tell(ref, event);
        shop.happens(event).statusCode(202);
        tell(ref, event(touchpoint, ref));

        awaitReasons(ref, List.of("QUARANTINE", "INVITED"));
    }

    @Test
    void theAttributesOfACloudEventStandInForWhatTheDataLeaveOut() {
        String touchpoint = shop.askingTouchpoint();
        String ref = fresh("r");
        String id = fresh("e");
        Map<String, Object> data = new HashMap<>(event(touchpoint, ref));
        data.keySet().removeAll(List.of("id", "source", "occurredAt"));
        var message = message(ref, json(data));
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", id);
        header(message, "ce_source", "https://shop.example/orders");
        header(message, "ce_type", "event.happened");
        header(message, "ce_time", Instant.now().toString());

        Topics.send(message);

        awaitReasons(ref, List.of("INVITED"));
        Map<String, Object> posted = event(touchpoint, ref);
        posted.put("id", id);
        posted.put("source", "https://shop.example/orders");
        shop.happens(posted).statusCode(202);
        awaitReasons(ref, List.of("INVITED"));
    }

    @Test
    void theExampleOfTheContractIsTaken() throws IOException {
        String example = Contracts.example("event.happened");
        Contracts.assertValid("event.happened", example);
        String ref = fresh("r");
        ObjectNode event = (ObjectNode) JSON.readTree(example);
        event.put("id", fresh("e"))
                .put("touchpoint", shop.askingTouchpoint())
                .put("occurredAt", Instant.now().toString());
        event.withObject("respondent").put("ref", ref).put("email", ref + "@example.com");
        Contracts.assertValid("event.happened", event.toString());

        Topics.send(message(ref, event.toString()));

        awaitReasons(ref, List.of("INVITED"));
    }

    @Test
    void eventsOfOnePersonAreTakenInTheirOrder() {
        String closed = shop.touchpoint();
        String reopened = shop.touchpoint();
        shop.rule(closed, shop.publishedSurvey("NPS"), Map.of("delay", "PT2H", "cancelledBy", reopened));
        String ref = fresh("r");

        tell(
                ref,
                event(
                        closed,
                        ref,
                        Map.of("occurredAt", Instant.now().minusSeconds(60).toString())));
        tell(ref, event(reopened, ref));
        tell(ref, event(closed, ref));

        awaitReasons(ref, List.of("INVITED", "NO_RULE", "INVITED"));
        assertThat(shop.get("/api/v1/invitations?respondent=" + ref).extract().<List<String>>path("items.state"))
                .containsExactly("SCHEDULED", "CANCELLED");
    }

    @Test
    void whatCannotBeTakenIsParkedWithItsReasonAndTheOthersAreTaken() {
        String touchpoint = shop.askingTouchpoint();
        String ref = fresh("r");
        Map<String, Object> misspelt = event(touchpoint, ref, Map.of("respondant", "x"));
        Map<String, Object> incomplete = new HashMap<>(event(touchpoint, ref));
        incomplete.remove("respondent");

        Topics.send(message(ref, "no json at all"));
        Topics.send(message(ref, "[]"));
        Topics.send(message(ref, "null"));
        Topics.send(message(ref, null));
        tell(ref, misspelt);
        tell(ref, incomplete);
        tell(ref, event("no.such-touchpoint", ref));
        tell(ref, event(touchpoint, ref, Map.of("occurredAt", "2099-01-01T00:00:00Z")));
        var otherType = message(ref, json(event(touchpoint, ref)));
        header(otherType, "ce_type", "order.cancelled");
        Topics.send(otherType);
        tell(ref, event(touchpoint, ref));

        awaitReasons(ref, List.of("INVITED"));
        assertThat(parkedOf(ref))
                .extracting(ParkedMessages.Parked::reason)
                .anySatisfy(reason -> assertThat(reason).contains("not JSON"))
                .anySatisfy(reason -> assertThat(reason).contains("respondant is not known here"))
                .anySatisfy(reason -> assertThat(reason).contains("respondent must not be null"))
                .anySatisfy(reason -> assertThat(reason).contains("unknown-touchpoint", "no.such-touchpoint"))
                .anySatisfy(reason -> assertThat(reason).contains("implausible-time"))
                .anySatisfy(reason -> assertThat(reason).contains("ce_type"))
                .anySatisfy(reason -> assertThat(reason).contains("no data"))
                .hasSize(9);
    }

    @Test
    void aParkedEventCanBeTriedAgainOnceItsTouchpointIsThere() throws Exception {
        String touchpoint = fresh("late.touchpoint");
        String ref = fresh("r");
        tell(ref, event(touchpoint, ref));
        await().until(() -> parkedOf(ref).size() == 1);
        shop.post(
                        "/api/v1/touchpoints",
                        Map.of("key", touchpoint, "name", "Late", "stage", "loyalty", "channel", "web"))
                .statusCode(201);

        assertThat(parked.retry(parkedOf(ref).getFirst().id())).isTrue();

        awaitReasons(ref, List.of("NO_RULE"));
    }

    /** The reasons of the decisions about a person, the newest first. */
    private void awaitReasons(String ref, List<String> reasons) {
        await("decisions about " + ref).untilAsserted(() -> assertThat(shop.get("/api/v1/decisions?respondent=" + ref)
                        .extract()
                        .<List<String>>path("items.reason"))
                .isEqualTo(reasons));
    }

    private List<ParkedMessages.Parked> parkedOf(String ref) {
        return parked.latest(200).stream()
                .filter(message -> ref.equals(message.key()))
                .toList();
    }

    private static void tell(String ref, Map<String, Object> event) {
        Topics.send(message(ref, json(event)));
    }

    private static ProducerRecord<String, byte[]> message(String key, String value) {
        return new ProducerRecord<>(
                Topics.name("events"), key, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private static void header(ProducerRecord<String, byte[]> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
