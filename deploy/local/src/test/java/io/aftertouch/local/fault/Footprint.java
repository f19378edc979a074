package io.aftertouch.local.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.aftertouch.local.fault.Doors.Service;
import io.aftertouch.local.fault.Violation.Invariant;
import io.aftertouch.local.journey.SuiteDatabase;

/**
 * What a service holds at a quiet moment.
 *
 * @param process which of its processes it was
 * @param heap in megabytes, after everything that nobody needs was thrown away
 * @param files open ones, sockets included
 * @param connections to its database
 */
record Footprint(long process, long heap, long threads, long files, long connections) {

    /** Caches fill and pools grow to their size in the first minutes; a leak goes beyond that. */
    private static final Footprint MAY_GROW_BY = new Footprint(0, 40, 20, 40, 10);

    /** The two generations of the serial collector, as JDKs before and after 25 name them. */
    private static final Pattern USED = Pattern.compile(
            "^ *(?:def new generation|tenured generation|DefNew|Tenured) .*used (\\d+)K", Pattern.MULTILINE);

    static Map<Service, Footprint> of(Stage stage) throws IOException, InterruptedException, SQLException {
        Map<Service, Footprint> footprints = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            long pid = stage.suite().pid(service.part());
            Path process = Path.of("/proc", Long.toString(pid));
            footprints.put(
                    service,
                    new Footprint(
                            pid,
                            heap(pid),
                            count(process.resolve("task")),
                            count(process.resolve("fd")),
                            connections(stage, service)));
        }
        return footprints;
    }

    /** What has grown by more than it may, since the same process was looked at before. */
    static List<Violation> leaks(Map<Service, Footprint> before, Map<Service, Footprint> after) {
        List<Violation> leaks = new ArrayList<>();
        before.forEach((service, was) -> was.leak(after.get(service))
                .ifPresent(what -> leaks.add(new Violation(Invariant.V12, service.part() + " " + what))));
        return leaks;
    }

    private Optional<String> leak(Footprint now) {
        if (now.process != process) {
            return Optional.of("was restarted in between: process " + process + ", then " + now.process);
        }
        boolean leaks = now.heap > heap + MAY_GROW_BY.heap
                || now.threads > threads + MAY_GROW_BY.threads
                || now.files > files + MAY_GROW_BY.files
                || now.connections > connections + MAY_GROW_BY.connections;
        return leaks ? Optional.of("has grown from " + this + " to " + now) : Optional.empty();
    }

    private static long heap(long pid) throws IOException, InterruptedException {
        String process = Long.toString(pid);
        jcmd(process, "GC.run");
        return megabytes(jcmd(process, "GC.heap_info"));
    }

    /** @throws IllegalStateException when it is not said in the way that we know */
    static long megabytes(String heapInfo) {
        List<Long> kilobytes = USED.matcher(heapInfo)
                .results()
                .map(generation -> Long.valueOf(generation.group(1)))
                .toList();
        if (kilobytes.size() != 2) {
            throw new IllegalStateException("Not two generations: " + heapInfo);
        }
        return kilobytes.stream().mapToLong(Long::longValue).sum() / 1024;
    }

    private static String jcmd(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        }
    }

    /** Those of its account, without the one that asks. */
    private static long connections(Stage stage, Service service) throws SQLException {
        SuiteDatabase database =
                switch (service) {
                    case SURVEY -> SuiteDatabase.SURVEY;
                    case FEEDBACK -> SuiteDatabase.FEEDBACK;
                    case SCORE -> SuiteDatabase.SCORE;
                };
        try (Connection connection = database.of(stage.suite());
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT COUNT(*) - 1 FROM information_schema.processlist")) {
            row.next();
            return row.getLong(1);
        }
    }
}
