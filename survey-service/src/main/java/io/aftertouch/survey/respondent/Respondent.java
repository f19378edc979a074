package io.aftertouch.survey.respondent;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** The person asked, as far as the source systems told us. Personal data do not leave this service. */
@Entity
@Immutable
@Table(name = "respondent")
public class Respondent {

    @Id
    @Column(length = 128)
    private String ref;

    @Column(length = 254)
    private String email;

    @Column(length = 32)
    private String phone;

    @Column(length = 120)
    private String name;

    @Column(length = 35)
    private String locale;

    @Column(length = 254)
    private String emailContact;

    @Column(length = 32)
    private String phoneContact;

    @Column(length = 2)
    private String country;

    @Column(length = 64)
    private String timeZone;

    @Column(length = 64)
    private String consentBasis;

    @Column(length = 120)
    private String consentSource;

    private Instant consentAt;

    private Instant emailBouncedAt;

    private boolean optedOut;

    private Instant firstSeenAt;

    private Instant lastSeenAt;

    Respondent() {}

    /** Made from what an event says, to be judged without being stored. */
    Respondent(RespondentDetails details, Instant now) {
        ref = details.ref();
        email = details.email();
        phone = details.phone();
        name = details.name();
        locale = details.locale();
        emailContact = details.emailContact();
        phoneContact = details.phoneContact();
        country = details.country();
        timeZone = details.timeZone();
        if (details.consent() != null) {
            consentBasis = details.consent().basis();
            consentSource = details.consent().source();
            consentAt = details.consent().at();
        }
        firstSeenAt = now;
        lastSeenAt = now;
    }

    /** The person after somebody said this about them. What was left out stays as it was. */
    Respondent told(RespondentDetails said, Instant now) {
        Respondent told = new Respondent(
                new RespondentDetails(
                        ref,
                        orBefore(said.email(), email),
                        orBefore(said.phone(), phone),
                        orBefore(said.name(), name),
                        orBefore(said.locale(), locale),
                        orBefore(said.country(), country),
                        orBefore(said.timeZone(), timeZone),
                        orBefore(said.consent(), consent().orElse(null))),
                now);
        told.optedOut = optedOut;
        told.firstSeenAt = firstSeenAt;
        told.optedOut = optedOut;
        told.emailBouncedAt = Objects.equals(told.emailContact, emailContact) ? emailBouncedAt : null;
        return told;
    }

    private static <T> T orBefore(T said, T before) {
        return said == null ? before : said;
    }

    /** The outside reference by which source systems know the person. */
    public String ref() {
        return ref;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public Optional<String> phone() {
        return Optional.ofNullable(phone);
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public Optional<String> locale() {
        return Optional.ofNullable(locale);
    }

    /** The mailbox as the contact policy sees it. */
    public Optional<String> emailContact() {
        return Optional.ofNullable(emailContact);
    }

    /** The phone as the contact policy sees it. */
    public Optional<String> phoneContact() {
        return Optional.ofNullable(phoneContact);
    }

    /** ISO 3166-1 alpha-2. */
    public Optional<String> country() {
        return Optional.ofNullable(country);
    }

    public Optional<ZoneId> timeZone() {
        return Optional.ofNullable(timeZone).map(ZoneId::of);
    }

    /** The consent to be asked, where one is known. */
    public Optional<Consent> consent() {
        return Optional.ofNullable(consentBasis).map(basis -> new Consent(basis, consentSource, consentAt));
    }

    /** When mail to the address came back for good; empty when it did not, or the address is another since. */
    public Optional<Instant> emailBouncedAt() {
        return Optional.ofNullable(emailBouncedAt);
    }

    /** Whether the person opted out of everything, as it was marked last. What counts for judging is {@link OptOutRegister}. */
    boolean isMarkedOptedOut() {
        return optedOut;
    }

    Instant firstSeenAt() {
        return firstSeenAt;
    }

    Instant lastSeenAt() {
        return lastSeenAt;
    }
}
