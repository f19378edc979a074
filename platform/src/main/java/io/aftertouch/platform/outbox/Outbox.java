package io.aftertouch.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.sql.ManyRows;
import io.aftertouch.platform.trace.Trace;

/**
 * Writes down what has to be told to the other services, in the transaction of the change itself: either both are there or neither. The
 * {@link OutboxRelay} tells it later, as often as needed.
 */
@ApplicationScoped
public class Outbox {

    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO outbox (id, shard, topic, event_key, type, payload, created_at, trace_parent) VALUES",
            "(?, 0, ?, ?, ?, ?, ?, ?)");
    private static final String WOKEN = Outbox.class.getName() + ".woken";

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;
    private final RelayBell bell;

    Outbox(
            DataSource database,
            TransactionSynchronizationRegistry transaction,
            ObjectMapper json,
            Ids ids,
            Clock clock,
            RelayBell bell) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
        this.bell = bell;
    }

    /**
     * Adds an event to the transaction that is open on this thread, and rings for the relay once it has committed.
     *
     * @return the id of the event
     * @throws IllegalStateException when no transaction is open
     */
    public UUID add(String topic, String key, String type, Object payload) {
        OutboxEvent event = event(topic, key, type, payload);
        addAll(List.of(event));
        return event.id();
    }

    /**
     * Adds events to the transaction that is open on this thread, all at once and in this order, and rings for the relay once it has committed.
     *
     * @param events made by {@link #event}
     * @throws IllegalStateException when no transaction is open
     */
    public void addAll(List<OutboxEvent> events) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An event belongs into the transaction of its change");
        }
        if (events.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            insert(connection, events);
        } catch (SQLException e) {
            throw new OutboxFailure(e);
        }
        wakeAfterCommit();
    }

    /** Makes a row without writing it, for code that has a connection of its own. */
    public OutboxEvent event(String topic, String key, String type, Object payload) {
        try {
            return new OutboxEvent(
                    ids.next(), topic, key, type, json.writeValueAsString(payload), clock.instant(), Trace.current());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The payload of " + type + " cannot be written as JSON", e);
        }
    }

    /** Writes rows on a connection whose transaction the caller commits; the caller then calls {@link #wake()}. */
    public void insert(Connection connection, List<OutboxEvent> events) throws SQLException {
        INSERT.write(
                connection,
                events.stream()
                        .map(event -> new Object[] {
                            event.id(),
                            event.topic(),
                            event.key(),
                            event.type(),
                            event.payload(),
                            event.createdAt(),
                            event.trace().map(Trace::header).orElse(null)
                        })
                        .toList());
    }

    /** Rings for the relay: there is something new and committed. */
    public void wake() {
        bell.ring();
    }

    private void wakeAfterCommit() {
        if (transaction.getResource(WOKEN) != null) {
            return;
        }
        transaction.putResource(WOKEN, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is left to write
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    wake();
                }
            }
        });
    }
}
