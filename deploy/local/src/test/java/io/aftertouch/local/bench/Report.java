package io.aftertouch.local.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what was measured, a line each, as soon as it is known, and remembers it. */
final class Report {

    /**
     * A figure that was to be reached.
     *
     * @param what it is a figure of
     * @param asked what it was to be
     * @param seen what it was
     * @param beside what it is to be compared with, measured in the same run; empty when with nothing
     * @param reached whether it was
     */
    record Figure(String what, String asked, String seen, String beside, boolean reached) {}

    private final PrintStream out;
    private final List<String> lines = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void line(String what, String format, Object... values) {
        String line = String.format(Locale.ROOT, "%-12s %s", what, String.format(Locale.ROOT, format, values));
        lines.add(line);
        out.println(line);
        out.flush();
    }

    /** Says whether a figure was reached that was to be. */
    void figure(String what, String asked, boolean reached, String seen, String beside) {
        figures.add(new Figure(what, asked, seen, beside, reached));
        line(reached ? "reached" : "NOT REACHED", "%s: asked %s, seen %s", what, asked, seen);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }
}
