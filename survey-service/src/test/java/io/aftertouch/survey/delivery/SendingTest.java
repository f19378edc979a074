package io.aftertouch.survey.delivery;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.ScriptedMailServer;
import io.aftertouch.survey.Tap;
import io.aftertouch.survey.invitation.Claim;
import io.aftertouch.survey.invitation.InvitationReading;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.mail.Handover;
import io.aftertouch.survey.mail.Letters;
import io.aftertouch.survey.mail.Mail;
import io.aftertouch.survey.mail.MailLine;
import io.aftertouch.survey.mail.Postman;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class SendingTest {

    private final Installation shop = new Installation();

    @Inject
    InvitationSending sending;

    @Inject
    InvitationReading reading;

    @Inject
    Postman postman;

    @Inject
    Letters letters;

    @Inject
    DataSource database;

    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void anInvitationDueAtOnceArrivesWithAllItsHeaders() throws MessagingException {
        String ref = fresh("r");
        var decided = shop.happens(event(shop.askingTouchpoint(), ref))
                .statusCode(202)
                .extract();
        String link = decided.path("decisions[0].invitation.link");
        String id = decided.path("decisions[0].invitation.id");
        String unsubscribe = link.replace("/s/", "/u/");

        MimeMessage mail = Mailbox.mailTo(ref + "@example.com");

        assertThat(mail.getSubject()).isEqualTo("Hvordan gik det? Ét spørgsmål fra Nordlys");
        assertThat(Mailbox.header(mail, "From")).isEqualTo("Nordlys <survey@localhost>");
        assertThat(Mailbox.header(mail, "Message-ID")).isEqualTo("<" + id + "@localhost>");
        assertThat(Mailbox.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(Mailbox.header(mail, "List-Unsubscribe")).isEqualTo("<" + unsubscribe + ">");
        assertThat(Mailbox.header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        String text = Mailbox.part(mail, "text/plain");
        assertThat(text).contains("Hej\r\n", "Hvor sandsynligt er det, at du vil anbefale Nordlys", unsubscribe);
        for (int score = 0; score <= 10; score++) {
            assertThat(text).containsPattern(Pattern.quote(link + "?score=" + score) + "\\R");
            assertThat(Mailbox.part(mail, "text/html")).contains("href=\"" + link + "?score=" + score + "\"");
        }
        state(id, "SENT");
    }

    @Test
    void eachScaleIsAskedInItsWords() {
        String ref = fresh("r");
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("CSAT", "CSAT_7"));
        shop.happens(event(
                touchpoint,
                "",
                Map.of(
                        "respondent",
                        Map.of(
                                "ref",
                                ref,
                                "email",
                                ref + "@example.com",
                                "locale",
                                "de-AT",
                                "name",
                                "Freja <b> Holm"))));

        MimeMessage mail = Mailbox.mailTo(ref + "@example.com");

        assertThat(Mailbox.part(mail, "text/plain"))
                .contains(
                        "Guten Tag Freja\r\n",
                        "Wie zufrieden sind Sie mit Nordlys?",
                        "Weder zufrieden noch unzufrieden  ");
        assertThat(Mailbox.part(mail, "text/html"))
                .contains(">Sehr zufrieden</a>")
                .doesNotContain("<b>");
    }

    @Test
    void aSenderWithLettersOfItsOwnIsWrittenAsItIs() throws MessagingException {
        String ref = fresh("r");
        String touchpoint = shop.touchpoint();
        String survey = fresh("survey");
        String subject = "Smørrebrød & \"Søn\" <Århus>, ApS";
        shop.post("/api/v1/surveys", Map.of("key", survey, "metric", "NPS", "subject", subject))
                .statusCode(201);
        shop.post("/api/v1/surveys/" + survey + "/publication", Map.of()).statusCode(201);
        shop.rule(touchpoint, survey);
        shop.happens(event(touchpoint, ref)).statusCode(202);

        MimeMessage mail = Mailbox.mailTo(ref + "@example.com");

        assertThat(mail.getFrom()).hasSize(1).allSatisfy(from -> {
            assertThat(((InternetAddress) from).getAddress()).isEqualTo("survey@localhost");
            assertThat(((InternetAddress) from).getPersonal()).isEqualTo(subject);
        });
        assertThat(mail.getSubject()).endsWith(subject);
    }

    @Test
    void anAddressThatTheMailServerRefusesBounces() throws IOException {
        String ref = fresh("r");
        String touchpoint = shop.askingTouchpoint();
        Mailbox.close();
        var refusing = new ScriptedMailServer(
                (command, to) -> command.equals("RCPT") ? "550 5.1.1 No such mailbox" : ScriptedMailServer.YES);
        try {
            String id = shop.happens(event(touchpoint, ref)).extract().path("decisions[0].invitation.id");

            state(id, "BOUNCED");
            shop.get("/api/v1/invitations/" + id)
                    .body("reason", equalTo("ADDRESS_REFUSED"))
                    // a connection that was kept to the server before may have taken an attempt with it
                    .body(
                            "history.findAll { it.step != 'ATTEMPT_FAILED' }.step",
                            equalTo(List.of("SCHEDULED", "BOUNCED")))
                    .body("history[-1].reply", equalTo("550 5.1.1 No such mailbox"));
        } finally {
            refusing.close();
            Mailbox.open();
        }
        assertThat(Mailbox.allTo(ref + "@example.com")).isEmpty();
    }

    @Test
    void aLinkIsHandedOutWithoutAnyMail() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("channels", List.of("LINK")));
        String ref = fresh("r");
        String id = shop.happens(event(touchpoint, ref)).extract().path("decisions[0].invitation.id");

        state(id, "SENT");
        assertThat(Mailbox.allTo(ref + "@example.com")).isEmpty();
    }

    @Test
    void whileTheMailServerIsAwayInvitationsWait() {
        String ref = fresh("r");
        Mailbox.close();
        String id = shop.happens(event(shop.askingTouchpoint(), ref)).extract().path("decisions[0].invitation.id");
        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id)
                .body("state", equalTo("SCHEDULED"))
                .body("attempts", greaterThanOrEqualTo(1)));

        Mailbox.open();

        Mailbox.mailTo(ref + "@example.com");
        state(id, "SENT");
    }

    @Test
    void aCrashAfterTheMailServerTookItSendsTheSameMailAgain() throws Exception {
        String ref = fresh("r");
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("delay", "PT1H"));
        String id = shop.happens(event(touchpoint, ref)).extract().path("decisions[0].invitation.id");

        // the instance dies right here, between the mail server's yes and the mark in the database
        deliver(sending.prepare(claim(id)).orElseThrow());
        state(id, "SCHEDULED");
        // another one takes over when the lease has ended
        Dispatch again = sending.prepare(claim(id)).orElseThrow();
        sending.handedOver(again, deliver(again));

        List<MimeMessage> mails = Mailbox.allTo(ref + "@example.com");
        assertThat(mails).hasSize(2);
        assertThat(mails).extracting(mail -> Mailbox.header(mail, "Message-ID")).containsOnly("<" + id + "@localhost>");
        assertThat(Mailbox.part(mails.get(0), "text/plain")).isEqualTo(Mailbox.part(mails.get(1), "text/plain"));
        assertThat(sending.prepare(claim(id))).isEmpty();
    }

    @Test
    void whoOptedOutInTheMeantimeGetsNoMail() {
        String ref = fresh("r");
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("delay", "PT1H"));
        var decided = shop.happens(event(touchpoint, ref)).extract();
        String id = decided.path("decisions[0].invitation.id");
        String link = decided.path("decisions[0].invitation.link");
        Tap.inMailProgram()
                .post(link.replace("http://localhost:8080/s/", "/u/"))
                .then()
                .statusCode(200);

        assertThat(sending.prepare(claim(id))).isEmpty();

        shop.get("/api/v1/invitations/" + id)
                .body("state", equalTo("CANCELLED"))
                .body("reason", equalTo("OPTED_OUT"));
    }

    @Test
    void aRuleThatWasPausedInTheMeantimeSendsNothing() {
        String touchpoint = shop.touchpoint();
        String rule = shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("delay", "PT1H"));
        String id = shop.happens(event(touchpoint, fresh("r"))).extract().path("decisions[0].invitation.id");
        shop.as()
                .header("If-Match", "\"0\"")
                .body(Map.of("state", "PAUSED", "channels", List.of("EMAIL")))
                .put("/api/v1/trigger-rules/" + rule)
                .then()
                .statusCode(200);

        assertThat(sending.prepare(claim(id))).isEmpty();

        shop.get("/api/v1/invitations/" + id)
                .body("state", equalTo("CANCELLED"))
                .body("reason", equalTo("RULE_PAUSED"));
    }

    @Test
    void anInvitationIsCancelledByHandUntilItIsSent() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("delay", "PT1H"));
        String waiting = shop.happens(event(touchpoint, fresh("r"))).extract().path("decisions[0].invitation.id");
        String sent = shop.happens(event(shop.askingTouchpoint(), fresh("r")))
                .extract()
                .path("decisions[0].invitation.id");
        state(sent, "SENT");

        for (int twice = 0; twice < 2; twice++) {
            shop.post("/api/v1/invitations/" + waiting + "/cancellation", Map.of())
                    .statusCode(200)
                    .body("state", equalTo("CANCELLED"))
                    .body("reason", equalTo("WITHDRAWN"));
        }
        shop.post("/api/v1/invitations/" + sent + "/cancellation", Map.of())
                .statusCode(409)
                .body("type", equalTo("/problems/invitation-closed"));
        shop.post("/api/v1/invitations/" + UUID.randomUUID() + "/cancellation", Map.of())
                .statusCode(404);
    }

    @Test
    void noTwoInstancesTakeTheSameInvitation() throws Exception {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("delay", "PT1H"));
        int many = 150; // several times what the instance that runs beside this test takes at once
        List<Map<String, Object>> events = IntStream.range(0, many)
                .mapToObj(i -> event(touchpoint, fresh("r")))
                .toList();
        Set<UUID> ours = shop
                .post("/api/v1/events/batch", Map.of("events", events))
                .statusCode(200)
                .extract()
                .<List<List<String>>>path("results.answer.decisions.invitation.id")
                .stream()
                .flatMap(List::stream)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        assertThat(ours).hasSize(many);
        Mailbox.close();
        try (var pool = Executors.newFixedThreadPool(4)) {
            makeDue(touchpoint);
            Callable<List<Claim>> claiming = () -> sending.claim(EnumSet.allOf(Channel.class), 4);
            var claims = pool.invokeAll(Collections.nCopies(3 * many / 4, claiming));
            List<UUID> taken = new ArrayList<>();
            for (var claim : claims) {
                claim.get().stream()
                        .map(Claim::invitation)
                        .filter(ours::contains)
                        .forEach(taken::add);
            }
            assertThat(taken).as("what these four took").hasSizeGreaterThan(20).doesNotHaveDuplicates();
        } finally {
            Mailbox.open();
        }
    }

    private void makeDue(String touchpoint) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE invitation SET next_attempt_at = scheduled_at WHERE touchpoint_key = ?")) {
            update.setString(1, touchpoint);
            update.executeUpdate();
        }
    }

    /** As if this instance had it alone. */
    private Claim claim(String id) {
        UUID invitation = UUID.fromString(id);
        return new Claim(invitation, reading.one(invitation).nextAttemptAt());
    }

    private Handover deliver(Dispatch dispatch) {
        Dispatch.Letter letter = (Dispatch.Letter) dispatch.message();
        try (MailLine line = postman.line()) {
            return line.handOver(new Mail(
                    letter.id(),
                    letter.inReplyTo(),
                    letter.to(),
                    Optional.of(letter.order().unsubscribe()),
                    letters.write(letter.order())));
        }
    }

    private void state(String id, String state) {
        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id).body("state", equalTo(state)));
    }
}
