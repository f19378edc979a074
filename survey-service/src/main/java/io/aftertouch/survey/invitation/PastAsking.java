package io.aftertouch.survey.invitation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.aftertouch.survey.judging.Asking;
import io.aftertouch.survey.respondent.Respondent;

/**
 * That a person was asked, or is about to be.
 *
 * @param event what it was about
 * @param since from when on it was known
 */
public record PastAsking(
        UUID event,
        Instant since,
        String ref,
        Optional<String> emailContact,
        Optional<String> phoneContact,
        Asking asking) {

    /** Whether it concerns a person, by reference or by address. */
    public boolean concerns(Respondent person) {
        return ref.equals(person.ref())
                || emailContact.isPresent() && emailContact.equals(person.emailContact())
                || phoneContact.isPresent() && phoneContact.equals(person.phoneContact());
    }
}
