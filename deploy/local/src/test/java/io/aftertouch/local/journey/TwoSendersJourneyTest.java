package io.aftertouch.local.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Several instances send beside each other, one of them is killed, and nobody is asked twice for it. */
class TwoSendersJourneyTest {

    private static final int CONNECTIONS = 4;
    private static final Map<String, String> SETTINGS = Map.of(
            "AFTERTOUCH_INVITATION_CONNECTIONS", Integer.toString(CONNECTIONS), "AFTERTOUCH_INVITATION_LEASE", "PT8S");

    private final RunningSuite suite = RunningSuite.shared();

    @Test
    void eachInvitationIsSentOnceThoughOneOfTwoInstancesIsKilledInTheMiddle() throws IOException {
        int count = 600;
        String touchpoint =
                suite.site().touchpoint("Two senders", "NPS", "EMAIL").key();
        try (CountingMailServer mail = CountingMailServer.start(DueInvitations.DOMAIN);
                Senders senders = Senders.insteadOfTheOneOf(suite, mail)) {
            Set<String> due = DueInvitations.make(senders, touchpoint, count);
            Senders.Sender one = senders.start("one", SETTINGS);
            Senders.Sender two = senders.start("two", SETTINGS);
            one.awaitReady();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> mail.counts().size() >= count / 3);
            one.kill();
            int atTheKill = mail.counts().size();
            two.awaitReady();

            await().atMost(Duration.ofSeconds(120))
                    .untilAsserted(() -> assertThat(mail.counts().keySet()).isEqualTo(due));
            allAreSent(two.site(), touchpoint);

            assertThat(atTheKill).as("killed in the middle").isLessThan(count);
            assertThat(mail.counts().values()).allMatch(times -> times <= 2);
            assertThat(mail.taken().size() - count)
                    .as("at most what was on its way over the connections of the killed one was sent again")
                    .isLessThanOrEqualTo(CONNECTIONS);
        }
    }

    @Test
    void aCrashBetweenTheMailServersYesAndTheCommitSendsTheSameMessageOnceMore() throws IOException {
        String touchpoint =
                suite.site().touchpoint("Crashing sender", "NPS", "EMAIL").key();
        try (CountingMailServer mail = CountingMailServer.start(DueInvitations.DOMAIN);
                Senders senders = Senders.insteadOfTheOneOf(suite, mail)) {
            Set<String> due = DueInvitations.make(senders, touchpoint, 30);
            AtomicInteger read = new AtomicInteger();
            AtomicReference<Senders.Sender> crashing = new AtomicReference<>();
            // with one connection and the process frozen before the yes, the yes is on the wire and nothing is
            // committed
            mail.beforeYes(() -> {
                if (read.incrementAndGet() == 10) {
                    crashing.get().freeze();
                }
            });
            Map<String, String> oneLine =
                    Map.of("AFTERTOUCH_INVITATION_CONNECTIONS", "1", "AFTERTOUCH_INVITATION_LEASE", "PT8S");
            crashing.set(senders.start("crashing", oneLine));
            await().atMost(Duration.ofSeconds(60)).until(() -> read.get() >= 10);
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            crashing.get().kill();
            assertThat(read).as("nothing came after the frozen one").hasValue(10);
            String inBetween = mail.taken().getLast().messageId();

            Senders.Sender other = senders.start("other", oneLine).awaitReady();
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(mail.taken()).hasSize(31));
            allAreSent(other.site(), touchpoint);

            assertThat(mail.counts().keySet()).isEqualTo(due);
            assertThat(mail.counts()).containsEntry(inBetween, 2L);
            assertThat(mail.counts().values()).filteredOn(times -> times == 1).hasSize(29);
            other.site()
                    .get("/api/v1/invitations/" + inBetween.substring(1, inBetween.indexOf('@')))
                    .path("history")
                    .forEach(step -> assertThat(step.path("step").asText()).isIn("SCHEDULED", "SENT"));
        }
    }

    private static void allAreSent(Site site, String touchpoint) {
        for (String state : List.of("SCHEDULED", "FAILED", "BOUNCED", "CANCELLED")) {
            await().untilAsserted(() -> assertThat(
                            site.get("/api/v1/invitations?touchpoint=" + touchpoint + "&state=" + state)
                                    .path("items"))
                    .as(state)
                    .isEmpty());
        }
    }
}
