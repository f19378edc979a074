package io.aftertouch.local.suite;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.embedded.Folders;
import io.aftertouch.embedded.StartFailure;

/** How to get in, for people and programs. Written only when all of it works. */
public record Credentials(String url, String user, String password, String apiKey) {

    void write(Path file) {
        try {
            Folders.writeSecret(
                    file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        } catch (IOException e) {
            throw new StartFailure("The credentials cannot be written to " + file + ": " + e.getMessage() + ".", e);
        }
    }
}
