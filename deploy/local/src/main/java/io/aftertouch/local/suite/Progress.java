package io.aftertouch.local.suite;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the person in front of the terminal what is going on, with the seconds since the start. */
public final class Progress {

    private final PrintStream out;
    private final long startedAt = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String sentence) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), sentence);
        out.flush();
    }

    /** Text that stands by itself, without the time. */
    public synchronized void show(String text) {
        out.println(text);
        out.flush();
    }

    public double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }
}
