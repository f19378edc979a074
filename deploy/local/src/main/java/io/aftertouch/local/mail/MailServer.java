package io.aftertouch.local.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

/** Takes every e-mail over SMTP on the loopback address and keeps it in a folder. */
public final class MailServer implements AutoCloseable {

    /** Everything starts at once on one machine; GreenMail gives its thread two seconds unless told. */
    private static final long MILLISECONDS_TO_START = 30_000;

    private final GreenMail server;
    private final Mailbox mailbox;

    private MailServer(GreenMail server, Mailbox mailbox) {
        this.server = server;
        this.mailbox = mailbox;
    }

    public static MailServer start(int port, Path folder, Clock clock) throws IOException {
        Mailbox mailbox = Mailbox.open(folder, clock);
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(MILLISECONDS_TO_START);
        GreenMail server = new GreenMail(setup);
        server.getUserManager().setMessageDeliveryHandler((message, address) -> new Recipient(mailbox, address));
        server.start();
        return new MailServer(server, mailbox);
    }

    /**
     * The pages and the JSON under {@code /mail}.
     *
     * @param zone in which pages show times
     */
    public Handler<HttpServerRequest> pages(ZoneId zone) {
        return new MailPages(mailbox, zone);
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Everybody has a mailbox here, and it is the same one. */
    private record Recipient(Mailbox mailbox, MailAddress address) implements GreenMailUser {

        @Override
        public void deliver(MovingMessage message) {
            deliver(message.getMessage());
        }

        @Override
        public void deliver(MimeMessage message) {
            ByteArrayOutputStream source = new ByteArrayOutputStream();
            try {
                message.writeTo(source);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
            mailbox.deliver(address.getEmail(), source.toByteArray());
        }

        @Override
        public String getEmail() {
            return address.getEmail();
        }

        @Override
        public String getLogin() {
            return address.getEmail();
        }

        @Override
        public String getQualifiedMailboxName() {
            return address.getEmail();
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {
            throw new UnsupportedOperationException("Nobody signs in here.");
        }

        @Override
        public void authenticate(String password) {
            throw new UnsupportedOperationException("Nobody signs in here.");
        }

        @Override
        public void create() {
            // nothing has to be made before mail can arrive
        }

        @Override
        public void delete() {
            throw new UnsupportedOperationException("Mail is kept.");
        }
    }
}
