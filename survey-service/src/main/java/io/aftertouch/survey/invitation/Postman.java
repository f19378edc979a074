package io.aftertouch.survey.invitation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.aftertouch.survey.mail.Letters;
import io.aftertouch.survey.mail.MailConfig;
import io.aftertouch.survey.mail.WrittenLetter;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;

/** Hands e-mails to the mail server. */
@Singleton
class Postman {

    /** Mailbox unavailable, not local, name not allowed: the address is wrong for good. */
    private static final Set<Integer> ADDRESS_REFUSED = Set.of(550, 551, 553);

    private final ReactiveMailer mailer;
    private final Letters letters;
    private final MailConfig config;
    private final Duration patience;

    Postman(ReactiveMailer mailer, Letters letters, MailConfig config, InvitationConfig invitations) {
        this.mailer = mailer;
        this.letters = letters;
        this.config = config;
        this.patience = invitations.mailServerPatience();
    }

    /**
     * Sends one e-mail and returns when the mail server has taken it.
     *
     * @throws AddressRefused when the mail server will never take it
     */
    void deliver(InvitationSending.Dispatch dispatch) throws AddressRefused {
        WrittenLetter letter = letters.write(dispatch.letter());
        Mail mail = Mail.withText(dispatch.to(), letter.subject(), letter.text())
                .setHtml(letter.html())
                .setFrom(sender(letter.brand(), config.from()))
                .addHeader("Message-ID", dispatch.messageId())
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("List-Unsubscribe", "<" + dispatch.letter().unsubscribe() + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        try {
            mailer.send(mail).await().atMost(patience);
        } catch (RuntimeException e) {
            if (refusesAddress(e)) {
                throw new AddressRefused();
            }
            throw e;
        }
    }

    /** The brand before the address. What has a meaning in addresses is left out; letters beyond ASCII are encoded by the mailer. */
    static String sender(String brand, String address) {
        String name = brand.replaceAll("[\"\\\\<>()\\[\\]@,;:]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        if (name.isEmpty()) {
            return address;
        }
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
        return (ascii ? '"' + name + '"' : name) + " <" + address + ">";
    }

    private static boolean refusesAddress(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(
                        cause -> cause instanceof SMTPException smtp && ADDRESS_REFUSED.contains(smtp.getReplyCode()));
    }

    /** The mail server will never take mail for this address. */
    static final class AddressRefused extends Exception {

        AddressRefused() {
            super("The mail server refuses the address");
        }
    }
}
