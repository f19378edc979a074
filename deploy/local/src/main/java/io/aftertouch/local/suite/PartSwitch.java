package io.aftertouch.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.embedded.StartFailure;

/** Has one part of a running suite stopped or started again, from another terminal, and waits until that is so. */
final class PartSwitch {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final DataFolder data;
    private final Progress progress;

    PartSwitch(DataFolder data, Progress progress) {
        this.data = data;
        this.progress = progress;
    }

    void turn(String partToStop, String partToStart) throws InterruptedException {
        if (!Files.exists(data.pidsJson())) {
            throw new StartFailure("No suite is running on the data folder " + data.path() + ".");
        }
        if (partToStop != null) {
            wish(partToStop).make();
            await(partToStop, false);
        }
        if (partToStart != null) {
            wish(partToStart).withdraw();
            await(partToStart, true);
        }
    }

    private StopWish wish(String part) {
        if (!Suite.partNames().contains(part)) {
            throw new StartFailure("Parts are " + String.join(", ", Suite.partNames()) + ".");
        }
        return new StopWish(data.stopped(), part);
    }

    private void await(String part, boolean running) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (isRunning(part) != running) {
            if (System.nanoTime() > deadline) {
                throw new StartFailure("The " + part + (running ? " is not ready yet." : " still runs."));
            }
            Thread.sleep(POLL);
        }
        progress.say(part + (running ? " is ready" : " is stopped"));
    }

    private boolean isRunning(String part) {
        try {
            JsonNode pids = new ObjectMapper().readTree(data.pidsJson().toFile());
            return pids.has(part);
        } catch (IOException e) {
            throw new StartFailure("No suite is running on the data folder " + data.path() + " any more.", e);
        }
    }
}
