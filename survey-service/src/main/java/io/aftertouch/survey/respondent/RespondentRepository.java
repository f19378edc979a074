package io.aftertouch.survey.respondent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class RespondentRepository implements PanacheRepositoryBase<Respondent, String> {

    /** As many as V1_13 makes. */
    private static final int SLOTS = 4096;

    private static final String UPSERT = """
            INSERT INTO respondent (ref, email, phone, name, locale, email_contact, phone_contact, country, time_zone,
                consent_basis, consent_source, consent_at, first_seen_at, last_seen_at)
            VALUES (:ref, :email, :phone, :name, :locale, :emailContact, :phoneContact, :country, :timeZone,
                :consentBasis, :consentSource, :consentAt, :now, :now)
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
            """;

    /** Writes what is known by now. A mark that mail came back belongs to the address, and goes with it. */
    void upsert(RespondentDetails details, Instant now) {
        Optional<Consent> consent = Optional.ofNullable(details.consent());
        getEntityManager()
                .createNativeQuery(UPSERT)
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

    /** Holds a person, by all that they are known under, until the transaction ends. */
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
}
