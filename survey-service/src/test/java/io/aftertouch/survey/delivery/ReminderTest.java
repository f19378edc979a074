package io.aftertouch.survey.delivery;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;
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
import io.aftertouch.survey.Tap;
import io.aftertouch.survey.TimeLapse;
import io.aftertouch.survey.invitation.Claim;
import io.aftertouch.survey.judging.Channel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Somebody who has not answered is reminded once, and only if they may still be asked. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ReminderTest {

    /** Nothing waits for it: time passes when a test says so. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Installation shop = new Installation();
    private final String ref = fresh("r");
    private final String address = ref + "@example.com";

    @Inject
    InvitationSending sending;

    @Inject
    TimeLapse time;

    @Inject
    DataSource database;

    /** A new server: a connection that was kept to the one before may cost the first e-mail an attempt. */
    @BeforeEach
    void mailServerIsThere() {
        Mailbox.open();
    }

    @Test
    void whoDoesNotAnswerIsRemindedOnceInTheSameConversation() throws SQLException {
        String touchpoint = remindingTouchpoint();
        String id = asked(touchpoint, ref);
        String later = fresh("r");
        asked(touchpoint, later);

        time.passes(A_DAY, ref);
        List<MimeMessage> mails = await().until(() -> Mailbox.allTo(address), hasSize(2));
        int tries = remindersTried(id);
        await().untilAsserted(
                        () -> shop.get("/api/v1/invitations/" + id).body("history.step", hasItem("REMINDER_SENT")));
        time.passes(A_DAY, ref);
        othersAreReminded(later);

        assertThat(remindersTried(id)).as("and never again").isEqualTo(tries);
        MimeMessage reminder = mails.get(1);
        assertThat(Mailbox.header(mails.get(0), "Message-ID")).isEqualTo("<" + id + "@localhost>");
        assertThat(Mailbox.header(reminder, "Message-ID")).isEqualTo("<" + id + "-reminder@localhost>");
        assertThat(Mailbox.header(reminder, "In-Reply-To")).isEqualTo("<" + id + "@localhost>");
        assertThat(Mailbox.header(reminder, "References")).isEqualTo("<" + id + "@localhost>");
        assertThat(Mailbox.header(reminder, "List-Unsubscribe"))
                .isEqualTo(Mailbox.header(mails.get(0), "List-Unsubscribe"));
        assertThat(Mailbox.part(reminder, "text/plain")).contains("Det er vores eneste påmindelse.");
        shop.get("/api/v1/invitations/" + id)
                .body("state", equalTo("SENT"))
                .body("remindedAt", notNullValue())
                .body(
                        "history.findAll { it.step != 'ATTEMPT_FAILED' }.step",
                        equalTo(List.of("SCHEDULED", "SENT", "REMINDER_SENT")));
    }

    @Test
    void whoHasAnsweredOrGotNothingIsNotReminded() throws IOException, SQLException {
        String touchpoint = remindingTouchpoint();
        String answered = asked(touchpoint, ref);
        String other = fresh("r");
        String bounced = asked(touchpoint, other);
        String silent = fresh("r");
        asked(touchpoint, silent);
        ObjectNode response = (ObjectNode) new ObjectMapper().readTree(Contracts.example("response.recorded"));
        response.put("invitationId", answered);
        Topics.publish("responses", answered, UUID.randomUUID(), "response.recorded", response.toString());
        state(answered, "ANSWERED");
        shop.post("/api/v1/bounces", Map.of("messageId", "<" + bounced + "@localhost>", "kind", "HARD"))
                .statusCode(200);
        state(bounced, "BOUNCED");

        time.passes(A_DAY, ref, other);
        othersAreReminded(silent);

        assertThat(remindersTried(answered)).isZero();
        assertThat(remindersTried(bounced)).isZero();
        assertThat(Mailbox.allTo(address)).hasSize(1);
    }

    @Test
    void whoOptedOutIsNotReminded() {
        String id = asked(remindingTouchpoint(), ref);
        String link = shop.get("/api/v1/invitations/" + id).extract().path("link");
        Tap.inMailProgram()
                .post(link.replace("http://localhost:8080/s/", "/u/"))
                .then()
                .statusCode(200);

        time.passes(A_DAY, ref);

        dropped(id, "OPTED_OUT");
    }

    @Test
    void aPausedRuleRemindsNobody() {
        String touchpoint = shop.touchpoint();
        String rule = shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("reminderAfter", A_DAY.toString()));
        String id = asked(touchpoint, ref);
        shop.as()
                .header("If-Match", "\"0\"")
                .body(Map.of("state", "PAUSED", "channels", List.of("EMAIL"), "reminderAfter", A_DAY.toString()))
                .put("/api/v1/trigger-rules/" + rule)
                .then()
                .statusCode(200);

        time.passes(A_DAY, ref);

        dropped(id, "RULE_PAUSED");
    }

    @Test
    void aReminderThatWouldComeAfterTheExpiryIsNone() {
        String touchpoint = shop.touchpoint();
        shop.rule(
                touchpoint,
                shop.publishedSurvey("NPS"),
                Map.of("reminderAfter", "P2D", "expiresAfter", "P3D", "delay", "P1D"));
        String id = happens(touchpoint, ref);

        time.passes(Duration.ofHours(60), ref); // a day and a half late
        state(id, "SENT");

        shop.get("/api/v1/invitations/" + id).body("reminderAt", nullValue());
        time.passes(Duration.ofDays(2), ref);
        state(id, "EXPIRED");
        assertThat(Mailbox.allTo(address)).hasSize(1);
    }

    @Test
    void noTwoInstancesTakeTheSameReminder() throws Exception {
        String touchpoint = remindingTouchpoint();
        int many = 80; // more than the instance that runs beside this test takes at once
        List<String> people = IntStream.range(0, many).mapToObj(i -> fresh("r")).toList();
        List<String> ids = shop
                .post(
                        "/api/v1/events/batch",
                        Map.of(
                                "events",
                                people.stream()
                                        .map(person -> event(touchpoint, person))
                                        .toList()))
                .statusCode(200)
                .extract()
                .<List<List<String>>>path("results.answer.decisions.invitation.id")
                .stream()
                .flatMap(List::stream)
                .toList();
        await().untilAsserted(() -> shop.get("/api/v1/invitations?limit=200&touchpoint=" + touchpoint)
                .body("items", hasSize(many))
                .body("items.state", everyItem(equalTo("SENT"))));

        List<String> taken = new ArrayList<>();
        Mailbox.close();
        try (var pool = Executors.newFixedThreadPool(4)) {
            time.passes(A_DAY, people);
            Callable<List<Claim>> claiming = () -> sending.claimReminders(EnumSet.allOf(Channel.class), 3);
            for (Future<List<Claim>> claim : pool.invokeAll(Collections.nCopies(many, claiming))) {
                claim.get().stream()
                        .map(one -> one.invitation().toString())
                        .filter(ids::contains)
                        .forEach(taken::add);
            }
        } finally {
            Mailbox.open();
        }

        assertThat(taken).as("what these four took").isNotEmpty().doesNotHaveDuplicates();
    }

    private String remindingTouchpoint() {
        String touchpoint = shop.touchpoint();
        shop.rule(touchpoint, shop.publishedSurvey("NPS"), Map.of("reminderAfter", A_DAY.toString()));
        return touchpoint;
    }

    private String happens(String touchpoint, String person) {
        return shop.happens(event(touchpoint, person)).statusCode(202).extract().path("decisions[0].invitation.id");
    }

    private String asked(String touchpoint, String person) {
        String id = happens(touchpoint, person);
        state(id, "SENT");
        return id;
    }

    private void state(String id, String state) {
        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id).body("state", equalTo(state)));
    }

    /** Whoever was due before them would have been taken before them. */
    private void othersAreReminded(String other) {
        time.passes(A_DAY, other);
        await().until(() -> Mailbox.allTo(other + "@example.com"), hasSize(2));
    }

    private int remindersTried(String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT reminder_attempts FROM invitation WHERE id = ?")) {
            select.setBytes(1, UuidBytes.toBytes(UUID.fromString(id)));
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getInt(1);
            }
        }
    }

    private void dropped(String id, String reason) {
        await().untilAsserted(() -> shop.get("/api/v1/invitations/" + id)
                .body("state", equalTo("SENT"))
                .body("reminderAt", equalTo(null))
                .body("history.step", hasItem("REMINDER_DROPPED"))
                .body("history.reason", hasItem(reason)));
        assertThat(Mailbox.allTo(address)).hasSize(1);
    }
}
