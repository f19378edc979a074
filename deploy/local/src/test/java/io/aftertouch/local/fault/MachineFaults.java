package io.aftertouch.local.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.aftertouch.local.fault.Doors.Service;
import io.aftertouch.local.journey.SuiteDatabase;

/** What machines and their operators do to services: wrong clocks, full and slow disks, and migrations that were cut off. */
final class MachineFaults {

    /** Of Debian's package libfaketime. */
    private static final Path FAKE_TIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    private static final String DATA = "--datadir=";
    private static final Duration A_WHILE = Duration.ofSeconds(6);

    private MachineFaults() {}

    static List<Fault> all() {
        return Stream.of(Stream.of(migrationsCutOff(), migrationKilled()), fullDisks(), slowDisk(), clocks())
                .flatMap(some -> some)
                .toList();
    }

    /** The last migration of each service was made and not written down, as when it is killed in between: it is made again. */
    private static Fault migrationsCutOff() {
        return Fault.mailing("last migration cut off before it was written down", Faults.CONNECTIONS, stage -> {
            long from = System.nanoTime();
            for (Service service : Service.values()) {
                stage.suite().stopPart(service.part());
                forgetMigrations(stage, service, 1);
                stage.suite().startPart(service.part());
            }
            stage.awaitReady();
            return Duration.ofNanos(System.nanoTime() - from);
        });
    }

    /** The last so many are made again at the next start. */
    private static void forgetMigrations(Stage stage, Service service, int count) throws SQLException {
        try (Connection connection = SuiteDatabase.valueOf(service.name()).of(stage.suite());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT " + count);
        }
    }

    /**
     * Killed between two statements of a migration, while the release before is still at work, and made from its start again. The last few of each
     * service are made once more for that: there is nothing to be lost by making one twice.
     */
    private static Fault migrationKilled() {
        return Fault.mailing("kill -9 in the middle of migrations", Faults.CONNECTIONS, stage -> {
            long from = System.nanoTime();
            for (Service service : Service.values()) {
                forgetMigrations(stage, service, 4);
                Instance.beside(stage, service, CrashPoints.amongStatementsOfMigrations(stage, service), Map.of())
                        .awaitEnd(CrashPoints.UNTIL_IT_DIES);
                stage.suite().stopPart(service.part());
                stage.suite().startPart(service.part());
            }
            stage.awaitReady();
            return Duration.ofNanos(System.nanoTime() - from);
        });
    }

    /** Where no small disk can be had, none is filled. */
    private static Stream<Fault> fullDisks() {
        return Disk.canBeHad()
                ? Stream.of(
                        fullDisk(
                                "database",
                                stage -> Path.of(stage.command("database").stream()
                                        .filter(argument -> argument.startsWith(DATA))
                                        .findFirst()
                                        .orElseThrow()
                                        .substring(DATA.length()))),
                        fullDisk("broker", Stage::brokerLog))
                : Stream.empty();
    }

    private static Fault fullDisk(String part, Function<Stage, Path> data) {
        return Fault.mailing("disk of the " + part + " full for 12 s", 3 * Faults.CONNECTIONS, stage -> {
            try (Disk disk = Disk.under(stage, part, data.apply(stage))) {
                Faults.rest(A_WHILE);
                disk.fill();
                Faults.rest(A_WHILE.multipliedBy(2));
                disk.empty();
                return stage.awaitReady();
            }
        });
    }

    /** Every promise of the disk to keep something takes the database a while; without a program that sees to it, this is not tried. */
    private static Stream<Fault> slowDisk() {
        return Disk.isThere("strace")
                ? Stream.of(Fault.mailing("disk of the database slow: 200 ms a flush", Faults.CONNECTIONS, stage -> {
                    Process slow = new ProcessBuilder(
                                    "strace",
                                    "-qq",
                                    "-f",
                                    "-e",
                                    "trace=fsync,fdatasync",
                                    "-e",
                                    "inject=fsync,fdatasync:delay_exit=200000",
                                    "-o",
                                    "/dev/null",
                                    "-p",
                                    Long.toString(stage.suite().pid("database")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
                    try {
                        Faults.rest(A_WHILE.multipliedBy(2));
                        if (!slow.isAlive()) {
                            throw new IllegalStateException("strace could not get hold of the database");
                        }
                    } finally {
                        Stage.end(slow);
                    }
                    return stage.awaitReady();
                }))
                : Stream.empty();
    }

    /** Where there is no library that lies about the time, clocks are not tried. */
    private static Stream<Fault> clocks() {
        return Files.exists(FAKE_TIME)
                ? Stream.of("-3s", "+3s")
                        .flatMap(off -> Stream.of(Service.values()).map(service -> clock(service, off)))
                : Stream.empty();
    }

    /** As far as clocks jump that are kept by NTP. */
    private static Fault clock(Service service, String off) {
        return Fault.of("clock of another " + service.part() + " off by " + off, stage -> {
            workBeside(stage, service, off);
            return stage.awaitReady();
        });
    }

    private static void workBeside(Stage stage, Service service, String off) throws IOException {
        Map<String, String> lie =
                Map.of("LD_PRELOAD", FAKE_TIME.toString(), "FAKETIME", off, "FAKETIME_DONT_FAKE_MONOTONIC", "1");
        Instance other = Instance.beside(stage, service, List.of(), lie).awaitReady();
        try {
            Faults.rest(A_WHILE);
        } finally {
            other.close();
        }
    }
}
