package io.aftertouch.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * A part that runs as a process of its own, with a log file and a pid file. It does not hear Ctrl-C in the terminal: its launcher does,
 * and ends the parts in their order.
 */
public final class ServerProcess {

    private static final int LOGS_KEPT = 3;
    private static final Duration POLL = Duration.ofMillis(50);
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "aftertouch");

    private final String name;
    private final Process process;
    private final PidFile pidFile;
    private final Path log;

    private ServerProcess(String name, Process process, PidFile pidFile, Path log) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
        this.log = log;
    }

    /**
     * Starts a process; the log of the one before is kept beside the new one.
     *
     * @param name what people call the part
     * @param environment added to the environment of this process; the place for secrets
     */
    public static ServerProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path folder,
            PidFile pidFile,
            Path log) {
        try {
            Files.createDirectories(folder);
            Files.createDirectories(log.toAbsolutePath().getParent());
            rotate(log);
            List<String> all = new ArrayList<>(DEAF_TO_THE_TERMINAL);
            all.addAll(command);
            ProcessBuilder builder = new ProcessBuilder(all)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            pidFile.write(process.toHandle());
            return new ServerProcess(name, process, pidFile, log);
        } catch (IOException e) {
            throw new StartFailure("The " + name + " could not be started: " + e.getMessage() + ".", e);
        }
    }

    /** Waits until the part answers; fails with the last lines of its log when it ends or takes too long. */
    public void awaitReady(BooleanSupplier ready, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new StartFailure("The " + name + " ended with status " + process.exitValue()
                        + " while it was starting. Its last words (" + log + "):\n" + lastLines(20));
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure("The " + name + " was not ready within " + limit.toSeconds()
                        + " s. Its last words (" + log + "):\n" + lastLines(20));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while starting.", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit status when the process ends, for whatever reason. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    public Path log() {
        return log;
    }

    /** The end of the log, each line indented. */
    public String lastLines(int count) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(
                    "\n",
                    lines.subList(Math.max(0, lines.size() - count), lines.size()).stream()
                            .map(line -> "    " + line)
                            .toList());
        } catch (IOException e) {
            return "    (no log: " + e.getMessage() + ")";
        }
    }

    /** Asks the process to end, waits for it, and ends it by force when it takes too long. */
    public void stop(Duration patience) {
        PidFile.stop(process.toHandle(), patience);
        pidFile.forget();
    }

    /** Ends the process at once; for data that nobody needs any more. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
        pidFile.forget();
    }

    private static void rotate(Path log) throws IOException {
        for (int i = LOGS_KEPT; i >= 1; i--) {
            Path older = i == 1 ? log : numbered(log, i - 1);
            if (Files.exists(older)) {
                Files.move(older, numbered(log, i), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Path numbered(Path log, int i) {
        return log.resolveSibling(log.getFileName() + "." + i);
    }
}
