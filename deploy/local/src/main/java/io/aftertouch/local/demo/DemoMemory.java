package io.aftertouch.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** When the story was first told, so that it is the same one when it is told again, and whether it was told to its end. */
record DemoMemory(Instant end, boolean told) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    static DemoMemory in(Path file, Clock clock) {
        try {
            if (Files.exists(file)) {
                return JSON.readValue(file.toFile(), DemoMemory.class);
            }
            DemoMemory first = new DemoMemory(clock.instant().truncatedTo(ChronoUnit.SECONDS), false);
            first.writeTo(file);
            return first;
        } catch (IOException e) {
            throw new DemoFailure("The memory of the demo in " + file + " cannot be read or written.", e);
        }
    }

    void toldIn(Path file) {
        try {
            new DemoMemory(end, true).writeTo(file);
        } catch (IOException e) {
            throw new DemoFailure("The memory of the demo in " + file + " cannot be written.", e);
        }
    }

    private void writeTo(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(this));
    }
}
