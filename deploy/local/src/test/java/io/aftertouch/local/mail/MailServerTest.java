package io.aftertouch.local.mail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import io.aftertouch.embedded.FreePorts;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Real SMTP in, real HTTP out. */
class MailServerTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final FreePorts ports = new FreePorts(new SecureRandom());
    private final int smtpPort = ports.next();
    private final int httpPort = ports.next();
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private MailServer server;

    @BeforeEach
    void start() throws IOException {
        server = MailServer.start(smtpPort, folder, NOON);
        serve();
    }

    private void serve() {
        vertx.createHttpServer()
                .requestHandler(server.pages(ZoneOffset.UTC))
                .listen(httpPort, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void send(String to, String subject, String text, String html) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(smtpPort));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("ask@nordlys.example"));
        message.setRecipients(MimeMessage.RecipientType.TO, to);
        message.setSubject(subject, "UTF-8");
        message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setContent(html, "text/html; charset=UTF-8");
        MimeMultipart parts = new MimeMultipart("alternative", plain, rich);
        message.setContent(parts);
        Transport.send(message);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonArray messages() throws IOException, InterruptedException {
        return new JsonArray(get("/mail/api/messages").body());
    }

    @Test
    void anEmailIsServedWithItsPartsAndHeadersNewestFirst() throws Exception {
        send("r-16@example.com", "Before", "first", "<p>first</p>");
        send("r-17@example.com", "Hvordan gik det? Æblegrød", "Svar: http://localhost/s/abc", "<p>Svar <b>her</b></p>");

        JsonArray messages = messages();
        JsonObject newest = messages.getJsonObject(0);

        assertThat(messages).hasSize(2);
        assertThat(newest.getString("to")).isEqualTo("r-17@example.com");
        assertThat(newest.getString("subject")).isEqualTo("Hvordan gik det? Æblegrød");
        assertThat(newest.getString("text").strip()).isEqualTo("Svar: http://localhost/s/abc");
        assertThat(newest.getString("html").strip()).isEqualTo("<p>Svar <b>her</b></p>");
        assertThat(newest.getString("receivedAt")).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(newest.getJsonArray("headers"))
                .contains(new JsonObject()
                        .put("name", "List-Unsubscribe-Post")
                        .put("value", "List-Unsubscribe=One-Click"));
    }

    @Test
    void mailSurvivesARestart() throws Exception {
        send("r-17@example.com", "Kept", "text", "<p>html</p>");
        JsonObject before = messages().getJsonObject(0);
        server.close();

        Mailbox reopened = Mailbox.open(folder, NOON);

        assertThat(reopened.newest(10)).singleElement().satisfies(mail -> {
            assertThat(mail.id()).isEqualTo(before.getString("id"));
            assertThat(mail.to()).isEqualTo("r-17@example.com");
            assertThat(mail.subject()).isEqualTo("Kept");
        });
    }

    @Test
    void hostileMailIsTextInOurPagesAndShutAwayInItsOwn() throws Exception {
        send(
                "<r-17@example.com>",
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(2)>",
                "<script>alert(3)</script>");
        String id = messages().getJsonObject(0).getString("id");

        HttpResponse<String> list = get("/mail");
        HttpResponse<String> one = get("/mail/messages/" + id);
        HttpResponse<String> html = get("/mail/messages/" + id + "/html");

        assertThat(list.body()).doesNotContain("<script>").contains("&lt;script&gt;alert(1)");
        assertThat(one.body()).doesNotContain("<script>").doesNotContain("<img src=x");
        assertThat(one.body()).contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox ")
                .doesNotContain("allow-scripts")
                .doesNotContain("allow-same-origin");
    }

    @Test
    void anEmptyMailboxSaysSoAndUnknownMailIsNotFound() throws Exception {
        assertThat(get("/mail").body()).contains("No mail yet");
        assertThat(messages()).isEmpty();
        assertThat(get("/mail/messages/0000000000000-00001").statusCode()).isEqualTo(404);
        assertThat(get("/mail/messages/../../users").statusCode()).isEqualTo(404);
    }
}
