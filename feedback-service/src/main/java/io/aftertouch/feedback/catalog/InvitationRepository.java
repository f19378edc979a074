package io.aftertouch.feedback.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.id.UuidBytes;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import static java.time.ZoneOffset.UTC;

/** The invitations that survey-service announced. Each kind of event writes its own columns, so that their order does not matter. */
@ApplicationScoped
class InvitationRepository implements PanacheRepositoryBase<Invitation, UUID> {

    private static final String SCHEDULED = """
            INSERT INTO invitation (id, token_hash, survey, survey_version, touchpoint, touchpoint_name, channel, touchpoint_channel,
              respondent_ref, locale, segments, attributes, event_source, event_id, occurred_at, due_at, expires_at, scheduled_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              token_hash = VALUES(token_hash), survey = VALUES(survey), survey_version = VALUES(survey_version),
              touchpoint = VALUES(touchpoint), touchpoint_name = VALUES(touchpoint_name), channel = VALUES(channel),
              touchpoint_channel = VALUES(touchpoint_channel), respondent_ref = VALUES(respondent_ref), locale = VALUES(locale),
              segments = VALUES(segments), attributes = VALUES(attributes), event_source = VALUES(event_source),
              event_id = VALUES(event_id), occurred_at = VALUES(occurred_at), due_at = VALUES(due_at),
              expires_at = VALUES(expires_at), scheduled_at = VALUES(scheduled_at)
            """;

    private static final String SENT =
            "INSERT INTO invitation (id, sent_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE sent_at = VALUES(sent_at)";

    private static final String CANCELLED = """
            INSERT INTO invitation (id, cancelled_at, cancel_reason) VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE cancelled_at = VALUES(cancelled_at), cancel_reason = VALUES(cancel_reason)
            """;

    private static final String EXPIRED =
            "INSERT INTO invitation (id, expired_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE expired_at = VALUES(expired_at)";

    Optional<Invitation> byToken(Token token) {
        return find("tokenHash", (Object) token.hash()).firstResultOptional();
    }

    void keep(List<InvitationEvent> events) {
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            write(connection, SCHEDULED, events, InvitationEvent.Scheduled.class, InvitationRepository::scheduled);
            write(connection, SENT, events, InvitationEvent.Sent.class, (row, sent) -> {
                row.setBytes(1, UuidBytes.toBytes(sent.id()));
                row.setObject(2, LocalDateTime.ofInstant(sent.sentAt(), UTC));
            });
            write(connection, CANCELLED, events, InvitationEvent.Cancelled.class, (row, cancelled) -> {
                row.setBytes(1, UuidBytes.toBytes(cancelled.id()));
                row.setObject(2, LocalDateTime.ofInstant(cancelled.cancelledAt(), UTC));
                row.setString(3, cancelled.reason());
            });
            write(connection, EXPIRED, events, InvitationEvent.Expired.class, (row, expired) -> {
                row.setBytes(1, UuidBytes.toBytes(expired.id()));
                row.setObject(2, LocalDateTime.ofInstant(expired.expiredAt(), UTC));
            });
        });
    }

    private static void scheduled(PreparedStatement row, InvitationEvent.Scheduled event) throws SQLException {
        row.setBytes(1, UuidBytes.toBytes(event.id()));
        row.setBytes(2, event.tokenHash());
        row.setString(3, event.survey());
        row.setInt(4, event.surveyVersion());
        row.setString(5, event.touchpoint());
        row.setString(6, event.touchpointName());
        row.setString(7, event.channel());
        row.setString(8, event.touchpointChannel());
        row.setString(9, event.respondentRef());
        row.setString(10, event.locale());
        row.setString(11, Labels.toJson(event.segments()));
        row.setString(12, Labels.toJson(event.attributes()));
        row.setString(13, event.eventSource());
        row.setString(14, event.eventId());
        row.setObject(15, LocalDateTime.ofInstant(event.occurredAt(), UTC));
        row.setObject(16, LocalDateTime.ofInstant(event.dueAt(), UTC));
        row.setObject(17, LocalDateTime.ofInstant(event.expiresAt(), UTC));
        row.setObject(18, LocalDateTime.ofInstant(event.scheduledAt(), UTC));
    }

    private interface Row<E> {
        void fill(PreparedStatement statement, E event) throws SQLException;
    }

    private static <E extends InvitationEvent> void write(
            Connection connection, String sql, List<InvitationEvent> events, Class<E> kind, Row<E> row)
            throws SQLException {
        var ofKind = events.stream().filter(kind::isInstance).map(kind::cast).toList();
        if (ofKind.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (E event : ofKind) {
                row.fill(statement, event);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
