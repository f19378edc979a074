package io.aftertouch.survey.bounce;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import io.aftertouch.survey.mail.EnhancedStatus;

/**
 * What a mail server reports about an e-mail that it could not deliver (RFC 3464).
 *
 * @param messageId of the e-mail, when the report brings its head
 */
record DeliveryReport(Optional<String> messageId, List<Recipient> recipients) {

    static final String STATUS = "message/delivery-status";
    static final String MESSAGE = "message/rfc822";
    static final String REPORT = "multipart/report";

    private static final List<String> HEADS = List.of(MESSAGE, "text/rfc822-headers");
    private static final int LONGEST_DIAGNOSTIC = 2_000;

    /**
     * What became of it for one recipient.
     *
     * @param action as RFC 3464 names it, in small letters
     * @param status an enhanced status code, "5.1.1"
     */
    record Recipient(String email, String action, String status, Optional<String> diagnostic) {

        /** Empty when it arrived, or went on to where nothing is reported any more. */
        Optional<ReportBounce.Kind> bounce() {
            return switch (action) {
                case "failed" ->
                    Optional.of(EnhancedStatus.saysNoMailbox(status) ? ReportBounce.Kind.HARD : ReportBounce.Kind.SOFT);
                case "delayed" -> Optional.of(ReportBounce.Kind.SOFT);
                default -> Optional.empty();
            };
        }
    }

    /**
     * Reads the whole e-mail ({@code message/rfc822}), its body ({@code multipart/report}) or only the part for programs
     * ({@code message/delivery-status}).
     *
     * @throws UnreadableReport when it is no such report
     */
    static DeliveryReport read(String type, InputStream body) {
        try {
            if (type.toLowerCase(Locale.ROOT).startsWith(STATUS)) {
                return of(Optional.empty(), text(body));
            }
            if (type.toLowerCase(Locale.ROOT).startsWith(MESSAGE)) {
                MimeMessage message = new MimeMessage(null, body);
                return parts(new MimeMultipart(
                        new ByteArrayDataSource(message.getInputStream().readAllBytes(), message.getContentType())));
            }
            return parts(new MimeMultipart(new ByteArrayDataSource(body, type)));
        } catch (MessagingException e) {
            throw new UnreadableReport();
        } catch (IOException e) {
            throw new UnreadableReport();
        }
    }

    private static DeliveryReport parts(MimeMultipart report) throws MessagingException, IOException {
        Optional<String> messageId = Optional.empty();
        Optional<String> status = Optional.empty();
        for (int i = 0; i < report.getCount(); i++) {
            Part part = report.getBodyPart(i);
            if (part.isMimeType(STATUS)) {
                status = Optional.of(text(part.getInputStream()));
            } else if (HEADS.stream().anyMatch(head -> is(part, head))) {
                messageId = field(new InternetHeaders(part.getInputStream()), "Message-ID");
            }
        }
        return of(messageId, status.orElseThrow(UnreadableReport::new));
    }

    private static boolean is(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            return false;
        }
    }

    /** Groups of fields with an empty line between them: first about the e-mail, then one for each recipient. */
    private static DeliveryReport of(Optional<String> messageId, String status) throws MessagingException {
        List<InternetHeaders> groups = new ArrayList<>();
        for (String group : status.replace("\r\n", "\n").strip().split("\n[ \t]*\n\\s*")) {
            groups.add(new InternetHeaders(new ByteArrayInputStream(group.getBytes(StandardCharsets.ISO_8859_1))));
        }
        List<Recipient> recipients =
                groups.stream().flatMap(group -> recipient(group).stream()).toList();
        if (recipients.isEmpty()) {
            throw new UnreadableReport();
        }
        return new DeliveryReport(messageId.or(() -> field(groups.getFirst(), "X-Original-Message-ID")), recipients);
    }

    private static Optional<Recipient> recipient(InternetHeaders fields) {
        Optional<String> action = field(fields, "Action");
        Optional<String> email = Stream.of("Original-Recipient", "Final-Recipient")
                .flatMap(name -> field(fields, name).stream())
                .map(DeliveryReport::behindType)
                .filter(address -> address.length() <= 254 && address.matches(ReportBounce.ADDRESS))
                .findFirst();
        return action.flatMap(what -> email.map(to -> new Recipient(
                to,
                what.toLowerCase(Locale.ROOT),
                field(fields, "Status").map(code -> code.split("[\\s(]", 2)[0]).orElse(""),
                field(fields, "Diagnostic-Code")
                        .map(DeliveryReport::behindType)
                        .map(said -> said.substring(0, Math.min(said.length(), LONGEST_DIAGNOSTIC))))));
    }

    /** A field on one line, however it was folded. */
    private static Optional<String> field(InternetHeaders fields, String name) {
        return Optional.ofNullable(fields.getHeader(name, null))
                .map(value -> value.replaceAll("\\s+", " ").strip())
                .filter(value -> !value.isEmpty());
    }

    /** "rfc822; freja@example.com" and "smtp; 550 5.1.1 unknown" name their type first. */
    private static String behindType(String value) {
        return value.substring(value.indexOf(';') + 1).strip();
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
}
