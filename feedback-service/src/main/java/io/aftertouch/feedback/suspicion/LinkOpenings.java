package io.aftertouch.feedback.suspicion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.retry.SqlFailures;
import io.aftertouch.platform.sql.ManyRows;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import static java.time.ZoneOffset.UTC;

/**
 * Which links of which message were opened, and when last. Nobody who opens a form waits until that is stored: this instance sees it at once, and
 * the others a moment later, when all that was opened meanwhile is stored together. No answer is lost with what a crash takes away; somebody may not
 * be asked whether they are a person.
 */
@ApplicationScoped
class LinkOpenings {

    private static final Logger LOG = Logger.getLogger(LinkOpenings.class);
    private static final int MILLISECONDS_APART = 100;
    private static final int SECONDS_TO_STOP = 5;

    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO link_opening (invitation_id, link, opened_at, head) VALUES",
            "(?, ?, ?, ?)",
            "ON DUPLICATE KEY UPDATE opened_at = GREATEST(opened_at, VALUES(opened_at)), head = head OR VALUES(head)");

    private final DataSource database;

    /** By invitation and link. */
    private final Map<UUID, Map<String, LinkOpening>> unstored = new ConcurrentHashMap<>();

    private final ScheduledExecutorService clerk = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("link-openings").factory());

    LinkOpenings(DataSource database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        clerk.scheduleWithFixedDelay(this::store, MILLISECONDS_APART, MILLISECONDS_APART, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        clerk.execute(this::store);
        clerk.shutdown();
        clerk.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
    }

    void note(UUID invitation, LinkOpening opening) {
        unstored.merge(invitation, Map.of(opening.link(), opening), LinkOpenings::merged);
    }

    List<LinkOpening> of(UUID invitation, Instant since) {
        // looked at first: what is stored meanwhile is found twice and not never
        Map<String, LinkOpening> noted = unstored.getOrDefault(invitation, Map.of());
        return merged(noted, stored(invitation, since)).values().stream()
                .filter(opening -> opening.at().isAfter(since))
                .toList();
    }

    private static Map<String, LinkOpening> merged(Map<String, LinkOpening> some, Map<String, LinkOpening> others) {
        Map<String, LinkOpening> all = new HashMap<>(some);
        others.forEach((link, opening) -> all.merge(link, opening, LinkOpening::and));
        return all;
    }

    private Map<String, LinkOpening> stored(UUID invitation, Instant since) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT link, opened_at, head FROM link_opening WHERE invitation_id = ? AND opened_at > ?")) {
            select.setBytes(1, UuidBytes.toBytes(invitation));
            select.setObject(2, LocalDateTime.ofInstant(since, UTC));
            Map<String, LinkOpening> openings = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Instant at = rows.getObject(2, LocalDateTime.class).toInstant(UTC);
                    openings.put(rows.getString(1), new LinkOpening(rows.getString(1), at, rows.getBoolean(3)));
                }
            }
            return openings;
        } catch (SQLException e) {
            throw new OpeningsOutOfReach(e);
        }
    }

    /** What cannot be stored now is stored next time. */
    private void store() {
        try {
            Map<UUID, Map<String, LinkOpening>> taken = Map.copyOf(unstored);
            if (!taken.isEmpty()) {
                store(taken);
                // whatever was opened once more meanwhile stays
                taken.forEach(unstored::remove);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.debugf("Openings of links wait: %s", SqlFailures.describe(e));
        }
    }

    private void store(Map<UUID, Map<String, LinkOpening>> openings) throws SQLException {
        // in one order everywhere, so that two instances cannot wait for each other
        List<Object[]> rows = new ArrayList<>();
        openings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(message -> message.getValue().values().stream()
                        .sorted(LinkOpening.BY_LINK)
                        .forEach(opening -> rows.add(
                                new Object[] {message.getKey(), opening.link(), opening.at(), opening.head()})));
        try (Connection connection = database.getConnection()) {
            INSERT.write(connection, rows);
        }
    }

    /** The database does not answer; the cause says why. */
    static final class OpeningsOutOfReach extends RuntimeException {

        OpeningsOutOfReach(SQLException cause) {
            super(cause);
        }
    }
}
