package io.aftertouch.local.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code deploy/bench} does once a JDK is found and everything is built: lists what can be measured, or measures it. */
public final class Bench {

    private static final int MISUSED = 2;

    private Bench() {}

    private static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("events", new EventsBenchmark());
        all.put("sending", new SendingBenchmark());
        all.put("inbox", new InboxBenchmark());
        all.put("ingest", new IngestBenchmark());
        all.put("form", new FormBenchmark());
        all.put("reports", new ReportsBenchmark());
        return all;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Benchmark> all = all();
        if (arguments.length != 1 || !all.containsKey(arguments[0])) {
            System.out.println("Usage: deploy/bench NAME, where NAME is one of");
            all.forEach((name, benchmark) -> System.out.printf("  %-10s %s%n", name, benchmark.about()));
            System.exit(arguments.length == 0 ? 0 : MISUSED);
        }
        Report report = new Report(System.out);
        report.line("measured on", Machine.description());
        try (MeasuredSuite suite = MeasuredSuite.start()) {
            all.get(arguments[0]).measure(suite, report);
        }
        System.exit(0);
    }
}
