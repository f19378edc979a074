package io.aftertouch.survey.event;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.inbox.Inbox;
import io.aftertouch.platform.inbox.UnreadableEvent;
import io.aftertouch.platform.problem.ProblemException;
import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes events from the topic {@code events}: each message says what a request to {@code POST /api/v1/events} would. It may be a CloudEvent in
 * binary mode, whose attributes then stand in for {@code id}, {@code source} and {@code occurredAt} where the data leave them out.
 *
 * <p>What an event does is done once, however often its message comes, since (source, id) is unique. What cannot be taken is parked with its
 * reason.
 */
@ApplicationScoped
class EventFeed {

    private static final String TYPE = "event.happened";

    private final Inbox inbox;
    private final EventReader reader;
    private final EventIntake intake;
    private final EventsJudged judged;
    private final ObjectMapper json;

    EventFeed(Inbox inbox, EventReader reader, EventIntake intake, EventsJudged judged, ObjectMapper json) {
        this.inbox = inbox;
        this.reader = reader;
        this.intake = intake;
        this.judged = judged;
        this.json = json;
    }

    @Incoming("events")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> messages) {
        inbox.hand(messages, this::take);
    }

    private Map<ConsumerRecord<String, byte[]>, RuntimeException> take(List<ConsumerRecord<String, byte[]>> messages) {
        Map<ConsumerRecord<String, byte[]>, RuntimeException> refused = new IdentityHashMap<>();
        List<ConsumerRecord<String, byte[]>> readable = new ArrayList<>();
        List<ReceiveEvent> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            try {
                events.add(reader.read(said(message)));
                readable.add(message);
            } catch (ProblemException | UnreadableEvent e) {
                refused.put(message, inWords(e));
            }
        }
        List<Taken> taken = intake.receive(events);
        for (int i = 0; i < taken.size(); i++) {
            if (EventsJudged.isAwaited(events.get(i))) {
                judged.tell(events.get(i), taken.get(i));
            }
            if (taken.get(i) instanceof Taken.Refused(RuntimeException reason)) {
                refused.put(readable.get(i), inWords(reason));
            }
        }
        return refused;
    }

    private JsonNode said(ConsumerRecord<String, byte[]> message) {
        var headers = message.headers();
        CloudEventHeaders.type(headers).filter(type -> !type.equals(TYPE)).ifPresent(type -> {
            throw new UnreadableEvent("Its ce_type is not " + TYPE);
        });
        JsonNode data = data(message);
        if (data instanceof ObjectNode event) {
            CloudEventHeaders.id(headers).filter(id -> !event.has("id")).ifPresent(id -> event.put("id", id));
            CloudEventHeaders.source(headers)
                    .filter(source -> !event.has("source"))
                    .ifPresent(source -> event.put("source", source));
            CloudEventHeaders.time(headers)
                    .filter(time -> !event.has("occurredAt"))
                    .ifPresent(time -> event.put("occurredAt", time.toString()));
        }
        return data;
    }

    private JsonNode data(ConsumerRecord<String, byte[]> message) {
        try {
            return json.readTree(message.value());
        } catch (IOException e) {
            throw new UnreadableEvent("The data is not JSON");
        }
    }

    /** A problem as somebody reads it among the parked messages; what is no problem is a failure of ours and stays as it is. */
    private static RuntimeException inWords(RuntimeException reason) {
        return reason instanceof ProblemException problem
                ? new UnreadableEvent(problem.slug() + ": " + problem.getMessage()
                        + problem.errors().stream()
                                .map(error -> " " + error.field() + " " + error.message() + ".")
                                .collect(Collectors.joining()))
                : reason;
    }
}
