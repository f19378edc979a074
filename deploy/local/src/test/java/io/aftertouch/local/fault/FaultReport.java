package io.aftertouch.local.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The table in docs/faults.md. A fault that is tried again gets its row again; the others keep theirs, with their own date. */
final class FaultReport {

    private static final String FIRST_LINE = "| fault | violations | ready after | calls | tried |";
    private static final String SECOND_LINE = "| --- | ---: | ---: | ---: | --- |";

    private final Path file;
    private final String tried;

    /** @param tried when, on which commit, and where */
    FaultReport(Path file, String tried) {
        this.file = file;
        this.tried = tried;
    }

    void write(Trial.Outcome outcome) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int start = lines.indexOf(FIRST_LINE);
        if (start < 0) {
            throw new IllegalStateException("There is no table in " + file);
        }
        int end = start;
        Map<String, String> rows = new LinkedHashMap<>();
        while (end < lines.size() && lines.get(end).startsWith("|")) {
            if (end > start + 1) {
                rows.put(lines.get(end).split(" \\| ")[0].substring(2), lines.get(end));
            }
            end++;
        }
        rows.put(outcome.fault(), row(outcome));
        List<String> all = new ArrayList<>(lines.subList(0, start));
        all.addAll(List.of(FIRST_LINE, SECOND_LINE));
        all.addAll(rows.values());
        all.addAll(lines.subList(end, lines.size()));
        Files.write(file, all);
    }

    private String row(Trial.Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f s | %,d | %s |",
                outcome.fault(),
                outcome.violations().size(),
                outcome.ready().toMillis() / 1e3,
                outcome.calls(),
                tried);
    }
}
