package io.aftertouch.score.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.delivery.ReceivingServer.Answer;
import io.aftertouch.score.delivery.ReceivingServer.Call;
import io.aftertouch.score.webhook.Receivers;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Several instances share the messages of a webhook, one may die with some, and a receiver may ask all of them for a rest. */
@QuarkusTest
@RealInfrastructureTest
class WebhookInstancesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Database database;

    @Inject
    Delivering delivering;

    @Inject
    Posting posting;

    @Inject
    Messages messages;

    @Inject
    Receivers receiving;

    @Inject
    DeliveryConfig config;

    @Inject
    Clock clock;

    private final ReceivingServer receivers = new ReceivingServer();
    private final String touchpoint = "shared." + UUID.randomUUID().toString().substring(0, 8);
    private String key;
    private UUID webhook;

    @BeforeEach
    void aWebhookIsThere() {
        Announcements.topicsExist();
        key = TestKeys.allScopes();
        Announcements.touchpointSaved(touchpoint, "Told of", "stage-" + touchpoint, 9, "email");
        Announcements.soon(() -> assertThat(
                        database.rows("SELECT 1 FROM touchpoint WHERE touchpoint_key = ?", row -> true, touchpoint))
                .isNotEmpty());
        webhook = UUID.fromString(api().body(Map.of(
                        "name",
                        touchpoint,
                        "url",
                        receivers.url("/here"),
                        "types",
                        List.of("response.recorded"),
                        "touchpoints",
                        List.of(touchpoint)))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    @AfterEach
    void nothingGoesOn() {
        Announcements.soon(() -> {
            int version = api().get("/api/v1/webhooks/" + webhook).path("version");
            api().header("If-Match", "\"" + version + "\"")
                    .delete("/api/v1/webhooks/" + webhook)
                    .then()
                    .statusCode(204);
        });
        receivers.close();
    }

    /** One instance has four connections to a webhook: where five posts are under way at once there are two. */
    @Test
    void twoInstancesPostEachMessageOnce() throws Exception {
        CountDownLatch five = new CountDownLatch(5);
        receivers.answering("/here", call -> {
            five.countDown();
            await(five);
            return new Answer(204, "");
        });
        DeliveryDispatch another = new DeliveryDispatch(delivering, posting, config, clock);
        another.start(new StartupEvent());
        try {
            List<UUID> told = IntStream.range(0, 30).mapToObj(i -> happened()).toList();

            Announcements.soon(() -> assertThat(waiting()).isZero());

            assertThat(five.getCount()).isZero();
            assertThat(receivers.calls("/here"))
                    .extracting(call -> UUID.fromString(call.id()))
                    .containsExactlyInAnyOrderElementsOf(told);
        } finally {
            another.stop(new ShutdownEvent());
        }
    }

    /** The receiver has the message, the instance dies before it can write that down. */
    @Test
    void whatADeadInstanceHadPostedComesOnceMoreUnderTheSameId() {
        state("PAUSED");
        UUID event = happened();
        Announcements.soon(() -> assertThat(messages.find(webhook, event)).isPresent());
        Instant lease = clock.instant().plus(Duration.ofHours(1));
        leasedUntil(event, lease);
        state("ACTIVE");
        Parcel held = new Parcel(
                messages.find(webhook, event).orElseThrow(),
                receiving.find(webhook).orElseThrow(),
                lease);
        assertThat(posting.post(held).isTaken()).isTrue();
        assertThat(delivering.take(webhook)).as("while the lease lasts").isEmpty();

        leasedUntil(event, clock.instant());

        Announcements.soon(() -> message(event, "DELIVERED"));
        assertThat(receivers.calls("/here")).hasSize(2).extracting(Call::id).containsOnly(event.toString());
        assertThat(receivers.calls("/here"))
                .extracting(Call::body)
                .containsOnly(held.message().payload());
    }

    @Test
    void aReceiverThatAsksForARestHasIt() {
        receivers.answering("/here", call -> new Answer(429, "slowly", "3600"));
        UUID first = happened();
        Announcements.soon(() -> api().get("/api/v1/webhooks/" + webhook + "/messages/" + first)
                .then()
                .body("state", equalTo("WAITING"))
                .body("attempts[0].status", equalTo(429)));
        assertThat(messages.find(webhook, first).orElseThrow().dueAt())
                .isAfter(clock.instant().plus(Duration.ofMinutes(50)));

        UUID second = happened();
        Announcements.soon(() -> assertThat(messages.find(webhook, second)).isPresent());
        assertThat(delivering.webhooksWithDue()).doesNotContain(webhook);
        assertThat(delivering.take(webhook)).isEmpty();
        given().auth()
                .oauth2(key)
                .get("/webhooks/" + webhook)
                .then()
                .statusCode(200)
                .body(containsString("asked to be left alone until"));
        assertThat(receivers.calls("/here")).hasSize(1);

        receivers.answering("/here", 204);
        database.run("UPDATE webhook_health SET rests_until = ? WHERE webhook_id = ?", clock.instant(), webhook);
        Announcements.soon(() -> message(second, "DELIVERED"));
    }

    @Test
    void noReceiverRestsForLongerThanADay() {
        receivers.answering("/here", call -> new Answer(503, "", "999999999"));

        UUID event = happened();

        Announcements.soon(() ->
                assertThat(messages.find(webhook, event).orElseThrow().tries()).isEqualTo(1));
        assertThat(messages.find(webhook, event).orElseThrow().dueAt())
                .isBetween(
                        clock.instant().plus(Duration.ofHours(23)),
                        clock.instant().plus(Duration.ofHours(25)));
    }

    private UUID happened() {
        try {
            UUID event = UUID.randomUUID();
            ObjectNode data = (ObjectNode) JSON.readTree(Contracts.example("response.recorded"));
            data.put("id", event.toString()).put("touchpoint", touchpoint);
            Topics.publish("responses", event.toString(), event, "response.recorded", data.toString());
            return event;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many messages are not delivered yet, of thirty. */
    private long waiting() {
        return 30
                - database.rows(
                                "SELECT 1 FROM webhook_message WHERE webhook_id = ? AND state = 'DELIVERED'",
                                row -> true,
                                webhook)
                        .size();
    }

    private void message(UUID event, String state) {
        assertThat(messages.find(webhook, event).orElseThrow().state()).hasToString(state);
    }

    private void leasedUntil(UUID event, Instant until) {
        database.run("UPDATE webhook_message SET leased_until = ? WHERE event_id = ?", until, event);
    }

    private void state(String state) {
        database.run("UPDATE webhook SET state = ? WHERE id = ?", state, webhook);
    }

    private RequestSpecification api() {
        return given().auth().oauth2(key).contentType("application/json");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(40, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
