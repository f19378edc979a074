package io.aftertouch.survey.delivery;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import io.aftertouch.survey.mail.Letters;
import io.aftertouch.survey.mail.MailConfig;
import io.aftertouch.survey.mail.WrittenLetter;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Hands e-mails to the mail server, each over a connection of its own: it returns or fails within the patience that is configured, whatever the
 * server does.
 */
@Singleton
class Postman {

    /** Mailbox unavailable, not local, name not allowed: the address is wrong for good. */
    private static final Set<Integer> ADDRESS_REFUSED = Set.of(550, 551, 553);

    private final Letters letters;
    private final MailConfig config;
    private final Session session;

    Postman(Letters letters, MailConfig config, DeliveryConfig invitations) {
        this.letters = letters;
        this.config = config;
        this.session = Session.getInstance(
                properties(config, invitations.mailServerPatience().toMillis()), credentials(config));
    }

    private static Properties properties(MailConfig config, long patienceMillis) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", config.host());
        properties.setProperty("mail.smtp.port", Integer.toString(config.port()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(config.tls()));
        properties.setProperty("mail.smtp.starttls.enable", "true");
        for (String step : Set.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty("mail.smtp." + step, Long.toString(patienceMillis));
        }
        return properties;
    }

    private static Authenticator credentials(MailConfig config) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        config.username().orElse(""), config.password().orElse(""));
            }
        };
    }

    /**
     * Sends one e-mail and returns when the mail server has taken it.
     *
     * @throws AddressRefused when the mail server will never take it
     * @throws MailServerFailure when it may be taken later
     */
    void deliver(InvitationSending.Dispatch dispatch) throws AddressRefused {
        try {
            Transport.send(message(dispatch));
        } catch (AddressException e) {
            throw new AddressRefused();
        } catch (MessagingException e) {
            if (refusesAddress(e)) {
                throw new AddressRefused();
            }
            throw new MailServerFailure(e);
        }
    }

    private MimeMessage message(InvitationSending.Dispatch dispatch) throws MessagingException {
        WrittenLetter letter = letters.write(dispatch.letter());
        MimeMessage message = new Identified(session, dispatch.messageId());
        message.setFrom(sender(letter.brand()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(dispatch.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<" + dispatch.letter().unsubscribe() + ">");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html")));
        return message;
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), type);
        return part;
    }

    private InternetAddress sender(String brand) throws MessagingException {
        try {
            String name = brand.replaceAll("\\p{Cntrl}+", " ").strip();
            return new InternetAddress(config.from(), name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is always there", e);
        }
    }

    private static boolean refusesAddress(MessagingException failure) {
        return Stream.<Exception>iterate(
                        failure,
                        cause -> cause != null,
                        cause -> cause instanceof MessagingException mail ? mail.getNextException() : null)
                .anyMatch(cause -> switch (cause) {
                    case SMTPAddressFailedException refused -> ADDRESS_REFUSED.contains(refused.getReturnCode());
                    case SMTPSendFailedException refused -> ADDRESS_REFUSED.contains(refused.getReturnCode());
                    default -> false;
                });
    }

    /** A message that keeps the id it was given, however often it is sent. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** The mail server could not be reached or was not willing; it may be later. */
    static final class MailServerFailure extends RuntimeException {

        MailServerFailure(MessagingException cause) {
            super(cause);
        }
    }

    /** The mail server will never take mail for this address. */
    static final class AddressRefused extends Exception {

        AddressRefused() {
            super("The mail server refuses the address");
        }
    }
}
