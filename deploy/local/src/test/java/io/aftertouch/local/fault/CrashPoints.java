package io.aftertouch.local.fault;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.aftertouch.local.fault.Doors.Service;
import org.jboss.byteman.agent.Main;

/** Instances that die between two steps that belong together, exactly there: an agent in their JVM sees to it. The suite's own goes on. */
final class CrashPoints {

    static final Duration UNTIL_IT_DIES = Duration.ofSeconds(60);

    private CrashPoints() {}

    static List<Fault> all() {
        return List.of(
                between("commit of an answer and its reply", Service.FEEDBACK, """
                        CLASS io.aftertouch.feedback.response.AnswerTransaction
                        METHOD store
                        AT EXIT
                        """, 0, 20),
                between("sending events and marking them sent", Service.FEEDBACK, """
                        CLASS io.aftertouch.platform.outbox.OutboxRelay
                        METHOD mark
                        AT ENTRY
                        """, 0, 5),
                between("the mail server's 250 and the commit", Service.SURVEY, """
                        CLASS io.aftertouch.survey.delivery.InvitationSending
                        METHOD handedOver
                        AT ENTRY
                        """, 1 + 5, 5),
                between("inbox row and offset", Service.SCORE, """
                        CLASS io.aftertouch.platform.inbox.Inbox
                        METHOD apply(org.apache.kafka.clients.consumer.ConsumerRecords, io.aftertouch.platform.inbox.EventHandler)
                        AT EXIT
                        """, 0, 5));
    }

    /** @param times how often it gets past the point before it dies there */
    private static Fault between(String steps, Service service, String point, int secondCopies, int times) {
        return Fault.mailing("crash between " + steps, secondCopies, stage -> {
            List<String> options = options(stage, service, point, times);
            try (Instance dying =
                    Instance.beside(stage, service, options, Map.of()).awaitReady()) {
                dying.awaitEnd(UNTIL_IT_DIES);
            }
            return stage.awaitReady();
        });
    }

    /** Options of a JVM that dies before it gets anywhere: some migrations are made, and one is begun. */
    static List<String> amongStatementsOfMigrations(Stage stage, Service service)
            throws IOException, URISyntaxException {
        return options(stage, service, """
                CLASS org.flywaydb.core.internal.sqlscript.DefaultSqlScriptExecutor
                METHOD executeStatement
                AT EXIT
                """, 2);
    }

    private static List<String> options(Stage stage, Service service, String point, int times)
            throws IOException, URISyntaxException {
        return List.of("-javaagent:" + agent() + "=script:" + script(stage, service, point, times));
    }

    private static Path script(Stage stage, Service service, String point, int times) throws IOException {
        Path script = stage.suite().file("crash-" + service.part() + ".btm");
        Files.writeString(script, """
                RULE crash
                %sIF incrementCounter("passed") > %d
                DO killJVM()
                ENDRULE
                """.formatted(point, times));
        return script;
    }

    private static Path agent() throws URISyntaxException {
        return Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
