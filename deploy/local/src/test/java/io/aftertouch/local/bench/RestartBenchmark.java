package io.aftertouch.local.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How soon a service that was killed answers again, and how soon the whole suite does, built and with data. */
final class RestartBenchmark implements Benchmark {

    private static final int TIMES = 3;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** What each service is asked for, through the gateway. */
    private static final Map<String, String> ASKED = asked();

    private static Map<String, String> asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("survey-service", "/api/v1/touchpoints");
        asked.put("feedback-service", "/api/v1/responses");
        asked.put("score-service", "/api/v1/alerts");
        return asked;
    }

    @Override
    public String about() {
        return "seconds until a service answers again after kill -9, and until the whole suite does";
    }

    @Override
    public void measure(MeasuredSuite suite, Report report) throws Exception {
        double worst = 0;
        for (var service : ASKED.entrySet()) {
            double longest = 0;
            double sum = 0;
            for (int i = 0; i < TIMES; i++) {
                awaitAnswer(suite, service.getValue());
                double took = seconds(killed(suite, service.getKey(), service.getValue()));
                longest = Math.max(longest, took);
                sum += took;
            }
            report.line(
                    service.getKey().replace("-service", ""),
                    "%.1f s (mean), %.1f s (longest of %d) after kill -9 of %s until it answers again",
                    sum / TIMES,
                    longest,
                    TIMES,
                    service.getKey());
            worst = Math.max(worst, longest);
        }
        report.figure(
                "ready after kill -9 of a service",
                "at most 10 s",
                worst <= 10,
                "%.1f s, the longest of %d".formatted(worst, TIMES * ASKED.size()),
                "");
        suite.running().stop();
        double all = seconds(suite.running().start());
        report.line("suite", "%.1f s from deploy/run, built and with data, until everything is ready", all);
        report.figure("whole suite from deploy/run, built", "at most 20 s", all <= 20, "%.1f s".formatted(all), "");
    }

    private static Duration killed(MeasuredSuite suite, String service, String path) throws Exception {
        long pid = suite.running().pids().get(service);
        long from = System.nanoTime();
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get();
        awaitAnswer(suite, path);
        if (suite.running().pids().get(service) == pid) {
            throw new IllegalStateException(service + " still is process " + pid);
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static void awaitAnswer(MeasuredSuite suite, String path) throws InterruptedException {
        long from = System.nanoTime();
        while (!answers(suite, path)) {
            if (System.nanoTime() - from > LONGEST.toNanos()) {
                throw new IllegalStateException(path + " has not answered for " + LONGEST);
            }
            Thread.sleep(20);
        }
    }

    private static boolean answers(MeasuredSuite suite, String path) throws InterruptedException {
        try {
            return suite.get(path).statusCode() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
