package io.aftertouch.survey.reply;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.testing.Contracts;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.Topics;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.ScriptedMailServer;
import io.aftertouch.survey.Told;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** A reply reaches its respondent once, through a real mail server, and the inbox hears what became of it. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ReplyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation shop = new Installation();
    private final String ref = fresh("r");
    private final String address = ref + "@example.com";
    private final String reply = UUID.randomUUID().toString();
    private final String reviewCase = UUID.randomUUID().toString();

    @Inject
    DataSource database;

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void itStandsBelowTheInvitationAndIsForgottenOnceItIsSent() throws Exception {
        String invitation = invited();
        UUID told = UUID.randomUUID();
        tell(told, written().put("invitationId", invitation));
        tell(told, written().put("invitationId", invitation));

        MimeMessage mail = replyTo(address);
        assertThat(mail.getMessageID()).isEqualTo("<reply-" + reply + "@localhost>");
        assertThat(mail.getHeader("In-Reply-To", null)).isEqualTo("<" + invitation + "@localhost>");
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(mail.getSubject()).isEqualTo("Dit svar til Nordlys");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Nordlys");
        assertThat(Mailbox.part(mail, "text/plain"))
                .startsWith("Hej Freja\r\n\r\nTak for dit svar. Det gik ikke, som det skulle.")
                .contains("Venlig hilsen\r\nMette", "svarede Nordlys den 21. november og gav os lov");
        assertThat(Mailbox.part(mail, "text/html"))
                .contains("lang=\"da\"", "i dag.<br><br>Venlig hilsen<br>Mette", "&lt;script&gt;");
        Told.once("reply-outcomes", reviewCase, "reply.sent");
        assertThat(kept()).isEqualTo("SENT null");

        tell(UUID.randomUUID(), written());
        await().pollDelay(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(repliesTo(address)).hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({"en,Hi Freja", "sv,Hej Freja", "nb,'Hei, Freja'", "de,Guten Tag Freja"})
    void everyLanguageGreets(String language, String greeting) throws IOException {
        invited();
        tell(UUID.randomUUID(), written().put("language", language));

        String text = Mailbox.part(replyTo(address), "text/plain");
        assertThat(text).startsWith(greeting + "\r\n").contains("Nordlys", "21").doesNotContain("{", "}");
    }

    @Test
    void itWaitsForTheMailServerAndIsTheSameMailThen() throws Exception {
        invited();
        Mailbox.close();
        AtomicInteger tries = new AtomicInteger();
        try (var server = new ScriptedMailServer(
                (command, to) -> command.equals("RCPT") && to.equals(address) && tries.incrementAndGet() < 3
                        ? "451 4.3.0 Later"
                        : ScriptedMailServer.YES)) {
            tell(UUID.randomUUID(), written());
            await().until(() -> server.taken().size() == 1);
            assertThat(server.taken().getFirst()).contains("Message-ID: <reply-" + reply + "@localhost>");
        } finally {
            Mailbox.open();
        }
        assertThat(tries).hasValue(3);
        Told.once("reply-outcomes", reviewCase, "reply.sent");
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT,550 5.1.1 <{to}> unknown,ADDRESS_REFUSED,550 5.1.1 … unknown",
        "DATA,554 5.7.1 Too many links,MESSAGE_REFUSED,554 5.7.1 Too many links"
    })
    void aNoOfTheMailServerIsTold(String at, String answer, String reason, String diagnostic) throws Exception {
        invited();
        Mailbox.close();
        try (var server = new ScriptedMailServer((command, to) ->
                command.equals(at) && to.equals(address) ? answer.replace("{to}", to) : ScriptedMailServer.YES)) {
            tell(UUID.randomUUID(), written());
            assertThat(Told.once("reply-outcomes", reviewCase, "reply.failed"))
                    .contains("\"reason\":\"" + reason + "\"", "\"diagnostic\":\"" + diagnostic);
            assertThat(server.taken()).isEmpty();
        } finally {
            Mailbox.open();
        }
        assertThat(kept()).isEqualTo("FAILED null");
    }

    @Test
    void whoeverCannotBeReachedIsToldAtOnce() throws IOException {
        tell(UUID.randomUUID(), written());

        assertThat(Told.once("reply-outcomes", reviewCase, "reply.failed"))
                .contains("\"reason\":\"NO_ADDRESS\"", "\"diagnostic\":null");
    }

    @Test
    void anAddressThatBouncedIsNotWrittenTo() throws IOException {
        invited();
        shop.post("/api/v1/bounces", Map.of("email", address, "kind", "HARD")).statusCode(200);
        tell(UUID.randomUUID(), written());

        assertThat(Told.once("reply-outcomes", reviewCase, "reply.failed")).contains("ADDRESS_BOUNCED");
        assertThat(repliesTo(address)).isEmpty();
    }

    @Test
    void aReplyThatComesBackHasFailedAfterAll() throws IOException {
        invited();
        tell(UUID.randomUUID(), written());
        Told.once("reply-outcomes", reviewCase, "reply.sent");

        for (int twice = 0; twice < 2; twice++) {
            shop.post(
                            "/api/v1/bounces",
                            Map.of(
                                    "messageId",
                                    "<reply-" + reply + "@localhost>",
                                    "kind",
                                    "HARD",
                                    "diagnostic",
                                    "550 <" + address + "> gone"))
                    .statusCode(200)
                    .body("reply", equalTo(reply))
                    .body("invitation", nullValue())
                    .body("addressMarked", equalTo(true));
        }

        assertThat(Told.once("reply-outcomes", reviewCase, "reply.failed"))
                .contains("\"reason\":\"ADDRESS_BOUNCED\"", "\"diagnostic\":\"550 … gone\"");
    }

    @Test
    void whoIsErasedGetsNothingAndNothingIsKept() throws Exception {
        invited();
        Mailbox.close();
        try {
            tell(UUID.randomUUID(), written());
            await().untilAsserted(() -> assertThat(kept()).startsWith("WAITING Tak"));
            shop.as().delete("/api/v1/respondents/" + ref).then().statusCode(204);
            assertThat(Told.once("reply-outcomes", reviewCase, "reply.failed")).contains("ERASED");
            assertThat(kept()).isEqualTo("FAILED null");
        } finally {
            Mailbox.open();
        }
        tell(
                UUID.randomUUID(),
                written().put("id", UUID.randomUUID().toString()).put("caseId", reply));
        assertThat(Told.once("reply-outcomes", reply, "reply.failed")).contains("ERASED");
        assertThat(repliesTo(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quarantined", "unknown"})
    void theInboxHearsWhyACustomerWasNotAskedAgain(String why) throws IOException {
        String touchpoint = shop.askingTouchpoint();
        if (why.equals("quarantined")) {
            shop.happens(event(touchpoint, ref)).body("decisions[0].outcome", equalTo("INVITED"));
        }
        ObjectNode asked = (ObjectNode) JSON.readTree(Contracts.example("event.happened"));
        asked.put("source", "aftertouch/inbox").put("id", reviewCase);
        asked.put("touchpoint", why.equals("unknown") ? fresh("nowhere") : touchpoint);
        asked.put("occurredAt", java.time.Instant.now().toString());
        asked.putObject("respondent").put("ref", ref);
        Topics.publish("events", ref, UUID.randomUUID(), "event.happened", asked.toString());

        assertThat(Told.once("decisions", reviewCase, "event.judged"))
                .contains("\"outcome\":\"NOT_INVITED\"", why.equals("unknown") ? "REFUSED" : "QUARANTINE");
    }

    @Test
    void theExampleIsAsItsSchemaSays() {
        Contracts.assertValid("reply.written", Contracts.example("reply.written"));
    }

    /** Somebody with an address who was invited; the id of the invitation. */
    private String invited() {
        String id = shop.happens(event(
                        shop.askingTouchpoint(),
                        ref,
                        Map.of("respondent", Map.of("ref", ref, "email", address, "name", "Freja Holm"))))
                .extract()
                .path("decisions[0].invitation.id");
        await().until(() ->
                shop.get("/api/v1/invitations/" + id).extract().path("state").equals("SENT"));
        return id;
    }

    private ObjectNode written() throws IOException {
        ObjectNode written = (ObjectNode) JSON.readTree(Contracts.example("reply.written"));
        written.put("id", reply)
                .put("caseId", reviewCase)
                .put("respondentRef", ref)
                .putNull("invitationId");
        written.put("survey", survey()).put("text", written.get("text").asText() + "\n\n<script>");
        return written;
    }

    private static String known;

    private String survey() {
        if (known == null) {
            known = shop.publishedSurvey("NPS");
        }
        return known;
    }

    private void tell(UUID id, ObjectNode written) {
        Topics.publish("replies", reviewCase, id, "reply.written", written.toString());
    }

    private MimeMessage replyTo(String to) {
        return await("reply to " + to)
                .until(() -> repliesTo(to), replies -> replies.size() == 1)
                .getFirst();
    }

    private List<MimeMessage> repliesTo(String to) {
        return Mailbox.allTo(to).stream()
                .filter(mail -> Mailbox.header(mail, "Message-ID").startsWith("<reply-"))
                .toList();
    }

    /** State and words of the reply as they are stored. */
    private String kept() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT state, LEFT(text, 3) FROM reply WHERE id = ?")) {
            select.setBytes(1, UuidBytes.toBytes(UUID.fromString(reply)));
            try (var row = select.executeQuery()) {
                return row.next() ? row.getString(1) + " " + row.getString(2) : "";
            }
        }
    }
}
