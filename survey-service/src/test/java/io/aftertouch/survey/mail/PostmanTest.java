package io.aftertouch.survey.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import io.aftertouch.survey.brand.Logo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What goes over the wire is a valid e-mail, whatever stands in it. */
class PostmanTest {

    private static final String ID = "<019a9b1e-4400-7a10-8f00-0000000000f1@example.com>";

    private final Postman postman =
            new Postman(new Settings(), Clock.fixed(Instant.parse("2026-11-21T13:05:00Z"), ZoneOffset.UTC));

    @Test
    void everyHeaderIsThereAndComesBackAsItWasMeant() throws Exception {
        MimeMessage mail = parsed(new Mail(
                ID,
                Optional.of("<first@example.com>"),
                "freja@example.com",
                Optional.of(URI.create("https://example.com/u/TOKEN")),
                letter(
                        "Smørrebrød & Søn",
                        "Hvordan gik det? Ét spørgsmål fra Smørrebrød & Søn, som har et langt navn")));

        assertThat(mail.getMessageID()).isEqualTo(ID);
        assertThat(mail.getSubject())
                .isEqualTo("Hvordan gik det? Ét spørgsmål fra Smørrebrød & Søn, som har et langt navn");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Smørrebrød & Søn");
        assertThat(mail.getSentDate()).isEqualTo("2026-11-21T13:05:00Z");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo("<first@example.com>");
        assertThat(mail.getHeader("References", null)).isEqualTo("<first@example.com>");
        assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<https://example.com/u/TOKEN>");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("MIME-Version", null)).isEqualTo("1.0");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Smørrebrød\r\n" + "lang ".repeat(300));
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
    }

    @Test
    void whatAPersonWroteIsAnsweredToThePeopleAndNotToTheProgram() throws Exception {
        MimeMessage mail = parsed(
                Mail.byPerson(ID, Optional.empty(), "freja@example.com", letter("Nordlys", "About your answer")));

        assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("support@example.com"));
        assertThat(mail.getHeader("Auto-Submitted", null)).isNull();
        assertThat(mail.getHeader("List-Unsubscribe", null)).isNull();
    }

    @Test
    void noLineIsLongerThanSmtpAllowsAndAllOfItIsAscii() throws Exception {
        String raw = raw(new Mail(
                ID,
                Optional.empty(),
                "freja@example.com",
                Optional.of(URI.create("https://example.com/u/TOKEN")),
                letter("Ø".repeat(120), "Æ".repeat(300))));

        assertThat(raw.split("\r\n")).allMatch(line -> line.length() <= 78);
        assertThat(raw).matches("[\\x00-\\x7f]*").doesNotContainPattern("(?<!\r)\n");
    }

    @Test
    void theLogoTravelsBesideTheHtmlAndIsFetchedFromNowhere() throws Exception {
        byte[] picture = "a picture".getBytes(StandardCharsets.UTF_8);
        WrittenLetter letter = new WrittenLetter(
                "Nordlys",
                "Hello",
                "text",
                "<img src=\"cid:logo\">",
                Optional.of(new Logo("image/png", Base64.getEncoder().encodeToString(picture), 40, 20)));

        MimeMessage mail = parsed(new Mail(ID, Optional.empty(), "freja@example.com", Optional.empty(), letter));

        MimeMultipart related = (MimeMultipart)
                ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related");
        assertThat(related.getBodyPart(0).getContentType()).startsWith("text/html");
        assertThat(related.getBodyPart(1).getContentType()).startsWith("image/png");
        assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<logo>");
        assertThat(related.getBodyPart(1).getDisposition()).isEqualTo("inline");
        assertThat(related.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(picture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\nBcc: all@example.com", "\nBcc: all@example.com", "\rX: y", "\u2028Bcc: x@example.com"})
    void nothingThatStandsInItBecomesAHeader(String attack) throws Exception {
        MimeMessage mail = parsed(new Mail(
                ID,
                Optional.empty(),
                "freja@example.com",
                Optional.empty(),
                letter("Nordlys" + attack, "Hello" + attack)));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "freja@example.com\r\nBcc: all@example.com",
                "a@example.com, b@example.com",
                "freja",
                "freja@",
                "fre ja@example.com"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() -> postman.message(
                        new Mail(ID, Optional.empty(), address, Optional.empty(), letter("Nordlys", "Hello"))))
                .isInstanceOf(AddressException.class);
    }

    private static WrittenLetter letter(String brand, String subject) {
        return new WrittenLetter(
                brand, subject, "Smørrebrød\n" + "lang ".repeat(300), "<p>Smørrebrød</p>", Optional.empty());
    }

    private MimeMessage parsed(Mail mail) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw(mail).getBytes(StandardCharsets.US_ASCII)));
    }

    private String raw(Mail mail) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        postman.message(mail).writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private record Settings() implements MailConfig {

        @Override
        public String host() {
            return "localhost";
        }

        @Override
        public int port() {
            return 25;
        }

        @Override
        public boolean tls() {
            return false;
        }

        @Override
        public Optional<String> username() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public String from() {
            return "survey@example.com";
        }

        @Override
        public Optional<String> replyTo() {
            return Optional.of("support@example.com");
        }

        @Override
        public Optional<URI> privacyNotice() {
            return Optional.empty();
        }
    }
}
