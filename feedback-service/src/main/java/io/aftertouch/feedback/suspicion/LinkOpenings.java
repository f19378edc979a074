package io.aftertouch.feedback.suspicion;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.id.UuidBytes;

import static java.time.ZoneOffset.UTC;

/** Which links of which message were opened, and when last. Every instance of the service sees what each of them showed. */
@ApplicationScoped
class LinkOpenings {

    private final DataSource database;

    LinkOpenings(DataSource database) {
        this.database = database;
    }

    void note(UUID invitation, LinkOpening opening) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO link_opening (invitation_id, link, opened_at, head) VALUES (?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE opened_at = VALUES(opened_at), head = head OR VALUES(head)
                        """)) {
            insert.setBytes(1, UuidBytes.toBytes(invitation));
            insert.setString(2, opening.link());
            insert.setObject(3, LocalDateTime.ofInstant(opening.at(), UTC));
            insert.setBoolean(4, opening.head());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new OpeningsOutOfReach(e);
        }
    }

    List<LinkOpening> of(UUID invitation, Instant since) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "SELECT link, opened_at, head FROM link_opening WHERE invitation_id = ? AND opened_at > ?")) {
            select.setBytes(1, UuidBytes.toBytes(invitation));
            select.setObject(2, LocalDateTime.ofInstant(since, UTC));
            List<LinkOpening> openings = new ArrayList<>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    openings.add(new LinkOpening(
                            rows.getString(1),
                            rows.getObject(2, LocalDateTime.class).toInstant(UTC),
                            rows.getBoolean(3)));
                }
            }
            return openings;
        } catch (SQLException e) {
            throw new OpeningsOutOfReach(e);
        }
    }

    /** The database does not answer; the cause says why. */
    static final class OpeningsOutOfReach extends RuntimeException {

        OpeningsOutOfReach(SQLException cause) {
            super(cause);
        }
    }
}
