package io.aftertouch.local.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import io.aftertouch.embedded.StartFailure;

/** What the libraries of the launcher have to say goes to its log; the terminal is for people. */
final class LaunchLog {

    private static final int MAX_BYTES = 2 << 20;
    private static final int FILES = 3;

    private LaunchLog() {}

    static void to(Path file) {
        Logger root = Logger.getLogger("");
        try {
            Handler handler = new FileHandler(file.toString().replace("%", "%%"), MAX_BYTES, FILES, true);
            handler.setFormatter(new SimpleFormatter());
            for (Handler console : root.getHandlers()) {
                root.removeHandler(console);
            }
            root.addHandler(handler);
            root.setLevel(Level.WARNING);
        } catch (IOException e) {
            throw new StartFailure("The log " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
