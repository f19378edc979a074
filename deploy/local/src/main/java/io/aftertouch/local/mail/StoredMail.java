package io.aftertouch.local.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

/**
 * An e-mail as it came in.
 *
 * @param to the address that it was delivered to, whatever its headers say
 * @param text its plain part, null when it has none
 * @param html its HTML part, null when it has none
 */
record StoredMail(
        String id, String to, String subject, Instant receivedAt, String text, String html, List<MailHeader> headers) {

    record MailHeader(String name, String value) {}

    static StoredMail read(String id, String to, Instant receivedAt, byte[] source) {
        try {
            MimeMessage message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
            List<MailHeader> headers = new ArrayList<>();
            for (Header header : Collections.list(message.getAllHeaders())) {
                headers.add(new MailHeader(header.getName(), decoded(header.getValue())));
            }
            String subject = message.getSubject() == null ? "" : message.getSubject();
            return new StoredMail(
                    id, to, subject, receivedAt, find(message, "text/plain"), find(message, "text/html"), headers);
        } catch (MessagingException | IOException e) {
            return new StoredMail(
                    id, to, "", receivedAt, "This e-mail could not be read: " + e.getMessage(), null, List.of());
        }
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException unknownCharset) {
            return value;
        }
    }

    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String text ? text : null;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = find(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
