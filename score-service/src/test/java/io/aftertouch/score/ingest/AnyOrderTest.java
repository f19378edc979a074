package io.aftertouch.score.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.tally.Grain;
import io.aftertouch.score.tally.Span;
import io.aftertouch.score.tally.Tallies;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** However events about answers come, in whatever order, batches and repetitions, the stored tallies are those of the answers as they stand. */
@QuarkusTest
@RealInfrastructureTest
class AnyOrderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COUNTRIES = List.of("DK", "SE", "NO", "");
    private static final Instant FIRST = Instant.parse("2025-01-31T20:00:00Z");
    private static final Span ALL =
            new Span(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"));

    @Inject
    EventConsumers consumers;

    @Inject
    Tallies tallies;

    @Inject
    Touchpoints touchpoints;

    private final String touchpoint = "any-order." + Long.toString(System.nanoTime(), 36);
    private final SortedMap<String, Counts> standing = new TreeMap<>();
    private long offset;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theTalliesAreThoseOfTheAnswersAsTheyStand(long seed) {
        Random random = new Random(seed);
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            life(random, messages);
        }
        for (int i = messages.size() / 3; i > 0; i--) {
            messages.add(messages.get(random.nextInt(messages.size())));
        }
        for (int i = 0; i < 10; i++) {
            messages.add(poison());
        }
        Collections.shuffle(messages, random);

        for (int from = 0; from < messages.size(); ) {
            int to = Math.min(messages.size(), from + 1 + random.nextInt(90));
            consumers.responses(batch(messages.subList(from, to)));
            from = to;
        }

        assertThat(stored()).isEqualTo(standing);
    }

    /** One answer, from the day it was given over its changes to its withdrawal, if it comes to that. */
    private void life(Random random, List<ConsumerRecord<String, byte[]>> messages) {
        UUID answer = UUID.randomUUID();
        String country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        Instant answeredAt = FIRST.plusSeconds(random.nextInt(400 * 86_400));
        int score = random.nextInt(11);
        messages.add(message(answer, country, answeredAt, "response.recorded", score, null));
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            int next = random.nextInt(11);
            messages.add(message(answer, country, answeredAt, "response.revised", next, score));
            score = next;
        }
        if (random.nextInt(4) == 0) {
            messages.add(message(answer, country, answeredAt, "response.withdrawn", score, null));
        } else {
            for (Grain grain : Grain.values()) {
                standing.merge(grain + " " + grain.floor(answeredAt), Counts.ofOne(score), Counts::plus);
            }
        }
    }

    private ConsumerRecord<String, byte[]> message(
            UUID answer, String country, Instant answeredAt, String type, int score, Integer before) {
        try {
            ObjectNode data = (ObjectNode) JSON.readTree(Contracts.example(type));
            data.put("id", answer.toString());
            data.put("touchpoint", touchpoint);
            data.putObject("segments").put("country", country);
            data.put("answeredAt", answeredAt.toString());
            data.put("score", score);
            if (before != null) {
                ((ObjectNode) data.get("previous")).put("score", before);
            }
            return message(answer, type, data.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It spoils the batch that it is in. */
    private ConsumerRecord<String, byte[]> poison() {
        return message(UUID.randomUUID(), "response.recorded", "{\"touchpoint\": \"" + touchpoint + "\"}");
    }

    private ConsumerRecord<String, byte[]> message(UUID answer, String type, String data) {
        var sent = CloudEventHeaders.record(
                "aftertouch.responses",
                answer.toString(),
                UUID.randomUUID(),
                "/aftertouch/test",
                type,
                FIRST,
                data.getBytes(StandardCharsets.UTF_8));
        var received = new ConsumerRecord<>(touchpoint, 0, offset++, sent.key(), sent.value());
        sent.headers().forEach(header -> received.headers().add(header));
        return received;
    }

    private ConsumerRecords<String, byte[]> batch(List<ConsumerRecord<String, byte[]>> messages) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(touchpoint, 0), List.copyOf(messages)), Map.of());
    }

    private SortedMap<String, Counts> stored() {
        SortedMap<String, Counts> stored = new TreeMap<>();
        tallies.stored(touchpoints.idOf(touchpoint), ALL)
                .forEach((key, counts) -> stored.merge(key.grain() + " " + key.bucket(), counts, Counts::plus));
        stored.values().removeIf(Counts.NONE::equals);
        return stored;
    }
}
