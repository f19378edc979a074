package io.aftertouch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Remembers which process runs a part, so that one left behind by a killed launcher is found again. A number alone may belong to
 * somebody else by now: the process must also have been started when the remembered one was.
 */
public record PidFile(Path file) {

    /** Start times are derived from the clock and move a little when it is set. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(5);

    public void write(ProcessHandle process) {
        long startedAt = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, process.pid() + " " + startedAt + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that was remembered, if it is still running. */
    public Optional<ProcessHandle> running() {
        List<String> words;
        try {
            words = List.of(Files.readString(file).strip().split(" "));
        } catch (IOException absent) {
            return Optional.empty();
        }
        if (words.size() != 2 || !words.stream().allMatch(word -> word.matches("\\d{1,18}"))) {
            return Optional.empty();
        }
        Instant startedAt = Instant.ofEpochMilli(Long.parseLong(words.get(1)));
        return ProcessHandle.of(Long.parseLong(words.getFirst()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start -> isSameStart(start, startedAt))
                        .isPresent());
    }

    static boolean isSameStart(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }

    /** Stops the remembered process if it still runs, politely first, and forgets it. Tells whether there was one. */
    public boolean stopLeftOver(Duration patience) {
        Optional<ProcessHandle> leftOver = running();
        leftOver.ifPresent(process -> stop(process, patience));
        forget();
        return leftOver.isPresent();
    }

    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks a process to end, and ends it when it has not done so in time. */
    static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!endsWithin(process, patience)) {
            process.destroyForcibly();
            endsWithin(process, Duration.ofSeconds(10));
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
