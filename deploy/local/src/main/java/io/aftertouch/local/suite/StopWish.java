package io.aftertouch.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.aftertouch.embedded.StartFailure;

/**
 * Says from outside that a part shall stand still for a while: a file with its name. {@code deploy/run --stop-part} makes it, {@code --start-part}
 * deletes it, and the running suite follows.
 */
record StopWish(Path folder, String part) {

    boolean isThere() {
        return Files.exists(file());
    }

    void make() {
        try {
            Files.writeString(file(), "");
        } catch (IOException e) {
            throw new StartFailure("The wish to stop the " + part + " cannot be written to " + folder + ".", e);
        }
    }

    void withdraw() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new StartFailure("The wish to stop the " + part + " cannot be deleted in " + folder + ".", e);
        }
    }

    private Path file() {
        return folder.resolve(part);
    }
}
