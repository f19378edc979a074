package io.aftertouch.survey.mail;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Properties;
import java.util.Set;

import jakarta.activation.DataHandler;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import io.aftertouch.survey.brand.Logo;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Knows the mail server and how an e-mail is written for it. */
@Singleton
public class Postman {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailConfig config;
    private final Clock clock;
    private final Session session;

    Postman(MailConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.session = Session.getInstance(properties(config), credentials(config));
    }

    private static Properties properties(MailConfig config) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", config.host());
        properties.setProperty("mail.smtp.port", Integer.toString(config.port()));
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(config.tls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        for (String step : Set.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.setProperty(
                    "mail.smtp." + step, Long.toString(config.patience().toMillis()));
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

    /** A line to the mail server, for one thread. It connects when there is something to hand over. */
    public MailLine line() {
        return new MailLine(this);
    }

    SMTPTransport transport() throws MessagingException {
        return (SMTPTransport) session.getTransport("smtp");
    }

    MimeMessage message(Mail mail) throws MessagingException {
        WrittenLetter letter = mail.letter();
        MimeMessage message = new Identified(session, mail.id());
        message.setFrom(sender(letter.brand()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        if (mail.byPerson()) {
            if (config.replyTo().isPresent()) {
                message.setReplyTo(InternetAddress.parse(config.replyTo().get(), true));
            }
        } else {
            message.setHeader("Auto-Submitted", "auto-generated");
        }
        if (mail.inReplyTo().isPresent()) {
            message.setHeader("In-Reply-To", mail.inReplyTo().get());
            message.setHeader("References", mail.inReplyTo().get());
        }
        if (mail.unsubscribe().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + mail.unsubscribe().get() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.setContent(new MimeMultipart("alternative", part(letter.text(), "plain"), html(letter)));
        message.saveChanges();
        return message;
    }

    /** With its picture beside it, where it has one: nothing is fetched from anywhere. */
    private static MimeBodyPart html(WrittenLetter letter) throws MessagingException {
        MimeBodyPart html = part(letter.html(), "html");
        if (letter.logo().isEmpty()) {
            return html;
        }
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(new MimeMultipart("related", html, picture(letter.logo().get())));
        return both;
    }

    private static MimeBodyPart picture(Logo logo) throws MessagingException {
        MimeBodyPart picture = new MimeBodyPart();
        picture.setDataHandler(
                new DataHandler(new ByteArrayDataSource(Base64.getDecoder().decode(logo.data()), logo.mediaType())));
        picture.setHeader("Content-Transfer-Encoding", "base64");
        picture.setContentID("<logo>");
        picture.setDisposition(Part.INLINE);
        return picture;
    }

    /** Quoted-printable keeps every line short, which SMTP wants, and is readable where it is plain ASCII. */
    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, type);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private InternetAddress sender(String brand) throws MessagingException {
        try {
            String name = brand.replaceAll("\\p{Cntrl}+", " ").strip();
            return new InternetAddress(config.from(), name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8 is always there", e);
        }
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
}
