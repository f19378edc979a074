package io.aftertouch.platform.note;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.inbox.Inbox;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.trace.Trace;
import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The smallest feature that uses all of platform: notes that are written, announced, and heard again. */
@ApplicationScoped
public class Notes {

    public record NoteHeard(String text) {}

    private final DataSource database;
    private final Outbox outbox;
    private final Inbox inbox;
    private final Map<String, Trace> traces = new ConcurrentHashMap<>();

    Notes(DataSource database, Outbox outbox, Inbox inbox) {
        this.database = database;
        this.outbox = outbox;
        this.inbox = inbox;
    }

    @Transactional
    public void write(String text, boolean failAfterwards) {
        insert(text);
        outbox.add("notes", "note", "note.written", new NoteHeard("heard " + text));
        if (failAfterwards) {
            throw new IllegalStateException("as asked");
        }
    }

    @Incoming("notes")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> messages) {
        inbox.apply(messages, events -> events.forEach(this::hear));
    }

    private void hear(ReceivedEvent event) {
        String text = event.as(NoteHeard.class).text();
        if (text.contains("poison")) {
            throw new IllegalArgumentException("this note cannot be stored");
        }
        Trace.current().ifPresent(trace -> traces.put(text, trace));
        insert(text);
    }

    /** What somebody who hears a note knows of where it comes from. */
    public Optional<Trace> traceOf(String heard) {
        return Optional.ofNullable(traces.get(heard));
    }

    private void insert(String text) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("INSERT INTO note (text) VALUES (?)")) {
            insert.setString(1, text);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<String> texts(String like) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT text FROM note WHERE text LIKE ? ORDER BY id")) {
            select.setString(1, like);
            var found = new java.util.ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
