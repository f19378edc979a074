package io.aftertouch.survey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A real mail server at the port where the service looks for one. Tests turn it on and off. */
public final class Mailbox {

    /** A machine that runs two modules' tests may keep the server's thread waiting; GreenMail gives it two seconds unless told. */
    private static final long MILLISECONDS_TO_START = 30_000;

    private static GreenMail server;

    private Mailbox() {}

    public static synchronized void open() {
        if (server == null) {
            var setup = new ServerSetup(MailPort.vacant(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
            setup.setServerStartupTimeout(MILLISECONDS_TO_START);
            var opened = new GreenMail(setup);
            opened.start();
            server = opened;
        }
    }

    public static synchronized void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** The one e-mail that reaches an address, and no second one by then. */
    public static MimeMessage mailTo(String address) {
        return await("mail to " + address)
                .until(() -> allTo(address), mails -> mails.size() == 1)
                .getFirst();
    }

    public static synchronized List<MimeMessage> allTo(String address) {
        return server == null
                ? List.of()
                : Stream.of(server.getReceivedMessages())
                        .filter(mail -> isTo(mail, address))
                        .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return Stream.of(mail.getAllRecipients()).map(Address::toString).anyMatch(address::equals);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String header(MimeMessage mail, String name) {
        try {
            String[] values = mail.getHeader(name);
            assertThat(values).as(name).hasSize(1);
            return values[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The part of the mail that has this type, decoded. */
    public static String part(MimeMessage mail, String type) {
        try {
            MimeMultipart parts = (MimeMultipart) mail.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.isMimeType(type)) {
                    return (String) part.getContent();
                }
            }
            throw new AssertionError("No part " + type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
