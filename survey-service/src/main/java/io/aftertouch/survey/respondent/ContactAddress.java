package io.aftertouch.survey.respondent;

import java.util.Locale;
import java.util.Optional;

/**
 * An address as the contact policy sees it, so that one person stays one person: {@code Freja+Shop@Example.com} and
 * {@code freja@example.com} are the same mailbox, {@code +45 12 34 56 78} and {@code 0045-12345678} the same phone.
 */
record ContactAddress(String text) {

    static Optional<ContactAddress> ofEmail(String email) {
        if (email == null) {
            return Optional.empty();
        }
        int at = email.lastIndexOf('@');
        String mailbox = email.substring(0, at);
        int plus = mailbox.indexOf('+');
        String plain = plus > 0 ? mailbox.substring(0, plus) : mailbox;
        return Optional.of(new ContactAddress((plain + email.substring(at)).toLowerCase(Locale.ROOT)));
    }

    static Optional<ContactAddress> ofPhone(String phone) {
        if (phone == null) {
            return Optional.empty();
        }
        String digits = phone.replaceAll("[^0-9+]", "");
        return Optional.of(new ContactAddress(digits.startsWith("00") ? "+" + digits.substring(2) : digits));
    }
}
