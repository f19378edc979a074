package io.aftertouch.local.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.aftertouch.local.fault.Doors.Service;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a broker may do to those who listen: deliver again, in another order, from the start, and things that nobody can read. */
final class TopicFaults {

    /** Long enough for a batch or two, short enough to be quick. */
    private static final int MOST = 3_000;

    private TopicFaults() {}

    /** What everybody has heard comes three times more, in any order. */
    static Fault thrice() {
        return Fault.of("every event three times more, in any order", stage -> {
            List<Topics.Message> last = last(stage.topics().all());
            stage.topics().send(shuffled(last, 3));
            return stage.awaitReady();
        });
    }

    /** What score-service has not heard yet reaches it three times and in any order, and never as it was sent. */
    static Fault outOfOrder() {
        return Fault.of("every event three times and out of order", stage -> {
            String part = Service.SCORE.part();
            Topics topics = stage.topics();
            stage.suite().stopPart(part);
            Faults.rest(Duration.ofSeconds(3));
            Map<TopicPartition, Long> heard = topics.heard(part);
            List<Topics.Message> unheard = topics.all().stream()
                    .filter(message ->
                            heard.containsKey(message.place()) && message.offset() >= heard.get(message.place()))
                    .toList();
            Map<TopicPartition, Long> behind = new HashMap<>(heard);
            unheard.forEach(message -> behind.merge(message.place(), message.offset() + 1, Math::max));
            topics.listenFrom(part, behind);
            topics.send(shuffled(unheard, 3));
            stage.suite().startPart(part);
            return stage.awaitReady();
        });
    }

    /** All services listen to everything again, from the first event that the broker still has. */
    static Fault replayed() {
        return Fault.of("replay from offset 0", stage -> {
            for (Service service : Service.values()) {
                stage.suite().stopPart(service.part());
            }
            Topics topics = stage.topics();
            for (Service service : Service.values()) {
                Map<TopicPartition, Long> start = new HashMap<>(topics.heard(service.part()));
                start.replaceAll((place, offset) -> 0L);
                topics.listenFrom(service.part(), start);
            }
            long from = System.nanoTime();
            for (Service service : Service.values()) {
                stage.suite().startPart(service.part());
            }
            stage.awaitReady();
            return Duration.ofNanos(System.nanoTime() - from);
        });
    }

    /** Things that no service of ours would send, on every topic that somebody listens to. */
    static Fault poison() {
        return Fault.of("poison messages on every topic", stage -> {
            List<ProducerRecord<String, byte[]>> poison = new ArrayList<>();
            Set<String> topics = StateReader.topics();
            for (String topic : topics) {
                poison.add(message(topic, null, null, "no header at all"));
                poison.add(message(topic, "no-uuid", "response.recorded", "{}"));
                poison.add(message(topic, UUID.randomUUID().toString(), "response.recorded", "no json"));
                poison.add(message(topic, UUID.randomUUID().toString(), "response.recorded", "[1, 2]"));
                for (String type : types(topic)) {
                    poison.add(message(topic, UUID.randomUUID().toString(), type, "{}"));
                    poison.add(message(topic, UUID.randomUUID().toString(), type, "{\"id\": 17, \"score\": \"many\"}"));
                }
            }
            stage.topics().send(poison);
            return stage.awaitReady();
        });
    }

    private static List<String> types(String topic) {
        return switch (topic) {
            case "responses" -> List.of("response.recorded", "response.revised", "response.withdrawn");
            case "invitations" -> List.of("invitation.scheduled", "invitation.sent", "invitation.answered");
            case "cases" -> List.of("case.opened", "case.changed");
            case "respondents" -> List.of("respondent.erased");
            case "decisions" -> List.of("decisions.counted", "event.judged");
            case "touchpoints" -> List.of("touchpoint.saved");
            case "surveys" -> List.of("survey.published");
            case "replies" -> List.of("reply.written");
            case "reply-outcomes" -> List.of("reply.sent", "reply.failed");
            case "public-links" -> List.of("public-link.saved");
            case "api-keys" -> List.of("api-key.saved");
            default -> List.of("alert.opened");
        };
    }

    private static ProducerRecord<String, byte[]> message(String topic, String id, String type, String body) {
        var message = new ProducerRecord<>(Topics.PREFIX + topic, "poison", body.getBytes(StandardCharsets.UTF_8));
        Stream.of(new String[][] {{"ce_id", id}, {"ce_type", type}})
                .filter(header -> header[1] != null)
                .forEach(header -> message.headers().add(header[0], header[1].getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static List<Topics.Message> last(List<Topics.Message> all) {
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    private static List<ProducerRecord<String, byte[]>> shuffled(List<Topics.Message> messages, int times) {
        List<ProducerRecord<String, byte[]>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            messages.stream()
                    .filter(message -> message.record().value() != null)
                    .map(Topics::again)
                    .forEach(all::add);
        }
        Collections.shuffle(all, new Random(4711));
        return all;
    }
}
