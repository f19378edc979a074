package io.aftertouch.feedback.respondent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.platform.seal.ReferenceSeal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import static java.time.ZoneOffset.UTC;

/**
 * Who was erased and must not come back, by sealed reference.
 *
 * <p>Whoever stores something about people asks here first, in the same transaction. That shares a row which whoever begins to erase somebody has
 * alone: what is stored was either there before, and is found by the erasure, or is refused.
 */
@ApplicationScoped
public class ErasedReferences {

    private static final String SHARE = "SELECT id FROM erasure_gate WHERE id = 1 LOCK IN SHARE MODE";
    private static final String HAVE_ALONE = "SELECT id FROM erasure_gate WHERE id = 1 FOR UPDATE";
    private static final String REMEMBER = "INSERT IGNORE INTO erased_subject (subject, erased_at) VALUES (?, ?)";

    private final ReferenceSeal seal;
    private final DataSource database;
    private final Clock clock;

    ErasedReferences(
            @ConfigProperty(name = "aftertouch.respondent-key") String respondentKey,
            DataSource database,
            Clock clock) {
        this.seal = new ReferenceSeal(respondentKey);
        this.database = database;
        this.clock = clock;
    }

    /** With another key everybody who was erased could come back: the service then refuses to start. */
    void start(@Observes StartupEvent event) {
        boolean same = QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                if (isEmpty(connection)) {
                    remember(connection, seal.proof(), clock.instant());
                }
                return !found(connection, Set.of(seal.proof())).isEmpty();
            }
        });
        if (!same) {
            throw new IllegalStateException(
                    "aftertouch.respondent-key is not the key that erasures were remembered with. Set that one again.");
        }
    }

    /**
     * Those of some references that are of erased people. Until the transaction of the connection ends nobody else of them is.
     *
     * @param refs may hold nulls, which are nobody
     */
    public Set<String> among(Connection connection, Collection<String> refs) throws SQLException {
        Map<String, String> bySubject = new HashMap<>();
        refs.stream().filter(Objects::nonNull).forEach(ref -> bySubject.put(seal.sealed(ref), ref));
        if (bySubject.isEmpty()) {
            return Set.of();
        }
        hold(connection, SHARE);
        Set<String> erased = new HashSet<>();
        found(connection, bySubject.keySet()).forEach(subject -> erased.add(bySubject.get(subject)));
        return erased;
    }

    /**
     * Whether a reference is that of an erased person. Until the open transaction ends it does not become that of one.
     *
     * @param ref null is nobody
     */
    public boolean isErased(String ref) {
        if (ref == null) {
            return false;
        }
        try (Connection connection = database.getConnection()) {
            return !among(connection, Set.of(ref)).isEmpty();
        } catch (SQLException e) {
            throw new ErasureFailure(e);
        }
    }

    /** Remembers somebody who was erased, once nobody is storing anything about people any more; others wait for the end of the transaction. */
    public void remember(String ref, Instant erasedAt) {
        try (Connection connection = database.getConnection()) {
            hold(connection, HAVE_ALONE);
            remember(connection, seal.sealed(ref), erasedAt);
        } catch (SQLException e) {
            throw new ErasureFailure(e);
        }
    }

    private static void hold(Connection connection, String how) throws SQLException {
        try (PreparedStatement gate = connection.prepareStatement(how);
                ResultSet row = gate.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("The row of erasure_gate is not there");
            }
        }
    }

    private static void remember(Connection connection, String subject, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REMEMBER)) {
            insert.setString(1, subject);
            insert.setObject(2, LocalDateTime.ofInstant(at, UTC));
            insert.executeUpdate();
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM erased_subject LIMIT 1");
                ResultSet row = select.executeQuery()) {
            return !row.next();
        }
    }

    private static Set<String> found(Connection connection, Collection<String> subjects) throws SQLException {
        List<String> asked = List.copyOf(subjects);
        String places = "?,".repeat(asked.size() - 1) + "?";
        try (PreparedStatement select =
                connection.prepareStatement("SELECT subject FROM erased_subject WHERE subject IN (" + places + ")")) {
            for (int i = 0; i < asked.size(); i++) {
                select.setString(i + 1, asked.get(i));
            }
            Set<String> found = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        }
    }
}
