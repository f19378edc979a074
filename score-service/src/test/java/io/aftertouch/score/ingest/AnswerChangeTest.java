package io.aftertouch.score.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.score.Announcements;
import io.aftertouch.score.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer that is changed or withdrawn takes back exactly what it added, in whatever order that is heard. */
@QuarkusTest
@RealInfrastructureTest
class AnswerChangeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Database database;

    private final List<ObjectNode> events = new ArrayList<>();
    private final String touchpoint = "changed." + Long.toString(System.nanoTime(), 36);

    @BeforeEach
    void prepare() {
        Announcements.topicsExist();
    }

    @Test
    void whatStandsAtTheEndIsWhatCounts() {
        recorded(2);
        revised(2, 6);
        revised(6, 9);
        recorded(2);
        withdrawn(2);
        recorded(10);
        recorded(0);
        revised(0, 10);
        withdrawn(10);

        send(events);

        Announcements.soon(() -> assertThat(counts()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3));
    }

    @Test
    void theOrderDoesNotMatterAndARepeatDoesNothing() {
        for (int i = 0; i < 20; i++) {
            recorded(3);
            revised(3, 8);
            withdrawn(8);
            recorded(7);
            revised(7, 1);
        }
        List<ObjectNode> mixed = new ArrayList<>(events);
        mixed.addAll(events);
        Collections.shuffle(mixed, new Random(7));

        send(mixed);

        Announcements.soon(() -> assertThat(counts()).containsExactly(0, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void aRevisionThatDoesNotSayWhatItReplacesChangesNothing() {
        recorded(5);
        ObjectNode broken = event("response.revised", 9);
        broken.remove("previous");
        events.add(broken);
        recorded(4);

        send(events);

        Announcements.soon(() -> assertThat(counts()).containsExactly(0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0));
    }

    private void recorded(int score) {
        events.add(event("response.recorded", score));
    }

    private void revised(int before, int score) {
        ObjectNode event = event("response.revised", score);
        ((ObjectNode) event.get("previous")).put("score", before);
        events.add(event);
    }

    private void withdrawn(int score) {
        events.add(event("response.withdrawn", score));
    }

    /** The example of the contract, somewhere else and with another score. */
    private ObjectNode event(String type, int score) {
        try {
            ObjectNode event = (ObjectNode) JSON.readTree(Contracts.example(type));
            event.put("touchpoint", touchpoint);
            event.put("score", score);
            event.put("answeredAt", Instant.parse("2026-11-18T12:00:00Z").toString());
            event.put("type", type);
            event.put("eventId", UUID.randomUUID().toString());
            return event;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(List<ObjectNode> some) {
        for (ObjectNode event : some) {
            ObjectNode data = event.deepCopy();
            data.remove(List.of("type", "eventId"));
            Topics.publish(
                    "responses",
                    touchpoint,
                    UUID.fromString(event.get("eventId").asText()),
                    event.get("type").asText(),
                    data.toString());
        }
    }

    /** Over hours, days and months: each answer is there three times. */
    private List<Integer> counts() {
        String sums = "SUM(n0),SUM(n1),SUM(n2),SUM(n3),SUM(n4),SUM(n5),SUM(n6),SUM(n7),SUM(n8),SUM(n9),SUM(n10)";
        return database.row(
                        "SELECT " + sums
                                + " FROM tally JOIN touchpoint ON touchpoint.id = tally.touchpoint_id WHERE touchpoint.touchpoint_key = ?",
                        row -> {
                            List<Integer> counts = new ArrayList<>();
                            for (int i = 1; i <= 11; i++) {
                                counts.add(row.getInt(i));
                            }
                            return counts;
                        },
                        touchpoint)
                .orElseThrow();
    }
}
