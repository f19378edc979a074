package io.aftertouch.survey.reply;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.ScriptedMailServer;
import io.aftertouch.survey.Told;
import io.aftertouch.survey.mail.Handover;
import io.aftertouch.survey.mail.Mail;
import io.aftertouch.survey.mail.MailLine;
import io.aftertouch.survey.mail.Postman;
import io.aftertouch.survey.mail.ReplyLetters;
import io.aftertouch.survey.reply.ReplySending.Claim;
import io.aftertouch.survey.reply.ReplySending.Dispatch;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Several instances send replies over real SMTP, one of them dies at the worst moment, and one reply cannot be sent at all. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ReplySendersTest {

    private static String survey;

    private final Installation shop = new Installation();
    private final String ref = fresh("r");
    private final String address = ref + "@example.com";

    @Inject
    ReplyRepository replies;

    @Inject
    ReplySending sending;

    @Inject
    ReplyLetters letters;

    @Inject
    Postman postman;

    @Inject
    ReplyConfig config;

    @Inject
    Clock clock;

    @BeforeEach
    void somebodyWithAnAddress() {
        if (survey == null) {
            survey = shop.publishedSurvey("NPS");
        }
        shop.happens(event(shop.touchpoint(), ref)).body("decisions[0].reason", equalTo("NO_RULE"));
        Mailbox.close();
    }

    @AfterEach
    void mailServerIsBack() {
        Mailbox.open();
    }

    @Test
    void twoInstancesSendEachReplyOnce() throws Exception {
        List<UUID> written = Stream.generate(UUID::randomUUID).limit(25).toList();
        CountDownLatch bothAtIt = new CountDownLatch(2);
        var other = new ReplyDispatch(sending, letters, postman, config, clock);
        try (var server = new ScriptedMailServer((command, to) ->
                command.equals(".") && to.equals(address) ? together(bothAtIt) : ScriptedMailServer.YES)) {
            QuarkusTransaction.requiringNew().run(() -> written.forEach(this::write));
            other.start(new StartupEvent());

            await().untilAsserted(() -> assertThat(states(written)).containsOnly(ReplyState.SENT));
            assertThat(bothAtIt.getCount()).isZero();
            assertThat(server.taken().stream().map(ReplySendersTest::messageId).filter(id -> isOf(written, id)))
                    .doesNotHaveDuplicates()
                    .hasSize(written.size());
        } finally {
            other.stop(new ShutdownEvent());
        }
    }

    /** Whoever took it first hands it over and is not heard of any more; when the lease ends, somebody else does it again. */
    @Test
    void whoDiesBetweenTheMailServersYesAndTheCommitSendsTheSameMailOnceMore() throws Exception {
        UUID reply = UUID.randomUUID();
        try (var server = new ScriptedMailServer((command, to) -> ScriptedMailServer.YES);
                MailLine line = postman.line()) {
            Dispatch dispatch = sending.prepare(takenByWhoDies(reply)).orElseThrow();
            Handover yes = line.handOver(Mail.byPerson(
                    dispatch.messageId(), dispatch.inReplyTo(), dispatch.to(), letters.write(dispatch.order())));
            assertThat(yes).isInstanceOf(Handover.Taken.class);
            assertThat(states(List.of(reply))).containsExactly(ReplyState.WAITING);

            QuarkusTransaction.requiringNew().run(() -> endLease(reply));
            await().untilAsserted(() -> assertThat(states(List.of(reply))).containsExactly(ReplyState.SENT));
            assertThat(server.taken().stream().map(ReplySendersTest::messageId).filter(dispatch.messageId()::equals))
                    .hasSize(2);

            // it was only asleep
            sending.handedOver(dispatch, yes);
        }
        Told.once("reply-outcomes", reply.toString(), "reply.sent");
    }

    @Test
    void aReplyOverWhichEveryInstanceDiesIsGivenUpAndTold() {
        UUID reply = UUID.randomUUID();
        Claim first = takenByWhoDies(reply);
        assertThat(first.reply()).isEqualTo(reply);
        for (int more = 1; more < config.mostBreakdowns(); more++) {
            QuarkusTransaction.requiringNew().run(() -> {
                endLease(reply);
                assertThat(sending.claim(10)).extracting(Claim::reply).contains(reply);
            });
        }
        assertThat(states(List.of(reply))).containsExactly(ReplyState.WAITING);

        QuarkusTransaction.requiringNew().run(() -> endLease(reply));

        assertThat(Told.once("reply-outcomes", reply.toString(), "reply.failed"))
                .contains("\"reason\":\"BREAKDOWN\"", "\"diagnostic\":null");
        assertThat(states(List.of(reply))).containsExactly(ReplyState.FAILED);
    }

    /** It is about a version that no survey has, so that no letter can be written. */
    @Test
    void aReplyThatCannotBeWrittenIsGivenUpAndKeepsNoOtherWaiting() throws IOException {
        UUID poison = UUID.randomUUID();
        UUID sound = UUID.randomUUID();
        try (var server = new ScriptedMailServer((command, to) -> ScriptedMailServer.YES)) {
            QuarkusTransaction.requiringNew().run(() -> {
                replies.persist(new Reply(written(poison, 99), clock.instant()));
                write(sound);
            });

            assertThat(Told.once("reply-outcomes", poison.toString(), "reply.failed"))
                    .contains("\"reason\":\"BREAKDOWN\"");
            assertThat(states(List.of(poison, sound))).containsExactly(ReplyState.FAILED, ReplyState.SENT);
            assertThat(server.taken().stream()
                            .map(ReplySendersTest::messageId)
                            .filter(id -> isOf(List.of(poison, sound), id)))
                    .hasSize(1);
        }
    }

    /** Written and taken in one transaction, so that the instance of the test cannot come first. */
    private Claim takenByWhoDies(UUID reply) {
        return QuarkusTransaction.requiringNew().call(() -> {
            write(reply);
            replies.flush();
            return sending.claim(10).stream()
                    .filter(claim -> claim.reply().equals(reply))
                    .findFirst()
                    .orElseThrow();
        });
    }

    private void endLease(UUID reply) {
        replies.getEntityManager()
                .createNativeQuery("UPDATE reply SET next_attempt_at = :now WHERE id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", UuidBytes.toBytes(reply))
                .executeUpdate();
    }

    private void write(UUID reply) {
        replies.persist(new Reply(written(reply, 1), clock.instant()));
    }

    /** The case has the id of its reply, so that what is told of it is found. */
    private ReplyWritten written(UUID reply, int surveyVersion) {
        return new ReplyWritten(
                reply, reply, ref, null, survey, surveyVersion, "en", "Your answer", "We are sorry", Instant.EPOCH);
    }

    private List<ReplyState> states(List<UUID> written) {
        return QuarkusTransaction.requiringNew().call(() -> written.stream()
                .map(id -> replies.getEntityManager()
                        .createQuery("select state from Reply where id = :id", ReplyState.class)
                        .setParameter("id", id)
                        .getSingleResult())
                .toList());
    }

    private static String together(CountDownLatch bothAtIt) {
        bothAtIt.countDown();
        try {
            bothAtIt.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ScriptedMailServer.YES;
    }

    private static boolean isOf(List<UUID> written, String messageId) {
        return written.stream().anyMatch(id -> messageId.contains(id.toString()));
    }

    private static String messageId(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("Message-ID: "))
                .findFirst()
                .orElseThrow()
                .substring("Message-ID: ".length());
    }
}
