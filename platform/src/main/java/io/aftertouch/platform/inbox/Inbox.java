package io.aftertouch.platform.inbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.retry.SqlFailures;
import io.aftertouch.platform.trace.Trace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Applies events of other services exactly once: the effect and the row that remembers the event commit together, so a second delivery finds
 * the row and does nothing.
 *
 * <p>A batch is one transaction. While the database is away it waits and tries again, for as long as it takes. A batch that fails for another
 * reason is applied event by event, and the one that fails alone is parked with its reason; the partition moves on. It never throws while the
 * service runs, since a thrown exception would stop the channel.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final InboxTable table;
    private final ParkedMessages parked;
    private final ObjectMapper json;
    private volatile boolean stopping;

    Inbox(InboxTable table, ParkedMessages parked, ObjectMapper json) {
        this.table = table;
        this.parked = parked;
        this.json = json;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private record Delivery(ConsumerRecord<String, byte[]> message, ReceivedEvent event) {}

    /** A step of what all of these messages belong to, if it is the same. */
    private static Optional<Trace> trace(Stream<ConsumerRecord<String, byte[]>> messages) {
        return Trace.common(messages.map(message -> CloudEventHeaders.trace(message.headers()))
                        .toList())
                .map(Trace::step);
    }

    /**
     * @param messages a batch as the broker delivered it, CloudEvents in binary mode with JSON data
     * @param handler gets the events that are new here, in order
     */
    public void apply(ConsumerRecords<String, byte[]> messages, EventHandler handler) {
        List<Delivery> readable = new ArrayList<>();
        for (var message : messages) {
            if (message.value() == null) {
                continue; // a tombstone of a compacted topic says nothing that we would have to do
            }
            try {
                readable.add(new Delivery(message, read(message)));
            } catch (UnreadableEvent e) {
                Trace.within(CloudEventHeaders.trace(message.headers()), () -> park(message, e));
            }
        }
        if (!readable.isEmpty()) {
            applyTraced(readable, handler);
        }
    }

    /**
     * Applies events that the broker has lost and that were found where they were written down, in a transaction of their own. If they are
     * delivered after all, they have no effect any more.
     *
     * @param handler gets the events that are new here, in order
     */
    public void catchUp(List<ReceivedEvent> events, EventHandler handler) {
        QuarkusTransaction.requiringNew().run(() -> handleFresh(events, handler));
    }

    /** Which of these events have had their effect here, as the open transaction sees it. */
    public Set<UUID> applied(Collection<UUID> events) {
        return table.known(events);
    }

    /**
     * Hands on messages that are known again by what they say, and parks those that cannot be applied with their reason. While the database is
     * away it waits and tries again; messages that were applied meanwhile are handed on once more then.
     */
    public void hand(ConsumerRecords<String, byte[]> messages, MessageHandler handler) {
        List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
        for (var message : messages) {
            if (message.value() == null) {
                park(message, new UnreadableEvent("It has no data"));
            } else {
                all.add(message);
            }
        }
        if (!all.isEmpty()) {
            handTraced(all, handler);
        }
    }

    private void handTraced(List<ConsumerRecord<String, byte[]>> messages, MessageHandler handler) {
        Trace.within(trace(messages.stream()), () -> hand(messages, handler));
    }

    private void hand(List<ConsumerRecord<String, byte[]>> messages, MessageHandler handler) {
        for (int attempt = 1; ; attempt++) {
            try {
                handler.handle(messages).forEach(this::park);
                return;
            } catch (RuntimeException e) {
                if (SqlFailures.isOutage(e) || SqlFailures.isConflict(e)) {
                    waitForDatabase(attempt, e);
                } else if (stopping) {
                    throw new CancellationException("The service stops; the messages stay with the broker");
                } else if (messages.size() == 1) {
                    park(messages.getFirst(), e);
                    return;
                } else {
                    messages.forEach(message -> handTraced(List.of(message), handler));
                    return;
                }
            }
        }
    }

    private void applyTraced(List<Delivery> deliveries, EventHandler handler) {
        Trace.within(trace(deliveries.stream().map(Delivery::message)), () -> apply(deliveries, handler));
    }

    private void apply(List<Delivery> deliveries, EventHandler handler) {
        for (int attempt = 1; ; attempt++) {
            try {
                QuarkusTransaction.requiringNew().run(() -> applyFresh(deliveries, handler));
                return;
            } catch (RuntimeException e) {
                if (SqlFailures.isOutage(e) || SqlFailures.isConflict(e)) {
                    waitForDatabase(attempt, e);
                } else if (stopping) {
                    // parts of the service are gone already: what fails now is not the message's fault
                    throw new CancellationException("The service stops; the messages stay with the broker");
                } else if (deliveries.size() == 1) {
                    park(deliveries.getFirst().message(), e);
                    return;
                } else {
                    deliveries.forEach(delivery -> applyTraced(List.of(delivery), handler));
                    return;
                }
            }
        }
    }

    private void applyFresh(List<Delivery> deliveries, EventHandler handler) {
        handleFresh(deliveries.stream().map(Delivery::event).toList(), handler);
    }

    private void handleFresh(List<ReceivedEvent> events, EventHandler handler) {
        var fresh = table.claim(events.stream().map(ReceivedEvent::id).toList());
        List<ReceivedEvent> unheard =
                events.stream().filter(event -> fresh.remove(event.id())).toList();
        if (!unheard.isEmpty()) {
            handler.handle(unheard);
        }
    }

    private ReceivedEvent read(ConsumerRecord<String, byte[]> message) {
        var headers = message.headers();
        String id = CloudEventHeaders.id(headers).orElseThrow(() -> new UnreadableEvent("It has no ce_id"));
        String type = CloudEventHeaders.type(headers).orElseThrow(() -> new UnreadableEvent("It has no ce_type"));
        try {
            var data = json.readTree(message.value());
            if (!data.isObject()) {
                throw new UnreadableEvent("The data is not a JSON object");
            }
            var time = CloudEventHeaders.time(headers)
                    .orElseGet(() -> java.time.Instant.ofEpochMilli(message.timestamp()));
            return new ReceivedEvent(UUID.fromString(id), type, message.key(), time, data);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("The ce_id is not a UUID");
        } catch (IOException e) {
            throw new UnreadableEvent("The data is not JSON");
        }
    }

    private void park(ConsumerRecord<String, byte[]> message, RuntimeException reason) {
        for (int attempt = 1; ; attempt++) {
            try {
                parked.park(message, reason);
                LOG.warnf(
                        reason instanceof UnreadableEvent ? null : reason,
                        "Parked a message of %s at %d/%d: %s",
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        reason.getMessage());
                return;
            } catch (RuntimeException e) {
                waitForDatabase(attempt, e);
            }
        }
    }

    private void waitForDatabase(int attempt, RuntimeException e) {
        if (stopping) {
            throw new CancellationException("The service stops; the messages stay with the broker");
        }
        if (attempt == 3 || attempt % 20 == 0) {
            LOG.warnf("Events wait, the database is away or busy: %s", SqlFailures.describe(e));
        }
        try {
            Thread.sleep(Math.min(2_000, 20L << Math.min(attempt, 7))
                    + ThreadLocalRandom.current().nextLong(20));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted; the messages stay with the broker");
        }
    }
}
