package io.aftertouch.score.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.aftertouch.platform.retention.RetentionRounds;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.database.Database;
import io.aftertouch.score.delivery.ReceivingServer.Answer;
import io.aftertouch.score.delivery.ReceivingServer.Call;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** What happens is posted to real receivers, until they take it. */
@QuarkusTest
@RealInfrastructureTest
class WebhookDeliveryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Database database;

    @Inject
    Delivering delivering;

    @Inject
    Messages messages;

    @Inject
    KeptMessages kept;

    @Inject
    RetentionRounds rounds;

    private final ReceivingServer receivers = new ReceivingServer();
    private final String touchpoint = "told." + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> made = new ArrayList<>();
    private String key;

    @BeforeEach
    void aTouchpointIsThere() {
        Announcements.topicsExist();
        key = TestKeys.allScopes();
        Announcements.touchpointSaved(touchpoint, "Told of <&>", "stage-" + touchpoint, 9, "email");
        Announcements.soon(() -> assertThat(
                        database.rows("SELECT 1 FROM touchpoint WHERE touchpoint_key = ?", row -> true, touchpoint))
                .isNotEmpty());
    }

    @AfterEach
    void nothingGoesOn() {
        made.forEach(id -> Announcements.soon(
                () -> api().header("If-Match", "\"" + webhook(id).getInt("version") + "\"")
                        .delete("/api/v1/webhooks/" + id)
                        .then()
                        .statusCode(204)));
        receivers.close();
    }

    @Test
    void anAnswerIsToldSignedAndWithItsIdAndOnlyToWhomItConcerns() throws Exception {
        JsonPath concerned = make("/concerned", "response.recorded");
        make("/others", "case.opened");
        UUID event = UUID.randomUUID();

        publish("responses", "response.recorded", event, Map.of());
        publish("responses", "response.recorded", event, Map.of());
        publish("responses", "response.recorded", UUID.randomUUID(), Map.of("touchpoint", touchpoint + ".other"));
        UUID after = UUID.randomUUID();
        publish("responses", "response.recorded", after, Map.of("score", 9));

        Announcements.soon(() -> assertThat(receivers.calls("/concerned")).hasSizeGreaterThanOrEqualTo(2));
        assertThat(receivers.calls("/concerned"))
                .extracting(Call::id)
                .containsExactlyInAnyOrder(event.toString(), after.toString());
        assertThat(receivers.calls("/others")).isEmpty();
        Call call = call("/concerned", event);
        new Webhook(concerned.getString("secret")).verify(call.body(), call.headers());
        JsonPath told = JsonPath.from(call.body());
        assertThat(told.getString("type")).isEqualTo("response.recorded");
        assertThat(Instant.parse(told.getString("timestamp"))).isBefore(Instant.now());
        assertThat(told.getInt("data.score")).isEqualTo(2);
        assertThat(told.getString("data.respondentRef")).isEqualTo("r-17");
        assertThat(told.getString("data.url")).contains("/responses?tp=" + touchpoint);
        assertThat(told.getMap("data").keySet()).doesNotContain("comment", "previous", "withdrawnAt");
    }

    @Test
    void ofAnInvitationNeitherTheLinkNorWhatTheSourceSaidIsTold() {
        make("/invitations", "invitation.scheduled", "invitation.bounced");

        publish("invitations", "invitation.scheduled", UUID.randomUUID(), Map.of());
        publish("invitations", "invitation.bounced", UUID.randomUUID(), Map.of());

        Announcements.soon(() -> assertThat(receivers.calls("/invitations")).hasSize(2));
        assertThat(receivers.calls("/invitations")).allSatisfy(call -> assertThat(call.body())
                .contains("019a9b1e-4400-7a10-8f00-0000000000f1", touchpoint)
                .doesNotContain("tokenHash", "n4bQgYhMfWWaL", "attributes"));
    }

    @Test
    void aSlowReceiverHoldsUpOnlyItself() throws Exception {
        CountDownLatch patience = new CountDownLatch(1);
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        receivers.answering("/slow", call -> {
            most.accumulateAndGet(held.incrementAndGet(), Math::max);
            await(patience);
            held.decrementAndGet();
            return new Answer(200, "");
        });
        make("/slow", "response.recorded");
        make("/fast", "response.recorded");

        IntStream.range(0, 12).forEach(i -> publish("responses", "response.recorded", UUID.randomUUID(), Map.of()));

        Announcements.soon(() -> assertThat(receivers.calls("/fast")).hasSize(12));
        assertThat(receivers.calls("/slow")).as("in all, as long as it holds").hasSizeLessThanOrEqualTo(4);
        patience.countDown();
        Announcements.soon(() -> assertThat(receivers.calls("/slow")).hasSize(12));
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void whatIsNotTakenIsPostedAgainWithTheSameIdAndWrittenDown() {
        AtomicInteger calls = new AtomicInteger();
        receivers.answering(
                "/moody",
                call -> calls.incrementAndGet() == 1 ? new Answer(503, "x".repeat(5_000)) : new Answer(200, "ok"));
        String id = make("/moody", "response.recorded").getString("id");
        UUID event = publish("responses", "response.recorded");
        Announcements.soon(() -> message(id, event)
                .body("tries", greaterThanOrEqualTo(1))
                .body("attempts[0].outcome", equalTo("REFUSED"))
                .body("attempts[0].status", equalTo(503))
                .body("attempts[0].reply.length()", is(1024)));

        fiveSecondsPass(event);

        Announcements.soon(() -> message(id, event)
                .body("state", equalTo("DELIVERED"))
                .body("dueAt", nullValue())
                .body("attempts.outcome", equalTo(List.of("REFUSED", "TAKEN")))
                .body("payload.data.score", equalTo(2)));
        assertThat(receivers.calls("/moody")).extracting(Call::id).containsOnly(event.toString());
    }

    @Test
    void aRedirectIsAFailureAndNotFollowed() {
        receivers.answering("/moved", 302);
        String id = make("/moved", "response.recorded").getString("id");

        UUID event = publish("responses", "response.recorded");

        Announcements.soon(() -> message(id, event)
                .body("state", equalTo("WAITING"))
                .body("attempts[0].outcome", equalTo("REFUSED"))
                .body("attempts[0].status", equalTo(302)));
        assertThat(receivers.calls("/elsewhere")).isEmpty();
    }

    @Test
    void whoAnswersGoneIsToldNothingAnyMore() {
        receivers.answering("/gone", 410);
        String id = make("/gone", "response.recorded").getString("id");

        UUID event = publish("responses", "response.recorded");

        Announcements.soon(() -> assertThat(webhook(id).getString("state")).isEqualTo("DISABLED"));
        assertThat(webhook(id).getString("disabledReason")).contains("410");
        message(id, event).body("state", equalTo("FAILED"));
        make("/witness", "response.recorded");
        publish("responses", "response.recorded");
        Announcements.soon(() -> assertThat(receivers.calls("/witness")).hasSize(1));
        assertThat(messages(id)).as("nothing is written for it").hasSize(1);
        api().post("/api/v1/webhooks/" + id + "/messages/" + event + "/replay")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/webhook-disabled"));

        receivers.answering("/gone", 200);
        turn(id, "ACTIVE");
        api().body(Map.of("since", Instant.now().minusSeconds(600).toString()))
                .post("/api/v1/webhooks/" + id + "/replay")
                .then()
                .statusCode(202)
                .body("replayed", equalTo(1));

        Announcements.soon(() -> message(id, event).body("state", equalTo("DELIVERED")));
    }

    @Test
    void afterTheLastTryAMessageIsGivenUpAndAfterDaysOfThatTheWebhook() {
        receivers.answering("/down", 500);
        String id = make("/down", "response.recorded").getString("id");
        UUID event = publish("responses", "response.recorded");
        Announcements.soon(() -> message(id, event).body("tries", greaterThanOrEqualTo(1)));

        Announcements.soon(() -> {
            theLastTryComes(event);
            message(id, event).body("state", equalTo("FAILED"));
        });
        assertThat(webhook(id).getString("state")).as("after three days").isEqualTo("ACTIVE");

        database.run(
                "UPDATE webhook_health SET failing_since = ? WHERE webhook_id = ?",
                Instant.now().minusSeconds(5 * 86_400 + 1),
                UUID.fromString(id));
        UUID another = publish("responses", "response.recorded");
        Announcements.soon(() -> message(id, another).body("tries", greaterThanOrEqualTo(1)));

        Announcements.soon(() -> {
            theLastTryComes(another);
            assertThat(webhook(id).getString("state")).isEqualTo("DISABLED");
        });
        assertThat(webhook(id).getString("disabledReason"))
                .isEqualTo("Nothing has arrived for 5 days; the last attempt: HTTP 500.");
    }

    @Test
    void whatADeadInstanceHeldIsPostedAfterItsLease() {
        String id = make("/leased", "response.recorded").getString("id");
        turn(id, "PAUSED");
        UUID event = publish("responses", "response.recorded");
        Announcements.soon(() -> message(id, event).body("state", equalTo("WAITING")));
        assertThat(receivers.calls("/leased")).as("paused").isEmpty();
        leasedUntil(event, Instant.now().plus(Duration.ofHours(1)));

        turn(id, "ACTIVE");

        assertThat(delivering.take(UUID.fromString(id)))
                .as("while the lease lasts")
                .isEmpty();
        assertThat(delivering.webhooksWithDue()).doesNotContain(UUID.fromString(id));
        leasedUntil(event, Instant.now());
        Announcements.soon(() -> message(id, event).body("state", equalTo("DELIVERED")));
        assertThat(receivers.calls("/leased")).hasSize(1);
    }

    @Test
    void whoeverWasTooSlowChangesNothingOfWhatTheNextOneDid() {
        String id = make("/fenced", "response.recorded").getString("id");
        turn(id, "PAUSED");
        UUID event = publish("responses", "response.recorded");
        Announcements.soon(() -> message(id, event).body("state", equalTo("WAITING")));
        Parcel overtaken = new Parcel(
                messages.find(UUID.fromString(id), event).orElseThrow(),
                null,
                Instant.now().minusSeconds(60));

        delivering.writeDown(overtaken, new Attempt(Instant.now(), Outcome.REFUSED, 500, 12, ""));

        message(id, event).body("tries", equalTo(0)).body("attempts", hasSize(1));
    }

    @Test
    void aRotatedSecretSignsUntilTheOverlapIsOver() throws Exception {
        JsonPath before = make("/rotated", "response.recorded");
        String id = before.getString("id");
        JsonPath after = rotate(id, before.getInt("version"), 24);

        UUID both = publish("responses", "response.recorded");
        Announcements.soon(() -> assertThat(receivers.calls("/rotated")).hasSize(1));
        for (String secret : List.of(before.getString("secret"), after.getString("secret"))) {
            Call call = call("/rotated", both);
            new Webhook(secret).verify(call.body(), call.headers());
        }

        JsonPath last = rotate(id, after.getInt("version"), 0);
        UUID one = publish("responses", "response.recorded");
        Announcements.soon(() -> assertThat(receivers.calls("/rotated")).hasSize(2));
        Call call = call("/rotated", one);
        new Webhook(last.getString("secret")).verify(call.body(), call.headers());
        assertThat(call.headers().firstValue("webhook-signature").orElseThrow().split(" "))
                .hasSize(1);
        assertThatThrownBy(() -> new Webhook(after.getString("secret")).verify(call.body(), call.headers()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void aChatGetsOneSentenceAndALink() {
        JsonPath chat = api().body(Map.of(
                        "name", "Chat",
                        "url", receivers.url("/chat"),
                        "types", List.of("response.recorded", "case.opened"),
                        "touchpoints", List.of(touchpoint),
                        "format", "SLACK"))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        made.add(chat.getString("id"));

        publish("responses", "response.recorded");
        publish(
                "cases",
                "case.opened",
                UUID.randomUUID(),
                Map.of("id", UUID.randomUUID().toString()));

        Announcements.soon(() -> assertThat(receivers.calls("/chat"))
                .extracting(call -> JsonPath.from(call.body()).getString("text"))
                .anySatisfy(text -> assertThat(text)
                        .matches("An answer: NPS 2 \\(negative\\), with a comment at Told of &lt;&amp;&gt;\\."
                                + " <http.*/responses\\?tp=.*\\|Show such answers>"))
                .anySatisfy(text -> assertThat(text).startsWith("A review case was opened: low score at Told of")));
    }

    @Test
    void aTestMessageIsPostedOnceWhileSomebodyWaits() throws Exception {
        JsonPath made = make("/tried", "case.opened");
        String id = made.getString("id");

        api().post("/api/v1/webhooks/" + id + "/test")
                .then()
                .statusCode(200)
                .body("type", equalTo("webhook.test"))
                .body("state", equalTo("DELIVERED"))
                .body("attempts[0].outcome", equalTo("TAKEN"))
                .body("attempts[0].status", equalTo(204));
        Call call = receivers.calls("/tried").getFirst();
        new Webhook(made.getString("secret")).verify(call.body(), call.headers());

        receivers.answering("/tried", 500);
        api().post("/api/v1/webhooks/" + id + "/test")
                .then()
                .statusCode(200)
                .body("state", equalTo("FAILED"))
                .body("attempts[0].reply", equalTo("status 500"));
    }

    @Test
    void anAlertIsToldWithoutTheNameOfWhoSawToIt() {
        make("/alerts", "alert.opened", "alert.updated", "alert.recovered");

        List.of("alert.opened", "alert.updated", "alert.recovered").forEach(type -> publish("alerts", type));

        Announcements.soon(() -> assertThat(receivers.calls("/alerts")).hasSize(3));
        assertThat(receivers.calls("/alerts")).allSatisfy(call -> assertThat(call.body())
                .contains("country:DK", "/alerts/019a9b1e-6a00-7a10-8f00-0000000000b1")
                .doesNotContain("mette"));
    }

    /** Saved while it led elsewhere; now its name resolves to an address of our own. */
    @Test
    void whatLeadsIntoOurOwnNetworkByNowIsNotReached() {
        String id = make("/rebound", "response.recorded").getString("id");
        database.run(
                "UPDATE webhook SET url = ? WHERE id = ?",
                receivers.url("/rebound").replace("http://localhost", "https://127.0.0.9"),
                UUID.fromString(id));

        api().post("/api/v1/webhooks/" + id + "/test")
                .then()
                .statusCode(200)
                .body("attempts[0].outcome", equalTo("UNSAFE"));
        UUID event = publish("responses", "response.recorded");
        Announcements.soon(() -> message(id, event).body("attempts[0].outcome", equalTo("UNSAFE")));
        assertThat(receivers.calls("/rebound")).isEmpty();
    }

    @Test
    void whoIsErasedIsToldOfNoMore() {
        String id = make("/erasing", "response.recorded").getString("id");
        turn(id, "PAUSED");
        String ref = "erase-" + touchpoint;
        UUID event = UUID.randomUUID();
        publish("responses", "response.recorded", event, Map.of("respondentRef", ref));
        Announcements.soon(() -> message(id, event).body("payload.data.respondentRef", equalTo(ref)));
        api().queryParam("respondent", ref)
                .get("/api/v1/personal-data")
                .then()
                .statusCode(200)
                .body("webhookMessages", hasSize(1))
                .body("webhookMessages[0].message", containsString(ref));

        Topics.publish(
                "respondents",
                ref,
                UUID.randomUUID(),
                "respondent.erased",
                "{\"ref\": \"" + ref + "\", \"erasedAt\": \"2026-11-21T14:10:00Z\"}");

        Announcements.soon(() -> assertThat(messages(id)).isEmpty());
        UUID late = UUID.randomUUID();
        publish("responses", "response.recorded", late, Map.of("respondentRef", ref));
        Announcements.soon(() -> message(id, late).body("payload.data.respondentRef", nullValue()));
        api().queryParam("respondent", ref).get("/api/v1/personal-data").then().body("webhookMessages", hasSize(0));
    }

    @Test
    void whatWasToldIsForgottenAfterThirtyDays() {
        String id = make("/aged", "response.recorded").getString("id");
        publish("responses", "response.recorded");
        Announcements.soon(() -> assertThat(messages(id)).extracting("state").containsExactly("DELIVERED"));

        forgottenAsOf(Duration.ofDays(29));
        assertThat(messages(id)).hasSize(1);
        forgottenAsOf(Duration.ofDays(31));

        assertThat(messages(id)).isEmpty();
    }

    @Test
    void aRemovedWebhookLeavesNothing() {
        String id = make("/removed", "response.recorded").getString("id");
        publish("responses", "response.recorded");
        Announcements.soon(() -> assertThat(messages(id)).extracting("state").containsExactly("DELIVERED"));

        api().header("If-Match", "\"0\"")
                .delete("/api/v1/webhooks/" + id)
                .then()
                .statusCode(204);
        made.remove(id);

        Announcements.soon(() -> assertThat(database.rows(
                        "SELECT 1 FROM webhook_message WHERE webhook_id = ?", row -> true, UUID.fromString(id)))
                .isEmpty());
        api().get("/api/v1/webhooks/" + id + "/messages").then().statusCode(404);
    }

    private JsonPath make(String path, String... types) {
        JsonPath webhook = api().body(Map.of(
                        "name",
                        path,
                        "url",
                        receivers.url(path),
                        "types",
                        List.of(types),
                        "touchpoints",
                        List.of(touchpoint)))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        made.add(webhook.getString("id"));
        return webhook;
    }

    private void turn(String id, String state) {
        Map<String, Object> webhook = new HashMap<>(webhook(id).getMap("$"));
        String version = "\"" + webhook.get("version") + "\"";
        webhook.keySet().retainAll(List.of("name", "url", "types", "touchpoints", "format"));
        webhook.put("state", state);
        api().header("If-Match", version)
                .body(webhook)
                .put("/api/v1/webhooks/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo(state));
    }

    private JsonPath rotate(String id, int version, int hours) {
        return api().header("If-Match", "\"" + version + "\"")
                .body(Map.of("overlapHours", hours))
                .post("/api/v1/webhooks/" + id + "/secret-rotation")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private UUID publish(String topic, String type) {
        return publish(topic, type, UUID.randomUUID(), Map.of());
    }

    /** The example of the contract at this test's touchpoint, with some of it changed. */
    private UUID publish(String topic, String type, UUID id, Map<String, Object> changed) {
        try {
            ObjectNode event = (ObjectNode) JSON.readTree(Contracts.example(type));
            event.put("touchpoint", touchpoint);
            if (topic.equals("responses")) {
                event.put("id", id.toString());
            }
            changed.forEach(event::putPOJO);
            Topics.publish(topic, touchpoint, id, type, JSON.writeValueAsString(event));
            return id;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A round that loses against what still deletes the messages of other tests is gone through again, when its lease is over. */
    private void forgottenAsOf(Duration later) {
        AtomicInteger rounded = new AtomicInteger();
        Announcements.soon(() -> assertThat(rounds.goThrough(
                        kept, Instant.now().plus(later).plus(Duration.ofMinutes(3L * rounded.getAndIncrement()))))
                .isTrue());
    }

    private void leasedUntil(UUID event, Instant until) {
        database.run("UPDATE webhook_message SET leased_until = ? WHERE event_id = ?", until, event);
    }

    private void fiveSecondsPass(UUID event) {
        database.run("UPDATE webhook_message SET due_at = ? WHERE event_id = ?", Instant.now(), event);
    }

    /** May be done again: one that is under way meanwhile takes itself another time. */
    private void theLastTryComes(UUID event) {
        database.run(
                "UPDATE webhook_message SET tries = ?, due_at = ? WHERE event_id = ? AND state = 'WAITING'",
                RetrySchedule.TRIES - 1,
                Instant.now(),
                event);
    }

    private Call call(String path, UUID event) {
        return receivers.calls(path).stream()
                .filter(call -> call.id().equals(event.toString()))
                .findFirst()
                .orElseThrow();
    }

    private JsonPath webhook(String id) {
        return api().get("/api/v1/webhooks/" + id).jsonPath();
    }

    private List<Map<String, Object>> messages(String id) {
        return api().get("/api/v1/webhooks/" + id + "/messages").jsonPath().getList("items");
    }

    private ValidatableResponse message(String id, UUID event) {
        return api().get("/api/v1/webhooks/" + id + "/messages/" + event).then().statusCode(200);
    }

    private RequestSpecification api() {
        return given().auth().oauth2(key).contentType("application/json");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
