package io.aftertouch.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page in {@code docs} that says what was reached: a table of the figures, and below it all that was measured. */
final class PerformancePage {

    private final Path root;
    private final Map<String, Report> reports = new LinkedHashMap<>();

    PerformancePage(Path root) {
        this.root = root;
    }

    void add(String benchmark, Report report) {
        reports.put(benchmark, report);
    }

    void write() throws IOException, InterruptedException {
        List<String> page = new ArrayList<>(List.of(
                "# What Aftertouch reaches on one small machine",
                "",
                "Written by `deploy/bench figures` on " + LocalDate.now(ZoneOffset.UTC) + ", at commit " + commit()
                        + ". Every benchmark starts a suite of its own:"
                        + " database, broker, gateway and three services, with the client that measures on the same cores. What a figure stands beside was measured in the same run.",
                "",
                "| figure | asked | seen | beside | reached |",
                "| --- | --- | --- | --- | --- |"));
        for (Report report : reports.values()) {
            for (Report.Figure figure : report.figures()) {
                page.add("| %s | %s | %s | %s | %s |"
                        .formatted(
                                figure.what(),
                                figure.asked(),
                                figure.seen(),
                                figure.beside(),
                                figure.reached() ? "yes" : "**no**"));
            }
        }
        reports.forEach((benchmark, report) -> {
            page.addAll(List.of("", "## `deploy/bench " + benchmark + "`", "", "```"));
            page.addAll(report.lines());
            page.add("```");
        });
        Files.write(root.resolve("docs/performance.md"), page);
    }

    private String commit() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                .directory(root.toFile())
                .start();
        String commit = new String(git.getInputStream().readAllBytes()).strip();
        return git.waitFor() == 0 ? commit : "unknown";
    }
}
