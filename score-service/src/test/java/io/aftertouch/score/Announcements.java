package io.aftertouch.score;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.testing.RealInfrastructure;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.score.metric.Scale;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ThrowingRunnable;
import org.eclipse.microprofile.config.ConfigProvider;

import static org.awaitility.Awaitility.await;

/** Says on the topics what the other services would say. */
public final class Announcements {

    /** But for the alerts: this service makes their topic itself when it starts, and does so while the first test runs. */
    private static final List<String> CONSUMED = List.of(
            "responses", "invitations", "decisions", "touchpoints", "surveys", "cases", "respondents", "api-keys");

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static KafkaProducer<String, byte[]> producer;

    private Announcements() {}

    /** An answer as feedback-service announces it. */
    public record Answer(
            UUID id,
            String survey,
            int surveyVersion,
            Scale scale,
            String touchpoint,
            String channel,
            Map<String, String> segments,
            int score,
            Instant answeredAt) {

        public static Answer nps(String touchpoint, int score, Map<String, String> segments, Instant answeredAt) {
            return new Answer(
                    UUID.randomUUID(),
                    touchpoint + "-survey",
                    1,
                    Scale.NPS,
                    touchpoint,
                    "email",
                    segments,
                    score,
                    answeredAt);
        }

        public Answer on(Scale other, String otherSurvey) {
            return new Answer(id, otherSurvey, surveyVersion, other, touchpoint, channel, segments, score, answeredAt);
        }

        public Answer through(String otherChannel) {
            return new Answer(id, survey, surveyVersion, scale, touchpoint, otherChannel, segments, score, answeredAt);
        }

        String json() {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("id", id);
            data.put("revision", 1);
            data.put("invitationId", null);
            data.put("source", "test");
            data.put("sourceId", id.toString());
            data.put("survey", survey);
            data.put("surveyVersion", surveyVersion);
            data.put("metric", scale.metric());
            data.put("scale", scale.key());
            data.put("touchpoint", touchpoint);
            data.put("channel", channel);
            data.put("respondentRef", null);
            data.put("segments", segments);
            data.put("locale", null);
            data.put("score", score);
            data.put("band", scale.band(score));
            data.put("hasComment", false);
            data.put("answeredAt", answeredAt);
            data.put("recordedAt", answeredAt);
            return Announcements.json(data);
        }
    }

    /** Makes the topics that this service listens to, as their writers do. */
    public static void topicsExist() {
        try (var admin = RealInfrastructure.brokerAdmin()) {
            var there = admin.listTopics().names().get();
            admin.createTopics(CONSUMED.stream()
                            .map(Topics::name)
                            .filter(topic -> !there.contains(topic))
                            .map(topic -> new NewTopic(topic, Optional.of(3), Optional.empty()))
                            .toList())
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each of them is heard of when it is given. */
    public static void answered(Stream<Answer> answers) {
        send(answers, Answer::answeredAt);
    }

    /** All of them are heard of at one time. */
    public static void answeredAndHeard(Stream<Answer> answers, Instant heardAt) {
        send(answers, answer -> heardAt);
    }

    private static void send(Stream<Answer> answers, Function<Answer, Instant> heardAt) {
        var producer = producer();
        answers.forEach(answer -> producer.send(CloudEventHeaders.record(
                Topics.name("responses"),
                answer.id().toString(),
                answer.id(),
                "/aftertouch/test",
                "response.recorded",
                heardAt.apply(answer),
                answer.json().getBytes(StandardCharsets.UTF_8))));
        producer.flush();
    }

    /** One for all tests: to make one takes longer than to send. */
    private static synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(
                    Map.<String, Object>of(
                            "bootstrap.servers",
                            ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    public static void touchpointSaved(String key, String name, String stage, int position, String channel) {
        Topics.publish(
                "touchpoints",
                key,
                UUID.randomUUID(),
                "touchpoint.saved",
                json(Map.of(
                        "key", key,
                        "name", name,
                        "stage", stage,
                        "stageName", stage.substring(0, 1).toUpperCase() + stage.substring(1),
                        "stagePosition", position,
                        "channel", channel,
                        "savedAt", Instant.now())));
    }

    public static void surveyPublished(String key, int version, Scale scale, String title) {
        Topics.publish(
                "surveys",
                key + "/" + version,
                UUID.randomUUID(),
                "survey.published",
                json(Map.of(
                        "key", key,
                        "version", version,
                        "metric", scale.metric(),
                        "scale", scale,
                        "title", title,
                        "publishedAt", Instant.now())));
    }

    public static void caseSaid(UUID id, String touchpoint, boolean open, long version, Instant dueAt) {
        Topics.publish(
                "cases",
                id.toString(),
                UUID.randomUUID(),
                version == 1 ? "case.opened" : "case.changed",
                json(Map.of(
                        "id",
                        id,
                        "touchpoint",
                        touchpoint,
                        "open",
                        open,
                        "version",
                        version,
                        "dueAt",
                        dueAt,
                        "state",
                        open ? "NEW" : "RESOLVED")));
    }

    /** Waits until what was announced has arrived. What fails until then may fail in any way: a busy database is one of them. */
    public static void soon(ThrowingRunnable assertion) {
        await().ignoreExceptions().untilAsserted(assertion);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
