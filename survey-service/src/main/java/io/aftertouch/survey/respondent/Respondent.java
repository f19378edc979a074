package io.aftertouch.survey.respondent;

import java.time.Instant;
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
        firstSeenAt = now;
        lastSeenAt = now;
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

    Instant firstSeenAt() {
        return firstSeenAt;
    }

    Instant lastSeenAt() {
        return lastSeenAt;
    }
}
