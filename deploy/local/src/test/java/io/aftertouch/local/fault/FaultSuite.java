package io.aftertouch.local.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.aftertouch.local.journey.CountingMailServer;
import io.aftertouch.local.journey.RunningSuite;

/**
 * What {@code deploy/test --faults} does once everything is built: starts a suite of its own, tries one fault after the other, prints a row for each, and
 * writes it to docs/faults.md. Arguments choose faults by words of their names; without any, all are tried.
 */
public final class FaultSuite {

    private static final Trial.Pace PACE =
            new Trial.Pace(8, Duration.ofMillis(120), Duration.ofSeconds(4), Duration.ofSeconds(3), 6);
    private static final String LEAKS = "all of the above without a restart: memory, threads, connections";

    private final PrintStream out = System.out;
    private final List<String> wished;
    private final FaultReport report;
    private int violations;

    private FaultSuite(List<String> wished) throws IOException, InterruptedException {
        this.wished = wished;
        Path root = Path.of(System.getProperty("aftertouch.root"));
        this.report = new FaultReport(
                root.resolve("docs/faults.md"), LocalDate.now(ZoneOffset.UTC) + ", " + commit(root) + ", " + machine());
    }

    public static void main(String[] arguments) throws Exception {
        int violations = new FaultSuite(List.of(arguments)).run();
        System.exit(violations == 0 ? 0 : 1);
    }

    private int run() throws Exception {
        try (CountingMailServer mail = CountingMailServer.start(Scene.DOMAIN);
                Receiver receiver = Receiver.start()) {
            List<Fault> gentle = wished(Faults.withoutRestart(receiver, mail));
            List<Fault> rough = wished(Faults.withRestart());
            if (gentle.isEmpty() && rough.isEmpty()) {
                out.println("There is no such fault. There are:");
                Stream.of(Faults.withoutRestart(receiver, mail), Faults.withRestart())
                        .flatMap(List::stream)
                        .forEach(fault -> out.println("  " + fault.name()));
                return 1;
            }
            RunningSuite suite = RunningSuite.started(
                    "faults",
                    Map.of(
                            "AFTERTOUCH_MAIL_HOST", "127.0.0.1",
                            "AFTERTOUCH_MAIL_PORT", Integer.toString(mail.port()),
                            "AFTERTOUCH_MAIL_PATIENCE", "PT4S",
                            "AFTERTOUCH_INVITATION_FIRST_PAUSE", "PT1S",
                            "AFTERTOUCH_INVITATION_LEASE", "PT10S",
                            "AFTERTOUCH_WEBHOOK_DELIVERY_LEASE", "PT10S",
                            "AFTERTOUCH_WEBHOOK_DELIVERY_PATIENCE", "PT5S"));
            try (Ledger ledger = Ledger.in(suite.file("ledger.log"))) {
                Stage stage = new Stage(suite);
                Scene scene = Scene.set(suite.site(), receiver, mail::counts);
                Trial trial = new Trial(stage, scene, ledger, PACE);
                tell(trial.of(Fault.of("nothing at all", Stage::awaitReady)));
                if (!gentle.isEmpty()) {
                    // pools are as large as they get before anybody looks for what grows
                    stage.crowd(5, Duration.ofSeconds(6));
                    var before = Footprint.of(stage);
                    for (Fault fault : gentle) {
                        tell(trial.of(fault));
                    }
                    List<Violation> leaks = Footprint.leaks(before, Footprint.of(stage));
                    tell(new Trial.Outcome(LEAKS, ledger.calls(), Duration.ZERO, leaks));
                }
                for (Fault fault : rough) {
                    tell(trial.of(fault));
                }
            } finally {
                suite.stop();
            }
        }
        return violations;
    }

    private List<Fault> wished(List<Fault> faults) {
        return faults.stream()
                .filter(fault -> wished.isEmpty() || wished.stream().anyMatch(fault.name()::contains))
                .toList();
    }

    private void tell(Trial.Outcome outcome) throws IOException {
        out.printf(
                Locale.ROOT,
                "%-70s %3d violations, ready after %5.1f s, %,6d calls%n",
                outcome.fault(),
                outcome.violations().size(),
                outcome.ready().toMillis() / 1e3,
                outcome.calls());
        outcome.violations().stream().limit(20).forEach(violation -> out.println("    " + violation));
        out.flush();
        report.write(outcome);
        violations += outcome.violations().size();
    }

    private static String machine() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            long kilobytes = lines.filter(line -> line.startsWith("MemTotal"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
            return "%d cores, %d GB".formatted(Runtime.getRuntime().availableProcessors(), kilobytes >> 20);
        }
    }

    private static String commit(Path root) throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "-C", root.toString(), "rev-parse", "--short", "HEAD")
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes()).strip();
        return git.waitFor() == 0 ? said : "no commit";
    }
}
