package io.aftertouch.survey.respondent;

import java.util.List;
import java.util.stream.Stream;

/** All that a person is known under: the reference, and the addresses as the contact policy sees them. */
final class Subjects {

    private Subjects() {}

    static List<String> of(Respondent respondent) {
        return of(
                respondent.ref(),
                respondent.emailContact().orElse(null),
                respondent.phoneContact().orElse(null));
    }

    static List<String> of(RespondentDetails details) {
        return of(details.ref(), details.emailContact(), details.phoneContact());
    }

    static String ofReference(String ref) {
        return "ref:" + ref;
    }

    static String ofEmail(String emailContact) {
        return "email:" + emailContact;
    }

    static String ofPhone(String phoneContact) {
        return "phone:" + phoneContact;
    }

    static List<String> of(String ref, String emailContact, String phoneContact) {
        return Stream.of(
                        ofReference(ref),
                        emailContact == null ? null : ofEmail(emailContact),
                        phoneContact == null ? null : ofPhone(phoneContact))
                .filter(subject -> subject != null)
                .toList();
    }
}
