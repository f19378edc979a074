package io.aftertouch.survey.respondent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.inject.Singleton;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@Singleton
class RespondentRepository implements PanacheRepositoryBase<Respondent, String> {

    private static final String UPSERT = """
            INSERT INTO respondent (ref, email, phone, name, locale, email_contact, phone_contact, first_seen_at, last_seen_at)
            VALUES (:ref, :email, :phone, :name, :locale, :emailContact, :phoneContact, :now, :now)
            ON DUPLICATE KEY UPDATE email = COALESCE(VALUES(email), email), phone = COALESCE(VALUES(phone), phone),
                name = COALESCE(VALUES(name), name), locale = COALESCE(VALUES(locale), locale),
                email_contact = COALESCE(VALUES(email_contact), email_contact),
                phone_contact = COALESCE(VALUES(phone_contact), phone_contact), last_seen_at = VALUES(last_seen_at)
            """;

    /** Writes what is known by now, and holds the row until the transaction ends. */
    void upsert(RespondentDetails details, Instant now) {
        getEntityManager()
                .createNativeQuery(UPSERT)
                .setParameter("ref", details.ref())
                .setParameter("email", details.email())
                .setParameter("phone", details.phone())
                .setParameter("name", details.name())
                .setParameter("locale", details.locale())
                .setParameter("emailContact", details.emailContact())
                .setParameter("phoneContact", details.phoneContact())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Holds all respondents with one of these addresses until the transaction ends: one person, whatever the reference. */
    void lockAllWith(String emailContact, String phoneContact) {
        lockBy("email_contact", emailContact);
        lockBy("phone_contact", phoneContact);
    }

    private void lockBy(String column, String address) {
        if (address != null) {
            getEntityManager()
                    .createNativeQuery(
                            "SELECT ref FROM respondent WHERE " + column + " = :address ORDER BY ref FOR UPDATE")
                    .setParameter("address", address)
                    .getResultList();
        }
    }

    boolean anyOptedOut(Collection<String> subjects) {
        return !getEntityManager()
                .createNativeQuery("SELECT subject FROM opt_out WHERE subject IN (:subjects) LIMIT 1")
                .setParameter("subjects", subjects)
                .getResultList()
                .isEmpty();
    }

    /** Tells whether any of the subjects is new. */
    boolean optOut(List<String> subjects, String ref, Instant now) {
        int fresh = 0;
        for (String subject : subjects) {
            fresh += getEntityManager()
                    .createNativeQuery(
                            "INSERT IGNORE INTO opt_out (subject, respondent_ref, opted_out_at) VALUES (:subject, :ref, :now)")
                    .setParameter("subject", subject)
                    .setParameter("ref", ref)
                    .setParameter("now", now)
                    .executeUpdate();
        }
        return fresh > 0;
    }
}
