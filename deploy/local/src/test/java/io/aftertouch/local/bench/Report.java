package io.aftertouch.local.bench;

import java.io.PrintStream;
import java.util.Locale;

/** Prints what was measured, a line each, as soon as it is known. */
record Report(PrintStream out) {

    void line(String what, String format, Object... values) {
        out.printf(Locale.ROOT, "%-12s %s%n", what, String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
