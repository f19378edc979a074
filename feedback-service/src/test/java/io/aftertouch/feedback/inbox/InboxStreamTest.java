package io.aftertouch.feedback.inbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.aftertouch.feedback.Company;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@RealInfrastructureTest
class InboxStreamTest {

    private static String key;
    private static String survey;
    private static String touchpoint;

    @Inject
    DataSource database;

    @BeforeAll
    static void somethingIsAsked() {
        key = TestKeys.allScopes();
        survey = Company.npsSurvey();
        touchpoint = Company.touchpoint();
    }

    /** A browser that listens; it closes by closing. */
    private static final class Listener implements AutoCloseable {

        private final HttpClient client = HttpClient.newHttpClient();
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final Thread reader;

        Listener(String lastEventId) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/inbox/stream"))
                    .header("Authorization", "Bearer " + key)
                    .header("Accept", "text/event-stream");
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            var response = client.send(request.build(), BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            reader = Thread.ofVirtual().start(() -> {
                try {
                    response.body().forEach(lines::add);
                } catch (RuntimeException closed) {
                    lines.add("closed");
                }
            });
            await().until(() -> lines.stream().anyMatch(line -> line.startsWith(":") && line.contains("listening")));
        }

        boolean heard(String event, String caseId) {
            return count(event, caseId) > 0;
        }

        /** How often an event of this name came with data about this case. */
        long count(String event, String caseId) {
            long count = 0;
            String name = "";
            for (String line : lines) {
                if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:") && line.contains(caseId) && name.equals(event)) {
                    count++;
                }
            }
            return count;
        }

        long heartbeats() {
            return lines.stream()
                    .filter(line -> line.startsWith(":") && line.contains("still here"))
                    .count();
        }

        List<Long> ids() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .map(line -> Long.valueOf(line.substring(3).strip()))
                    .toList();
        }

        String lastId() {
            return lines.stream()
                    .filter(line -> line.startsWith("id:"))
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .substring(3)
                    .strip();
        }

        @Override
        public void close() {
            client.shutdownNow();
            reader.interrupt();
        }
    }

    @Test
    void aNewCaseIsHeardByAllWhoListenAndOnce() throws IOException, InterruptedException {
        try (Listener listener = new Listener(null);
                Listener other = new Listener(null)) {
            String id = aCase();
            await().until(() -> listener.heard("opened", id) && other.heard("opened", id));
            step(id, "take");
            await().until(() -> listener.heard("taken", id));
            assertThat(listener.count("opened", id)).isOne();
            assertThat(listener.lines).noneMatch(line -> line.contains("Never came"));
        }
    }

    @Test
    void whatWasMissedIsToldAfterwards() throws IOException, InterruptedException {
        String last;
        try (Listener listener = new Listener(null)) {
            String id = aCase();
            await().until(() -> listener.heard("opened", id));
            last = listener.lastId();
        }
        String missed = aCase();
        step(missed, "take");
        try (Listener back = new Listener(last)) {
            await().until(() -> back.heard("taken", missed));
            assertThat(back.count("opened", missed)).isOne();
        }
        try (Listener fresh = new Listener(null)) {
            String id = aCase();
            await().until(() -> fresh.heard("opened", id));
            assertThat(fresh.heard("opened", missed)).isFalse();
        }
    }

    @Test
    void howeverMuchWasMissedIsToldInOrder() throws IOException, InterruptedException, SQLException {
        String id = aCase();
        String last;
        try (Listener listener = new Listener(null)) {
            step(id, "take");
            await().until(() -> listener.heard("taken", id));
            last = listener.lastId();
        }
        try (var elsewhere = database.getConnection();
                var insert = elsewhere.prepareStatement(
                        "INSERT INTO case_history (case_id, step, state, actor, at) VALUES (?, 'NOTED', 'NEW', 'jonas', NOW(6))")) {
            for (int i = 0; i < 1_234; i++) {
                insert.setBytes(1, UuidBytes.toBytes(UUID.fromString(id)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Listener back = new Listener(last)) {
            await().until(() -> back.count("noted", id) == 1_234);
            assertThat(back.ids()).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void aConnectionOnWhichNothingHappensShowsThatItIsAlive() throws IOException, InterruptedException {
        try (Listener listener = new Listener(null)) {
            await().until(() -> listener.heartbeats() >= 3);
        }
    }

    @Test
    void whatAnotherInstanceDidIsHeardToo() throws IOException, InterruptedException, SQLException {
        String id = aCase();
        try (Listener listener = new Listener("nonsense");
                var elsewhere = database.getConnection();
                var insert = elsewhere.prepareStatement(
                        "INSERT INTO case_history (case_id, step, state, actor, at) VALUES (?, 'NOTED', 'NEW', 'jonas', NOW(6))")) {
            insert.setBytes(1, UuidBytes.toBytes(UUID.fromString(id)));
            insert.executeUpdate();
            await().until(() -> listener.heard("noted", id));
        }
    }

    @Test
    void aStepThatCommitsLateIsNotLost() throws IOException, InterruptedException, SQLException {
        String id = aCase();
        try (Listener listener = new Listener(null);
                var slow = database.getConnection();
                var insert = slow.prepareStatement(
                        "INSERT INTO case_history (case_id, step, state, actor, at) VALUES (?, 'NOTED', 'NEW', 'jonas', NOW(6))")) {
            slow.setAutoCommit(false);
            insert.setBytes(1, UuidBytes.toBytes(UUID.fromString(id)));
            insert.executeUpdate();
            String later = aCase();
            await().until(() -> listener.heard("opened", later));
            assertThat(listener.heard("noted", id)).isFalse();
            slow.commit();
            slow.setAutoCommit(true);
            await().until(() -> listener.heard("noted", id));
            assertThat(listener.count("noted", id)).isOne();
        }
    }

    @Test
    void theScriptIsServedFromHere() {
        given().get("/inbox/inbox.js").then().statusCode(200).contentType("text/javascript");
    }

    private static String aCase() {
        String response = given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "source",
                        "shop",
                        "id",
                        "o-" + UUID.randomUUID(),
                        "survey",
                        survey,
                        "touchpoint",
                        touchpoint,
                        "score",
                        2,
                        "comment",
                        "Never came"))
                .post("/api/v1/responses")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return given().auth()
                .oauth2(key)
                .queryParam("touchpoint", touchpoint)
                .get("/api/v1/review-cases")
                .jsonPath()
                .getString("items.find { it.responseId == '" + response + "' }.id");
    }

    private static void step(String id, String step) {
        given().auth()
                .oauth2(key)
                .post("/api/v1/review-cases/" + id + "/" + step)
                .then()
                .statusCode(200);
    }
}
