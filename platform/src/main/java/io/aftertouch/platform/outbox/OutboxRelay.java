package io.aftertouch.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.platform.event.CloudEventHeaders;
import io.aftertouch.platform.event.EventTransport;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.retry.SqlFailures;
import io.aftertouch.platform.trace.Trace;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends what stands in the outbox to the broker, in the order in which it was written, each at least once.
 *
 * <p>It holds the lease row of the shard while a window is under way, so that only one instance sends at a time and the events of one key stay
 * in order. A window is read, sent, acknowledged as a whole and then marked; if one message fails, none is marked and all are sent again. The
 * lease row is the one lock of the suite that is held over a network call.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int SHARD = 0;
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final DataSource database;
    private final EventTransport transport;
    private final OutboxConfig config;
    private final RelayBell bell;
    private final Retelling retelling;
    private final Clock clock;
    private final String source;
    private volatile boolean running;
    private volatile Optional<String> trouble = Optional.empty();
    private Thread thread;

    OutboxRelay(
            DataSource database,
            EventTransport transport,
            OutboxConfig config,
            RelayBell bell,
            Retelling retelling,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.database = database;
        this.transport = transport;
        this.config = config;
        this.bell = bell;
        this.retelling = retelling;
        this.clock = clock;
        this.source = "/aftertouch/" + application;
    }

    void start(@Observes StartupEvent event) {
        if (!config.relay()) {
            return;
        }
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            bell.ring();
            thread.join(Duration.ofSeconds(10));
        }
    }

    private void run() {
        int failures = 0;
        boolean known = false;
        while (running) {
            try {
                if (!known) {
                    transport.ensureTopics();
                    retelling.look(transport.brokerId());
                    known = true;
                }
                int sent = sendWindow();
                failures = 0;
                trouble = Optional.empty();
                if (sent > 0) {
                    Thread.sleep(config.rest());
                } else {
                    bell.await(config.sweep());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | ExecutionException | KafkaException e) {
                failures++;
                known = false;
                trouble = Optional.of(words(e));
                say(failures);
                pause(failures);
            }
        }
    }

    /**
     * Sends up to one window.
     *
     * @return how many were sent; 0 when there is nothing or another instance holds the lease
     */
    int sendWindow() throws SQLException, ExecutionException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int sent = leased(connection) ? sendUnsent(connection) : 0;
                connection.commit();
                return sent;
            } catch (SQLException | ExecutionException | InterruptedException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean leased(Connection connection) throws SQLException {
        try (var lease =
                connection.prepareStatement("SELECT shard FROM relay_lease WHERE shard = ? FOR UPDATE SKIP LOCKED")) {
            lease.setInt(1, SHARD);
            return lease.executeQuery().next();
        }
    }

    private record Unsent(long seq, OutboxEvent event) {}

    private int sendUnsent(Connection connection) throws SQLException, ExecutionException, InterruptedException {
        List<Unsent> window = unsent(connection);
        if (window.isEmpty()) {
            return 0;
        }
        var producer = transport.producer();
        List<Future<?>> acknowledgements = new ArrayList<>(window.size());
        for (Unsent row : window) {
            OutboxEvent event = row.event();
            acknowledgements.add(producer.send(CloudEventHeaders.record(
                    transport.topic(event.topic()),
                    event.key(),
                    event.id(),
                    source,
                    event.type(),
                    event.createdAt(),
                    event.payload().getBytes(StandardCharsets.UTF_8),
                    event.trace())));
        }
        producer.flush();
        for (Future<?> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
        mark(connection, window);
        return window.size();
    }

    private List<Unsent> unsent(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                "SELECT seq, id, topic, event_key, type, payload, created_at, trace_parent FROM outbox"
                        + " WHERE shard = ? AND sent_at IS NULL ORDER BY seq LIMIT ?")) {
            select.setInt(1, SHARD);
            select.setInt(2, config.window());
            List<Unsent> rows = new ArrayList<>();
            try (var result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(new Unsent(
                            result.getLong(1),
                            new OutboxEvent(
                                    UuidBytes.fromBytes(result.getBytes(2)),
                                    result.getString(3),
                                    result.getString(4),
                                    result.getString(5),
                                    result.getString(6),
                                    result.getObject(7, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                                    Trace.parse(result.getString(8)))));
                }
            }
            return rows;
        }
    }

    private void mark(Connection connection, List<Unsent> window) throws SQLException {
        String places = "?,".repeat(window.size() - 1) + "?";
        try (var update = connection.prepareStatement("UPDATE outbox SET sent_at = ? WHERE seq IN (" + places + ")")) {
            update.setObject(1, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            for (int i = 0; i < window.size(); i++) {
                update.setLong(i + 2, window.get(i).seq());
            }
            update.executeUpdate();
        }
    }

    /** What keeps events from being told right now. */
    Optional<String> trouble() {
        return trouble;
    }

    private static String words(Exception e) {
        return e instanceof SQLException
                ? "the database is away: " + SqlFailures.describe(e)
                : "the broker is away: " + e.getMessage();
    }

    private void say(int failures) {
        if (failures == 1 || failures % 20 == 0) {
            trouble.ifPresent(reason -> LOG.warnf("Events wait in the outbox, %s", reason));
        }
    }

    private void pause(int failures) {
        try {
            long millis = Math.min(LONGEST_BACK_OFF.toMillis(), 100L << Math.min(failures, 6));
            bell.await(Duration.ofMillis(millis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
