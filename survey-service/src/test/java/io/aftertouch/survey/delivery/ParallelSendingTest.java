package io.aftertouch.survey.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.survey.Installation;
import io.aftertouch.survey.MailPort;
import io.aftertouch.survey.Mailbox;
import io.aftertouch.survey.ScriptedMailServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.survey.Installation.event;
import static io.aftertouch.survey.Installation.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Several are handed over at the same time: a line that hangs holds up nobody else, and a line that works is kept. */
@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class ParallelSendingTest {

    private final Installation shop = new Installation();

    @BeforeEach
    void theUsualMailServerIsAway() {
        Mailbox.close();
    }

    @AfterEach
    void itComesBack() {
        Mailbox.open();
    }

    @Test
    void whileOneLineHangsAllOthersAreSent() throws IOException {
        String touchpoint = shop.askingTouchpoint();
        String hanging = fresh("hanging");
        List<String> people = IntStream.range(0, 20).mapToObj(i -> fresh("r")).toList();
        try (ScriptedMailServer server = new ScriptedMailServer((command, to) ->
                command.equals(".") && to.startsWith(hanging) ? ScriptedMailServer.SILENCE : ScriptedMailServer.YES)) {
            shop.happens(event(touchpoint, hanging)).statusCode(202);
            people.forEach(ref -> shop.happens(event(touchpoint, ref)).statusCode(202));

            // far less than the patience with the hanging one
            await().untilAsserted(() -> assertThat(people).allMatch(ref -> server.taken().stream()
                    .anyMatch(mail -> mail.contains("<" + ref) || mail.contains(ref + "@"))));
        }
    }

    @Test
    void aConnectionServesManyMailsAndOneThatTheServerEndsIsReplaced() throws IOException {
        String touchpoint = shop.askingTouchpoint();
        List<String> people = IntStream.range(0, 40).mapToObj(i -> fresh("r")).toList();
        List<String> refusedOnce = new ArrayList<>();
        String impatient = people.get(30);
        try (ScriptedMailServer server = new ScriptedMailServer((command, to) -> {
            if (command.equals("RCPT") && to.startsWith(impatient) && refusedOnce.isEmpty()) {
                refusedOnce.add(to);
                return "421 4.4.2 Enough for one connection";
            }
            return ScriptedMailServer.YES;
        })) {
            people.forEach(ref -> shop.happens(event(touchpoint, ref)).statusCode(202));

            await().untilAsserted(() -> assertThat(people)
                    .allMatch(ref -> server.taken().stream().anyMatch(mail -> mail.contains(ref + "@"))));
            assertThat(server.connections()).isLessThan(people.size());
        }
    }
}
