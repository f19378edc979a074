package io.aftertouch.score.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.crm.RespondentAnswers;
import io.aftertouch.score.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** News of somebody may come in the moment in which they are erased. */
@QuarkusTest
@RealInfrastructureTest
class NewsOfErasedTest {

    @Inject
    NewsFollower follower;

    @Inject
    RespondentAnswers answers;

    @Inject
    Database database;

    private final ReceivingServer receivers = new ReceivingServer();

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
    }

    @AfterEach
    void end() {
        receivers.close();
    }

    @Test
    void newsThatComeWhileSomebodyIsErasedNameNobody() throws Exception {
        String touchpoint = "erased." + UUID.randomUUID().toString().substring(0, 8);
        String ref = "leaver-" + touchpoint;
        Announcements.touchpointSaved(touchpoint, "Left", "stage-" + touchpoint, 9, "email");
        Announcements.soon(() -> assertThat(
                        database.rows("SELECT 1 FROM touchpoint WHERE touchpoint_key = ?", row -> true, touchpoint))
                .isNotEmpty());
        UUID webhook = webhookFor(touchpoint);
        ReceivedEvent scheduled = scheduled(touchpoint, ref);

        CompletableFuture<Void> heard = QuarkusTransaction.requiringNew().call(() -> {
            answers.erase(ref);
            CompletableFuture<Void> hearing = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> follower.hear(List.of(scheduled))));
            Announcements.soon(
                    () -> assertThat(hearing.isDone() || somebodyWaits()).isTrue());
            return hearing;
        });
        heard.get(30, TimeUnit.SECONDS);

        assertThat(database.rows(
                        "SELECT payload FROM webhook_message WHERE webhook_id = ?", row -> row.getString(1), webhook))
                .singleElement()
                .satisfies(payload -> assertThat(payload).contains(touchpoint).doesNotContain(ref));
    }

    /** Whether a connection waits for the row that whoever erases holds. */
    private boolean somebodyWaits() {
        return database.row(
                        "SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE 'SELECT last_position %FOR UPDATE'",
                        row -> row.getLong(1))
                .filter(waiting -> waiting > 0)
                .isPresent();
    }

    private UUID webhookFor(String touchpoint) {
        return UUID.fromString(given().auth()
                .oauth2(TestKeys.allScopes())
                .contentType("application/json")
                .body(Map.of(
                        "name", touchpoint,
                        "url", receivers.url("/" + touchpoint),
                        "types", List.of("invitation.scheduled"),
                        "touchpoints", List.of(touchpoint)))
                .post("/api/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static ReceivedEvent scheduled(String touchpoint, String ref) throws JsonProcessingException {
        ObjectNode data = (ObjectNode) new ObjectMapper().readTree(Contracts.example("invitation.scheduled"));
        data.put("touchpoint", touchpoint).put("respondentRef", ref);
        return new ReceivedEvent(UUID.randomUUID(), "invitation.scheduled", ref, Instant.now(), data);
    }
}
