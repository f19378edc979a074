package io.aftertouch.survey.respondent;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.aftertouch.platform.sql.ManyRows;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import org.hibernate.Session;

import static java.time.ZoneOffset.UTC;

@Singleton
class RespondentRepository implements PanacheRepositoryBase<Respondent, String> {

    /** As many as V3_51 makes. */
    private static final int SLOTS = 262_144;

    private static final ManyRows UPSERT = new ManyRows("""
            INSERT INTO respondent (ref, email, phone, name, locale, email_contact, phone_contact, country, time_zone,
                consent_basis, consent_source, consent_at, first_seen_at, last_seen_at)
            VALUES""", "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", """
            ON DUPLICATE KEY UPDATE
                email_bounced_at = IF(VALUES(email_contact) <> email_contact, NULL, email_bounced_at),
                consent_source = IF(VALUES(consent_basis) IS NULL, consent_source, VALUES(consent_source)),
                consent_at = COALESCE(VALUES(consent_at), consent_at),
                consent_basis = COALESCE(VALUES(consent_basis), consent_basis),
                country = COALESCE(VALUES(country), country), time_zone = COALESCE(VALUES(time_zone), time_zone),
                email = COALESCE(VALUES(email), email), phone = COALESCE(VALUES(phone), phone),
                name = COALESCE(VALUES(name), name), locale = COALESCE(VALUES(locale), locale),
                email_contact = COALESCE(VALUES(email_contact), email_contact),
                phone_contact = COALESCE(VALUES(phone_contact), phone_contact), last_seen_at = VALUES(last_seen_at)
            """);

    private static final String REPLACE = """
            INSERT INTO respondent (ref, email, phone, name, locale, email_contact, phone_contact, country, time_zone,
                consent_basis, consent_source, consent_at, first_seen_at, last_seen_at)
            VALUES (:ref, :email, :phone, :name, :locale, :emailContact, :phoneContact, :country, :timeZone,
                :consentBasis, :consentSource, :consentAt, :now, :now)
            ON DUPLICATE KEY UPDATE
                email_bounced_at = IF(VALUES(email_contact) <=> email_contact, email_bounced_at, NULL),
                email = VALUES(email), phone = VALUES(phone), name = VALUES(name), locale = VALUES(locale),
                email_contact = VALUES(email_contact), phone_contact = VALUES(phone_contact), country = VALUES(country),
                time_zone = VALUES(time_zone), consent_basis = VALUES(consent_basis),
                consent_source = VALUES(consent_source), consent_at = VALUES(consent_at)
            """;

    /** Writes what is known by now, in this order. A mark that mail came back belongs to the address, and goes with it. */
    void upsert(List<RespondentDetails> people, Instant now) {
        List<Object[]> rows = people.stream().map(person -> row(person, now)).toList();
        getEntityManager().unwrap(Session.class).doWork(connection -> UPSERT.write(connection, rows));
    }

    private static Object[] row(RespondentDetails person, Instant now) {
        Optional<Consent> consent = Optional.ofNullable(person.consent());
        return new Object[] {
            person.ref(),
            person.email(),
            person.phone(),
            person.name(),
            person.locale(),
            person.emailContact(),
            person.phoneContact(),
            person.country(),
            person.timeZone(),
            consent.map(Consent::basis).orElse(null),
            consent.map(Consent::source).orElse(null),
            consent.map(Consent::at).orElse(null),
            now,
            now
        };
    }

    /** The respondents of these references that there are. */
    List<Respondent> byRefs(Collection<String> refs) {
        return list("ref in ?1", refs);
    }

    /** The addresses of a respondent as the contact policy sees them. */
    record Addresses(String ref, String emailContact, String phoneContact) {}

    List<Addresses> addresses(Collection<String> refs) {
        return find("select ref, emailContact, phoneContact from Respondent where ref in ?1", refs)
                .project(Addresses.class)
                .list();
    }

    /** The respondent becomes what the row is now, whatever was read before. */
    void refresh(Respondent respondent) {
        getEntityManager().refresh(respondent);
    }

    /** Holds people, by all that they are known under, until the transaction ends. */
    void lock(Collection<String> subjects) {
        List<Integer> slots = subjects.stream()
                .map(subject -> Math.floorMod(subject.hashCode(), SLOTS))
                .distinct()
                .sorted()
                .toList();
        getEntityManager()
                .createNativeQuery("SELECT slot FROM person_slot WHERE slot IN (:slots) ORDER BY slot FOR UPDATE")
                .setParameter("slots", slots)
                .getResultList();
    }

    /** The next respondents on a way, after one with this key and reference. */
    List<Respondent> along(RespondentWay way, String afterKey, String afterRef, int limit) {
        Parameters parameters = new Parameters();
        way.parameters().forEach(parameters::and);
        parameters.and("ref", afterRef);
        String query = way.condition();
        if (way.by() == null) {
            query += " and ref > :ref order by ref";
        } else {
            parameters.and("key", afterKey);
            query += " and %1$s >= :key and (%1$s > :key or ref > :ref) order by %1$s, ref".formatted(way.by());
        }
        return find(query, parameters).page(0, limit).list();
    }

    /** When the one was seen last who was not seen for longest. */
    Optional<Instant> longestUnseen() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT last_seen_at FROM respondent WHERE seen_month = (SELECT MIN(seen_month) FROM respondent)"
                                + " ORDER BY last_seen_at LIMIT 1",
                        Object.class)
                .addScalar("last_seen_at", Instant.class)
                .getResultList()
                .stream()
                .map(Instant.class::cast)
                .findFirst();
    }

    /** Some who were seen last before a moment. */
    List<String> unseenSince(Instant before, int limit) {
        LocalDateTime moment = LocalDateTime.ofInstant(before, UTC);
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT ref FROM respondent WHERE seen_month <= :month AND last_seen_at < :moment"
                                + " ORDER BY seen_month LIMIT :limit",
                        String.class)
                .setParameter("month", moment.getYear() * 12 + moment.getMonthValue())
                .setParameter("moment", before)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Everybody who is known under the reference or one of the addresses of a person. */
    List<Respondent> sharing(Respondent person) {
        return Stream.of(
                        list("ref", person.ref()).stream(),
                        person.emailContact().stream().flatMap(email -> list("emailContact", email).stream()),
                        person.phoneContact().stream().flatMap(phone -> list("phoneContact", phone).stream()))
                .flatMap(found -> found)
                .distinct()
                .toList();
    }

    /** Marks everybody with this mailbox who has no mark yet. */
    void markBounced(String emailContact, Instant now) {
        getEntityManager()
                .createNativeQuery("UPDATE respondent SET email_bounced_at = :now"
                        + " WHERE email_contact = :email AND email_bounced_at IS NULL")
                .setParameter("now", now)
                .setParameter("email", emailContact)
                .executeUpdate();
    }

    /** Keeps beside the respondents whether they opted out of everything. */
    void mark(Collection<String> refs, boolean optedOut) {
        if (!refs.isEmpty()) {
            getEntityManager()
                    .createNativeQuery("UPDATE respondent SET opted_out = :optedOut WHERE ref IN (:refs)")
                    .setParameter("optedOut", optedOut)
                    .setParameter("refs", refs)
                    .executeUpdate();
        }
    }

    /** Writes all that can be changed. A mark that mail came back belongs to the address, and goes with it. */
    void write(RespondentDetails details, Instant now) {
        Optional<Consent> consent = Optional.ofNullable(details.consent());
        getEntityManager()
                .createNativeQuery(REPLACE)
                .setParameter("ref", details.ref())
                .setParameter("email", details.email())
                .setParameter("phone", details.phone())
                .setParameter("name", details.name())
                .setParameter("locale", details.locale())
                .setParameter("emailContact", details.emailContact())
                .setParameter("phoneContact", details.phoneContact())
                .setParameter("country", details.country())
                .setParameter("timeZone", details.timeZone())
                .setParameter("consentBasis", consent.map(Consent::basis).orElse(null))
                .setParameter("consentSource", consent.map(Consent::source).orElse(null))
                .setParameter("consentAt", consent.map(Consent::at).orElse(null))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The respondent as the row is now, whatever was read before. */
    Respondent reread(String ref) {
        Respondent respondent = findById(ref);
        getEntityManager().refresh(respondent);
        return respondent;
    }

    /** Tells whether there is such a respondent. */
    boolean clearBounce(String ref) {
        boolean known = findByIdOptional(ref).isPresent();
        getEntityManager()
                .createNativeQuery("UPDATE respondent SET email_bounced_at = NULL WHERE ref = :ref")
                .setParameter("ref", ref)
                .executeUpdate();
        return known;
    }

    /** Tells whether there was such a respondent. */
    boolean remove(String ref) {
        return delete("ref", ref) > 0;
    }
}
