package io.aftertouch.survey.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.aftertouch.platform.sql.ManyRows;
import io.aftertouch.survey.judging.Asking;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.respondent.Respondent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

@Singleton
class InvitationRepository implements PanacheRepositoryBase<Invitation, UUID> {

    private static final String FORGET =
            "UPDATE invitation SET respondent_ref = '', email_contact = NULL, phone_contact = NULL,"
                    + " reminder_at = NULL, next_attempt_at = IF(state = 'SENT', expires_at, next_attempt_at) WHERE ";

    private static final String ASKED = "SELECT id, respondent_ref, email_contact, phone_contact, survey_key, asked_at"
            + " FROM invitation WHERE %s IN (:%s) AND asked_at > :since AND (%s)";

    /** Sent, or waiting to be: what the contact policy counts when an event is judged. */
    private static final String PLANNED =
            "state = 'SCHEDULED' OR state = 'ANSWERED' OR sent_at IS NOT NULL AND state <> 'BOUNCED'";

    /** Really sent: what counts just before another one is sent. */
    private static final String DONE = "state = 'ANSWERED' OR sent_at IS NOT NULL AND state <> 'BOUNCED'";

    private static final ManyRows INSERT = new ManyRows(
            "INSERT INTO invitation (id, token_hash, event_id, rule_id, survey_key, survey_version, touchpoint_key,"
                    + " respondent_ref, email_contact, phone_contact, country, channel, state, occurred_at, scheduled_at, due_at,"
                    + " expires_at, asked_at, next_attempt_at, reminder_at, attempts) VALUES",
            "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");

    /**
     * Writes new invitations, those that will not change in this transaction by plain JDBC, many rows at once.
     *
     * @param changing those that will change in this transaction
     */
    void add(Collection<Invitation> invitations, Predicate<Invitation> changing) {
        List<Invitation> managed = invitations.stream().filter(changing).toList();
        if (!managed.isEmpty()) {
            persist(managed);
            flush();
        }
        List<Object[]> rows = invitations.stream()
                .filter(changing.negate())
                .map(InvitationRepository::row)
                .toList();
        getEntityManager().unwrap(Session.class).doWork(connection -> INSERT.write(connection, rows));
    }

    private static Object[] row(Invitation invitation) {
        return new Object[] {
            invitation.id(),
            invitation.tokenHash(),
            invitation.eventId(),
            invitation.ruleId(),
            invitation.survey(),
            invitation.surveyVersion(),
            invitation.touchpoint(),
            invitation.respondentRef(),
            invitation.emailContact().orElse(null),
            invitation.phoneContact().orElse(null),
            invitation.country().orElse(null),
            invitation.channel(),
            invitation.state(),
            invitation.occurredAt(),
            invitation.scheduledAt(),
            invitation.dueAt(),
            invitation.expiresAt(),
            invitation.askedAt(),
            invitation.nextAttemptAt(),
            invitation.reminderAt().orElse(null)
        };
    }

    /** An invitation that people were sent, or will be. */
    record Asked(UUID id, String ref, String emailContact, String phoneContact, Asking asking) {}

    /** What any of these people or addresses was asked, or will be. */
    List<Asked> plannedOrDone(Collection<Respondent> people, Instant since) {
        return asked(PLANNED, people, since);
    }

    /** What any of these people or addresses was really asked. */
    List<Asked> done(Collection<Respondent> people, Instant since) {
        return asked(DONE, people, since);
    }

    private List<Asked> asked(String which, Collection<Respondent> people, Instant since) {
        String sql = String.join(
                " UNION ",
                ASKED.formatted("respondent_ref", "refs", which),
                ASKED.formatted("email_contact", "emails", which),
                ASKED.formatted("phone_contact", "phones", which));
        return query(sql, Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("respondent_ref", String.class)
                .addScalar("email_contact", String.class)
                .addScalar("phone_contact", String.class)
                .addScalar("survey_key", String.class)
                .addScalar("asked_at", Instant.class)
                .setParameter("refs", people.stream().map(Respondent::ref).collect(Collectors.toSet()))
                .setParameter("emails", anyOf(people, Respondent::emailContact))
                .setParameter("phones", anyOf(people, Respondent::phoneContact))
                .setParameter("since", since)
                .getResultList()
                .stream()
                .map(row -> new Asked(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        new Asking((String) row[4], (Instant) row[5])))
                .toList();
    }

    /** The invitations that any of these people or addresses was sent, or will be. */
    Set<Invitation> ofPeople(Collection<Respondent> people, Instant since) {
        String counted = " and askedAt > ?2 and (state in ('SCHEDULED', 'ANSWERED') or sentAt is not null)";
        Set<Invitation> found = new HashSet<>();
        found.addAll(list(
                "respondentRef in ?1" + counted,
                people.stream().map(Respondent::ref).collect(Collectors.toSet()),
                since));
        found.addAll(list("emailContact in ?1" + counted, anyOf(people, Respondent::emailContact), since));
        found.addAll(list("phoneContact in ?1" + counted, anyOf(people, Respondent::phoneContact), since));
        return found;
    }

    /** An IN list holds something, if only what no row has. */
    private static Set<String> anyOf(Collection<Respondent> people, Function<Respondent, Optional<String>> address) {
        Set<String> found =
                people.stream().map(address).flatMap(Optional::stream).collect(Collectors.toSet());
        return found.isEmpty() ? Set.of("") : found;
    }

    /** The invitation, held until the transaction ends. */
    Optional<Invitation> lock(UUID id) {
        return query("SELECT * FROM invitation WHERE id = :id FOR UPDATE", Invitation.class)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The invitations that exist among these, held until the transaction ends. */
    List<Invitation> lock(Collection<UUID> ids) {
        return query("SELECT * FROM invitation WHERE id IN (:ids) ORDER BY id FOR UPDATE", Invitation.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Due ones of these channels that nobody else is working on, held until the transaction ends. */
    List<Invitation> claimDue(Instant now, Set<Channel> channels, int limit) {
        return claim(
                "state = 'SCHEDULED' AND next_attempt_at <= :now AND channel IN (:channels) ORDER BY next_attempt_at",
                now,
                channels,
                limit);
    }

    /** Sent ones of these channels whose reminder is due and that nobody else is working on, held until the transaction ends. */
    List<Invitation> claimReminders(Instant now, Set<Channel> channels, int limit) {
        return claim(
                "state = 'SENT' AND next_attempt_at <= :now AND expires_at > :now AND reminder_at IS NOT NULL"
                        + " AND reminded_at IS NULL AND channel IN (:channels) ORDER BY next_attempt_at",
                now,
                channels,
                limit);
    }

    /** Sent ones whose time is over, held until the transaction ends. */
    List<Invitation> claimExpired(Instant now, int limit) {
        return claim("state = 'SENT' AND expires_at <= :now ORDER BY expires_at", now, limit)
                .getResultList();
    }

    private List<Invitation> claim(String condition, Instant now, Set<Channel> channels, int limit) {
        return claim(condition, now, limit)
                .setParameter("channels", channels.stream().map(Channel::name).toList())
                .getResultList();
    }

    private NativeQuery<Invitation> claim(String condition, Instant now, int limit) {
        return query(
                        "SELECT * FROM invitation WHERE " + condition + " LIMIT :limit FOR UPDATE SKIP LOCKED",
                        Invitation.class)
                .setParameter("now", now)
                .setParameter("limit", limit);
    }

    /** Invitations of these people that wait to be sent because of one of these rules, held until the transaction ends. */
    List<Invitation> lockScheduled(Collection<String> respondentRefs, Collection<UUID> rules) {
        return query(
                        "SELECT * FROM invitation WHERE respondent_ref IN (:refs) AND state = 'SCHEDULED'"
                                + " AND rule_id IN (:rules) ORDER BY id FOR UPDATE",
                        Invitation.class)
                .setParameter("refs", respondentRefs)
                .setParameter("rules", rules)
                .getResultList()
                .stream()
                .toList();
    }

    /** Invitations that wait to be sent to a person under the reference or an address, held until the transaction ends. */
    List<Invitation> lockScheduled(String respondentRef, String emailContact, String phoneContact, String touchpoint) {
        String waiting = "SELECT id FROM invitation WHERE %s = :%s AND state = 'SCHEDULED'"
                + (touchpoint == null ? "" : " AND touchpoint_key = :touchpoint");
        var ids = query(
                        String.join(
                                " UNION ",
                                waiting.formatted("respondent_ref", "ref"),
                                waiting.formatted("email_contact", "email"),
                                waiting.formatted("phone_contact", "phone")),
                        UUID.class)
                .setParameter("ref", respondentRef)
                .setParameter("email", emailContact)
                .setParameter("phone", phoneContact);
        if (touchpoint != null) {
            ids.setParameter("touchpoint", touchpoint);
        }
        return ids.getResultList().stream()
                .sorted()
                .flatMap(id -> lock(id).stream())
                .filter(Invitation::isScheduled)
                .toList();
    }

    private <T> NativeQuery<T> query(String sql, Class<T> type) {
        return getEntityManager().unwrap(Session.class).createNativeQuery(sql, type);
    }

    Optional<Invitation> byTokenHash(byte[] tokenHash) {
        return find("tokenHash", tokenHash).firstResultOptional();
    }

    List<Invitation> byIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }

    List<Invitation> ofEvent(UUID eventId) {
        return list("eventId", eventId);
    }

    /** Newest first. */
    List<Invitation> before(UUID id, InvitationFilter filter, int limit) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Parameters parameters = new Parameters();
        BiConsumer<String, Object> where = (condition, value) -> {
            if (value != null) {
                String name = "p" + conditions.size();
                conditions.add(condition + " :" + name);
                parameters.and(name, value);
            }
        };
        where.accept("id <", id);
        where.accept("state =", filter.state());
        where.accept("respondentRef =", filter.respondent());
        where.accept("touchpoint =", filter.touchpoint());
        where.accept("survey =", filter.survey());
        where.accept("ruleId =", filter.rule());
        where.accept("channel =", filter.channel());
        where.accept("scheduledAt >=", filter.from());
        where.accept("scheduledAt <", filter.to());
        return find(String.join(" and ", conditions) + " order by id desc", parameters)
                .page(0, limit)
                .list();
    }

    /** Invitations by e-mail that were sent to this mailbox and are not over, held until the transaction ends; the last one first. */
    List<Invitation> lockSentTo(String emailContact) {
        return query(
                        "SELECT * FROM invitation WHERE email_contact = :email AND channel = 'EMAIL' AND state = 'SENT'"
                                + " ORDER BY asked_at DESC LIMIT 1 FOR UPDATE",
                        Invitation.class)
                .setParameter("email", emailContact)
                .getResultList()
                .stream()
                .toList();
    }

    List<UUID> idsOf(String respondentRef) {
        return find("select id from Invitation where respondentRef = ?1", respondentRef)
                .project(UUID.class)
                .list();
    }

    /** Takes a person out of the invitations to them, of which none is sent or reminded of any more. */
    void forget(String respondentRef) {
        flush();
        getEntityManager()
                .createNativeQuery(FORGET + "respondent_ref = :ref")
                .setParameter("ref", respondentRef)
                .executeUpdate();
    }

    /** Takes people out of invitations whose time is long over. */
    void forget(Collection<UUID> ids) {
        forgetReplies(ids);
        getEntityManager()
                .createNativeQuery(FORGET + "id IN (:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /** Invitations that still tell whom they were about, in the order of their ids; both ends exclusive. */
    List<UUID> personal(UUID after, UUID before, int limit) {
        return find(
                        "select id from Invitation where id > ?1 and id < ?2 and respondentRef <> '' order by id",
                        after,
                        before)
                .page(0, limit)
                .project(UUID.class)
                .list();
    }

    /** The invitations to a respondent, first to last. */
    List<Invitation> to(String respondentRef) {
        return list("respondentRef = ?1 order by id", respondentRef);
    }

    /** What mail servers said may name whom they said it about. */
    void forgetReplies(Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            getEntityManager()
                    .createNativeQuery("UPDATE invitation_transition SET reply = NULL WHERE invitation_id IN (:ids)")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
    }
}
