package io.aftertouch.survey.mail;

import java.time.Duration;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jboss.logging.Logger;

/**
 * A connection to the mail server for one thread. It is kept for what follows within seconds, and given up after any trouble with it. Handing
 * over returns within the patience that is configured, whatever the server does.
 */
public final class MailLine implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MailLine.class);

    /** Many servers take no more than this over one connection. */
    private static final int MAILS_PER_CONNECTION = 100;

    private static final Duration KEPT = Duration.ofSeconds(5);

    /** After more rest than this the server is asked whether it is still there. */
    private static final Duration PROVEN = Duration.ofMillis(500);

    private final Postman postman;
    private SMTPTransport connection;
    private int mails;
    private long lastUsed;

    MailLine(Postman postman) {
        this.postman = postman;
    }

    /** Hands one e-mail over and tells what the mail server said. */
    public Handover handOver(Mail mail) {
        MimeMessage message;
        try {
            message = postman.message(mail);
        } catch (AddressException e) {
            return new Handover.NoSuchMailbox("The address cannot be written into an e-mail");
        } catch (MessagingException e) {
            throw new IllegalStateException("The e-mail cannot be written", e);
        }
        boolean kept = connection != null;
        try {
            return transmit(message);
        } catch (MessagingException e) {
            if (kept && isBeforeContent(e)) {
                return again(message);
            }
            return judge(e);
        }
    }

    /** The server ended the connection that was kept, before it heard anything of the e-mail itself. */
    private Handover again(MimeMessage message) {
        close();
        try {
            return transmit(message);
        } catch (MessagingException e) {
            return judge(e);
        }
    }

    private Handover transmit(MimeMessage message) throws MessagingException {
        if (connection != null && idleFor(PROVEN) && !connection.isConnected()) {
            close();
        }
        if (connection == null) {
            SMTPTransport fresh = postman.transport();
            fresh.connect();
            connection = fresh;
            mails = 0;
        }
        connection.sendMessage(message, message.getAllRecipients());
        String reply = connection.getLastServerResponse();
        lastUsed = System.nanoTime();
        if (++mails == MAILS_PER_CONNECTION) {
            close();
        }
        return new Handover.Taken(reply == null ? "" : reply);
    }

    private Handover judge(MessagingException failure) {
        SmtpReply reply = reply(failure);
        Handover judged = reply == null ? new Handover.NotNow(describe(failure), true) : reply.judge();
        if (judged instanceof Handover.NotNow notNow && notNow.everybody()) {
            close();
        } else {
            lastUsed = System.nanoTime();
        }
        return judged;
    }

    /** Only then can it be tried over another connection without the risk that it arrives twice. */
    private static boolean isBeforeContent(MessagingException failure) {
        SmtpReply reply = reply(failure);
        return reply != null && reply.code() == 421 && reply.stage() != SmtpReply.Stage.CONTENT;
    }

    /** What the server said; null when the connection itself failed. */
    private static SmtpReply reply(MessagingException failure) {
        return Stream.<Exception>iterate(
                        failure,
                        cause -> cause != null,
                        cause -> cause instanceof MessagingException mail ? mail.getNextException() : null)
                .map(MailLine::replyOf)
                .filter(reply -> reply != null && reply.code() > 0)
                .reduce((outer, inner) -> inner)
                .orElse(null);
    }

    private static SmtpReply replyOf(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException no ->
                new SmtpReply(no.getReturnCode(), no.getMessage(), SmtpReply.Stage.RECIPIENT);
            case SMTPSenderFailedException no ->
                new SmtpReply(no.getReturnCode(), no.getMessage(), SmtpReply.Stage.SENDER);
            case SMTPSendFailedException no ->
                new SmtpReply(no.getReturnCode(), no.getMessage(), stage(no.getCommand()));
            default -> null;
        };
    }

    private static SmtpReply.Stage stage(String command) {
        if (command != null && command.startsWith("MAIL")) {
            return SmtpReply.Stage.SENDER;
        }
        return command != null && command.startsWith("RCPT") ? SmtpReply.Stage.RECIPIENT : SmtpReply.Stage.CONTENT;
    }

    private static String describe(MessagingException failure) {
        Exception cause = failure.getNextException();
        return cause == null ? failure.getMessage() : failure.getMessage() + " (" + cause.getMessage() + ")";
    }

    /** Gives the connection up when nothing was sent over it for a while, before the server does. */
    public void closeWhenIdle() {
        if (connection != null && idleFor(KEPT)) {
            close();
        }
    }

    private boolean idleFor(Duration time) {
        return System.nanoTime() - lastUsed > time.toNanos();
    }

    @Override
    public void close() {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (MessagingException e) {
            LOG.debug("A connection to the mail server ended by itself", e);
        }
        connection = null;
    }
}
