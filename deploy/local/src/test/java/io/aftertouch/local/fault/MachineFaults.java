package io.aftertouch.local.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.aftertouch.local.fault.Doors.Service;
import io.aftertouch.local.journey.SuiteDatabase;

/** What machines and their operators do to services: wrong clocks, and migrations that were cut off. */
final class MachineFaults {

    /** Of Debian's package libfaketime. */
    private static final Path FAKE_TIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    private static final Duration A_WHILE = Duration.ofSeconds(6);

    private MachineFaults() {}

    static List<Fault> all() {
        return Stream.concat(Stream.of(migrationsCutOff()), clocks()).toList();
    }

    /** The last migration of each service was made and not written down, as when it is killed in between: it is made again. */
    private static Fault migrationsCutOff() {
        return Fault.mailing("last migration cut off before it was written down", Faults.CONNECTIONS, stage -> {
            long from = System.nanoTime();
            for (Service service : Service.values()) {
                stage.suite().stopPart(service.part());
                try (Connection connection =
                                SuiteDatabase.valueOf(service.name()).of(stage.suite());
                        Statement statement = connection.createStatement()) {
                    statement.executeUpdate("DELETE FROM flyway_schema_history ORDER BY installed_rank DESC LIMIT 1");
                }
                stage.suite().startPart(service.part());
            }
            stage.awaitReady();
            return Duration.ofNanos(System.nanoTime() - from);
        });
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
