package io.aftertouch.local.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code deploy/bench} does once a JDK is found and everything is built: lists what can be measured, or measures it. */
public final class Bench {

    private static final int MISUSED = 2;
    private static final String FIGURES = "figures";

    /** Those that say whether what was to be reached is reached. */
    private static final List<String> OF_FIGURES = List.of("events", "answers", "form", "ingest", "restart", "reports");

    private Bench() {}

    private static Map<String, Benchmark> all() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("events", new EventsBenchmark());
        all.put("answers", new AnswersBenchmark());
        all.put("decisions", new DecisionsBenchmark());
        all.put("sending", new SendingBenchmark());
        all.put("inbox", new InboxBenchmark());
        all.put("ingest", new IngestBenchmark());
        all.put("form", new FormBenchmark());
        all.put("reports", new ReportsBenchmark());
        all.put("restart", new RestartBenchmark());
        return all;
    }

    public static void main(String[] arguments) {
        try {
            run(arguments);
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String[] arguments) throws Exception {
        Map<String, Benchmark> all = all();
        if (arguments.length >= 1 && arguments[0].equals(FIGURES)) {
            var page = new PerformancePage(Path.of(System.getProperty("aftertouch.root")));
            var chosen = arguments.length == 1 ? OF_FIGURES : List.of(arguments).subList(1, arguments.length);
            for (String name : chosen) {
                System.out.println();
                page.add(name, measured(all.get(name)));
                page.write();
            }
        } else if (arguments.length == 1 && all.containsKey(arguments[0])) {
            measured(all.get(arguments[0]));
        } else {
            System.out.println("Usage: deploy/bench NAME, where NAME is one of");
            all.forEach((name, benchmark) -> System.out.printf("  %-10s %s%n", name, benchmark.about()));
            System.out.printf("  %-10s %s: writes docs/performance.md%n", FIGURES, String.join(", ", OF_FIGURES));
            System.exit(arguments.length == 0 ? 0 : MISUSED);
        }
    }

    private static Report measured(Benchmark benchmark) throws Exception {
        Report report = new Report(System.out);
        report.line("measured on", Machine.description());
        try (MeasuredSuite suite = MeasuredSuite.start()) {
            benchmark.measure(suite, report);
        }
        return report;
    }
}
