package io.aftertouch.local.fault;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.aftertouch.embedded.Folders;
import io.aftertouch.local.fault.Doors.Service;
import io.aftertouch.local.fault.Violation.Invariant;
import io.aftertouch.local.journey.CountingMailServer;
import io.aftertouch.local.journey.SuiteDatabase;

/** The faults that are tried, in the order in which they are. */
final class Faults {

    /** An instance hands over so many e-mails at a time: as many may go out once more when it is killed. */
    static final int CONNECTIONS = 6;

    private static final Duration AWAY = Duration.ofSeconds(12);
    private static final Duration FROZEN = Duration.ofSeconds(12);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration BACK = Duration.ofSeconds(30);
    private static final Duration A_WHILE = Duration.ofSeconds(6);

    private Faults() {}

    /** Those that each build tries, since they take little time. */
    static List<Fault> few() {
        return List.of(killed("feedback-service", 0));
    }

    /** Those that no service is restarted by: what they leave behind in memory, they leave behind. */
    static List<Fault> withoutRestart(Receiver receiver, CountingMailServer mail) {
        return List.of(
                databaseAway(),
                brokerAway(),
                mailServerHangs(mail),
                mailServerRefuses(mail),
                receiverIs(receiver, Receiver.Mood.HANGING),
                receiverIs(receiver, Receiver.Mood.REFUSING),
                receiverIs(receiver, Receiver.Mood.REDIRECTING),
                wire("database"),
                wire("broker"),
                TopicFaults.poison(),
                TopicFaults.thrice(),
                overload());
    }

    static List<Fault> withRestart() {
        return Stream.of(
                        Stream.of(
                                killed("survey-service", CONNECTIONS),
                                killed("feedback-service", 0),
                                killed("score-service", 0),
                                killed("database", CONNECTIONS),
                                killed("broker", 0),
                                brokerLogDeleted(),
                                TopicFaults.outOfOrder(),
                                TopicFaults.replayed()),
                        Stream.of(Service.values()).map(Faults::oneOfTwoKilled),
                        Stream.of(rollingRestart()),
                        Stream.of(Service.values()).map(Faults::frozen),
                        CrashPoints.all().stream(),
                        MachineFaults.all().stream())
                .flatMap(some -> some)
                .toList();
    }

    private static Fault killed(String part, int secondCopies) {
        return Fault.mailing("kill -9 of " + part, secondCopies, stage -> {
            long from = System.nanoTime();
            stage.kill(part);
            stage.awaitReady();
            return Duration.ofNanos(System.nanoTime() - from);
        });
    }

    /** Readiness must follow: false while the database is away, true again by itself. */
    private static Fault databaseAway() {
        return Fault.mailing("database away for 12 s", CONNECTIONS, stage -> {
            stage.suite().stopPart("database");
            long from = System.nanoTime();
            stage.expect(
                    Invariant.V11,
                    "every service says that it is not ready without its database",
                    SOON,
                    () -> Stream.of(Service.values()).noneMatch(stage::isReady));
            rest(AWAY.minusNanos(System.nanoTime() - from));
            stage.suite().startPart("database");
            Duration ready = stage.awaitReady();
            stage.expect(
                    Invariant.V11,
                    "all were ready within 30 s: " + ready,
                    Duration.ZERO,
                    () -> ready.compareTo(BACK) < 0);
            return ready;
        });
    }

    /** Answers are taken without a broker, so that nobody says that they could not be. */
    private static Fault brokerAway() {
        return Fault.of("broker away for 12 s", stage -> {
            stage.suite().stopPart("broker");
            rest(AWAY);
            stage.expect(
                    Invariant.V11,
                    "feedback-service is ready without a broker",
                    Duration.ZERO,
                    () -> stage.isReady(Service.FEEDBACK));
            stage.suite().startPart("broker");
            return stage.awaitReady();
        });
    }

    /** It looks like one that takes nothing, so that it gets again what it was just given. */
    private static Fault mailServerHangs(CountingMailServer mail) {
        return Fault.mailing("mail server takes e-mails and does not answer", 3 * CONNECTIONS, stage -> {
            mail.beforeYes(() -> rest(A_WHILE));
            rest(AWAY);
            mail.beforeYes(() -> {});
            return stage.awaitReady();
        });
    }

    private static Fault mailServerRefuses(CountingMailServer mail) {
        return Fault.of("mail server refuses for now", stage -> {
            mail.refuse(true);
            rest(A_WHILE);
            mail.refuse(false);
            return stage.awaitReady();
        });
    }

    /** The pauses between two tries grow to hours, so their end is brought forward. */
    private static Fault receiverIs(Receiver receiver, Receiver.Mood mood) {
        return Fault.of("webhook receiver is " + mood.name().toLowerCase(Locale.ROOT), stage -> {
            receiver.be(mood);
            rest(A_WHILE);
            receiver.be(Receiver.Mood.TAKING);
            rest(Duration.ofSeconds(1));
            try (Connection score = SuiteDatabase.SCORE.of(stage.suite());
                    Statement statement = score.createStatement()) {
                statement.executeUpdate("UPDATE webhook_message SET due_at = UTC_TIMESTAMP(6) WHERE state = 'WAITING'");
            }
            return stage.awaitReady();
        });
    }

    /** Slow, cut, and half-open, one after the other. */
    private static Fault wire(String part) {
        return Fault.mailing("wire to the " + part + " slow, cut and half-open", 2 * CONNECTIONS, stage -> {
            try (Detour detour = part.equals("database") ? Detour.toDatabase(stage) : Detour.toBroker(stage)) {
                detour.wire().delay(Duration.ofMillis(20));
                rest(A_WHILE);
                detour.wire().delay(Duration.ZERO);
                for (int i = 0; i < 5; i++) {
                    detour.wire().cut();
                    rest(Duration.ofMillis(500));
                }
                detour.wire().dead(true);
                rest(AWAY);
                detour.wire().dead(false);
                return stage.awaitReady();
            }
        });
    }

    /** Five times the clients, none of which rests. */
    private static Fault overload() {
        return Fault.of("five times the load", stage -> {
            stage.crowd(5, A_WHILE);
            return stage.awaitReady();
        });
    }

    private static Fault brokerLogDeleted() {
        return Fault.of("broker's log deleted", stage -> {
            var log = stage.brokerLog();
            stage.suite().stopPart("broker");
            rest(Duration.ofSeconds(2));
            Folders.delete(log);
            stage.suite().startPart("broker");
            return stage.awaitReady();
        });
    }

    private static Fault oneOfTwoKilled(Service service) {
        int secondCopies = service == Service.SURVEY ? CONNECTIONS : 0;
        return Fault.mailing("one of two of " + service.part() + " killed", secondCopies, stage -> {
            try (Instance other = Instance.beside(stage, service).awaitReady()) {
                rest(Duration.ofSeconds(2));
                other.kill();
            }
            return stage.awaitReady();
        });
    }

    /** Each service is replaced while another instance of it works. */
    private static Fault rollingRestart() {
        return Fault.mailing("rolling restart", CONNECTIONS, stage -> {
            Duration longest = Duration.ZERO;
            for (Service service : Service.values()) {
                Instance meanwhile = Instance.beside(stage, service).awaitReady();
                try {
                    stage.suite().stopPart(service.part());
                    long from = System.nanoTime();
                    stage.suite().startPart(service.part());
                    stage.awaitReady();
                    Duration took = Duration.ofNanos(System.nanoTime() - from);
                    longest = took.compareTo(longest) > 0 ? took : longest;
                } finally {
                    meanwhile.close();
                }
            }
            return longest;
        });
    }

    /** Whoever holds leases stands still for longer than they last, and goes on as if nothing had happened; another one is there meanwhile. */
    private static Fault frozen(Service service) {
        int secondCopies = service == Service.SURVEY ? CONNECTIONS : 0;
        return Fault.mailing(service.part() + " stands still for 12 s beside another", secondCopies, stage -> {
            Instance other = Instance.beside(stage, service).awaitReady();
            try {
                stage.freeze(service.part(), FROZEN);
                rest(Duration.ofSeconds(2));
            } finally {
                other.close();
            }
            return stage.awaitReady();
        });
    }

    static void rest(Duration time) {
        try {
            if (time.isPositive()) {
                Thread.sleep(time);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
