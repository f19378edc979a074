package io.aftertouch.feedback.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.respondent.ErasedReferences;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.sql.ManyRows;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

/** The invitations that survey-service announced. Each kind of event writes its own columns, so that their order does not matter. */
@ApplicationScoped
class InvitationRepository implements PanacheRepositoryBase<Invitation, UUID> {

    private static final ManyRows SCHEDULED =
            new ManyRows("""
            INSERT INTO invitation (id, token_hash, survey, survey_version, touchpoint, touchpoint_name, channel, touchpoint_channel,
              respondent_ref, locale, segments, attributes, event_source, event_id, occurred_at, due_at, expires_at, scheduled_at)
            VALUES""", "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", """
            ON DUPLICATE KEY UPDATE
              token_hash = VALUES(token_hash), survey = VALUES(survey), survey_version = VALUES(survey_version),
              touchpoint = VALUES(touchpoint), touchpoint_name = VALUES(touchpoint_name), channel = VALUES(channel),
              touchpoint_channel = VALUES(touchpoint_channel), respondent_ref = VALUES(respondent_ref), locale = VALUES(locale),
              segments = VALUES(segments), attributes = VALUES(attributes), event_source = VALUES(event_source),
              event_id = VALUES(event_id), occurred_at = VALUES(occurred_at), due_at = VALUES(due_at),
              expires_at = VALUES(expires_at), scheduled_at = VALUES(scheduled_at)
            """);

    private static final ManyRows SENT = new ManyRows(
            "INSERT INTO invitation (id, sent_at) VALUES",
            "(?, ?)",
            "ON DUPLICATE KEY UPDATE sent_at = VALUES(sent_at)");

    private static final ManyRows CANCELLED = new ManyRows(
            "INSERT INTO invitation (id, cancelled_at, cancel_reason) VALUES",
            "(?, ?, ?)",
            "ON DUPLICATE KEY UPDATE cancelled_at = VALUES(cancelled_at), cancel_reason = VALUES(cancel_reason)");

    private static final ManyRows EXPIRED = new ManyRows(
            "INSERT INTO invitation (id, expired_at) VALUES",
            "(?, ?)",
            "ON DUPLICATE KEY UPDATE expired_at = VALUES(expired_at)");

    private static final String FORGET =
            "UPDATE invitation SET respondent_ref = NULL, token_hash = NULL, attributes = '{}',"
                    + " event_source = NULL, event_id = NULL";

    private static final String BY_TOKEN =
            "SELECT id, token_hash, survey, survey_version, touchpoint, touchpoint_name, channel, touchpoint_channel,"
                    + " respondent_ref, locale, segments, attributes, event_source, event_id, occurred_at, expires_at, cancelled_at,"
                    + " expired_at FROM invitation WHERE token_hash = ?";

    private final DataSource database;
    private final ErasedReferences erased;

    InvitationRepository(DataSource database, ErasedReferences erased) {
        this.database = database;
        this.erased = erased;
    }

    /** Every customer who opens a form or sends it comes through here, so it goes without the session that an entity lives in. */
    Optional<Invitation> byToken(Token token) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(BY_TOKEN)) {
            select.setBytes(1, token.hash());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(new Invitation(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new InvitationsOutOfReach(e);
        }
    }

    /** The database does not answer; the cause says why. */
    private static final class InvitationsOutOfReach extends RuntimeException {

        InvitationsOutOfReach(SQLException cause) {
            super(cause);
        }
    }

    void keep(List<InvitationEvent> all) {
        getEntityManager().unwrap(Session.class).doWork(connection -> {
            List<InvitationEvent> events = ofThoseWeMayKnow(connection, all);
            write(connection, SCHEDULED, events, InvitationEvent.Scheduled.class, InvitationRepository::scheduled);
            write(connection, SENT, events, InvitationEvent.Sent.class, sent ->
                    new Object[] {sent.id(), sent.sentAt()});
            write(connection, CANCELLED, events, InvitationEvent.Cancelled.class, cancelled ->
                    new Object[] {cancelled.id(), cancelled.cancelledAt(), cancelled.reason()});
            write(connection, EXPIRED, events, InvitationEvent.Expired.class, expired ->
                    new Object[] {expired.id(), expired.expiredAt()});
        });
    }

    /** Somebody who was erased may be told of late, or without a name. */
    private List<InvitationEvent> ofThoseWeMayKnow(Connection connection, List<InvitationEvent> events)
            throws SQLException {
        Set<String> refs = events.stream()
                .filter(InvitationEvent.Scheduled.class::isInstance)
                .map(event -> ((InvitationEvent.Scheduled) event).respondentRef())
                .collect(Collectors.toSet());
        Set<String> nobody = erased.among(connection, refs);
        return events.stream()
                .filter(event -> !(event instanceof InvitationEvent.Scheduled scheduled)
                        || !scheduled.respondentRef().isEmpty() && !nobody.contains(scheduled.respondentRef()))
                .toList();
    }

    /** The invitations to a respondent, first to last. */
    List<Invitation> to(String respondentRef) {
        return list("respondentRef = ?1 order by id", respondentRef);
    }

    /** Invitations that still tell who it was, in the order of their ids; both ends exclusive. */
    List<UUID> personal(UUID after, UUID before, int limit) {
        return getEntityManager()
                .createQuery(
                        "select id from Invitation where id > :after and id < :before and respondentRef is not null order by id",
                        UUID.class)
                .setParameter("after", after)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Takes a person out of some of the invitations to them, and tells out of how many. */
    int forgetSome(String respondentRef, int limit) {
        return getEntityManager()
                .createNativeQuery(FORGET + " WHERE respondent_ref = :ref LIMIT " + limit)
                .setParameter("ref", respondentRef)
                .executeUpdate();
    }

    void forget(Collection<UUID> ids) {
        getEntityManager()
                .createNativeQuery(FORGET + " WHERE id IN (:ids)")
                .setParameter("ids", ids.stream().map(UuidBytes::toBytes).toList())
                .executeUpdate();
    }

    private static Object[] scheduled(InvitationEvent.Scheduled event) {
        return new Object[] {
            event.id(),
            event.tokenHash(),
            event.survey(),
            event.surveyVersion(),
            event.touchpoint(),
            event.touchpointName(),
            event.channel(),
            event.touchpointChannel(),
            event.respondentRef(),
            event.locale(),
            Labels.toJson(event.segments()),
            Labels.toJson(event.attributes()),
            event.eventSource(),
            event.eventId(),
            event.occurredAt(),
            event.dueAt(),
            event.expiresAt(),
            event.scheduledAt()
        };
    }

    private static <E extends InvitationEvent> void write(
            Connection connection,
            ManyRows rows,
            List<InvitationEvent> events,
            Class<E> kind,
            Function<E, Object[]> row)
            throws SQLException {
        rows.write(
                connection,
                events.stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .map(row)
                        .toList());
    }
}
