package io.aftertouch.platform.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The database and the broker that a build shares, as their process describes itself in {@code target/test-infrastructure/ready.json}. The process lives
 * as long as Maven (or the IDE), which is the outermost JVM above this one and registers itself in the folder {@code users}.
 */
record RealInfrastructureProcess(
        long pid, int databasePort, String adminUser, String adminPassword, String bootstrapServers) {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final String OTHER_DATABASE = "aftertouch.test.database";
    private static final Pattern ACCOUNT_AND_PORT =
            Pattern.compile("(?<user>[^:]+):(?<password>.*)@127\\.0\\.0\\.1:(?<port>\\d{1,5})");

    /**
     * The shared ones, but with the database that the system property {@code aftertouch.test.database} names, as in
     * {@code root:secret@127.0.0.1:3306}: another kind or version of server that somebody has started.
     */
    static RealInfrastructureProcess inUse() {
        RealInfrastructureProcess shared = findOrStart();
        String other = System.getProperty(OTHER_DATABASE);
        if (other == null) {
            return shared;
        }
        Matcher named = ACCOUNT_AND_PORT.matcher(other);
        if (!named.matches()) {
            throw new IllegalStateException(OTHER_DATABASE + " must look like root:secret@127.0.0.1:3306.");
        }
        return new RealInfrastructureProcess(
                shared.pid,
                Integer.parseInt(named.group("port")),
                named.group("user"),
                named.group("password"),
                shared.bootstrapServers);
    }

    /** Only one JVM at a time looks and starts; the process takes the same lock before it leaves. */
    private static RealInfrastructureProcess findOrStart() {
        Path root = projectRoot();
        Path folder = root.resolve("target").resolve("test-infrastructure");
        Path users = folder.resolve("users");
        long user = outermostJvm().pid();
        try {
            Files.createDirectories(users);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IllegalStateException("The lock of " + folder + " was lost.");
                }
                Optional<RealInfrastructureProcess> running = read(folder).filter(RealInfrastructureProcess::isAlive);
                if (running.isPresent()) {
                    Files.writeString(users.resolve(Long.toString(user)), "");
                    return running.get();
                }
                return start(root, folder, user);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("deploy/embedded/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("Tests run in a module of the project.");
            }
        }
        return folder;
    }

    /** The JVM that is the ancestor of all others: Maven rather than the one that it has forked for the tests. */
    private static ProcessHandle outermostJvm() {
        return Stream.iterate(
                        Optional.of(ProcessHandle.current()),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(process -> process.info()
                        .command()
                        .filter(command -> Path.of(command).endsWith("java"))
                        .isPresent())
                .reduce(ProcessHandle.current(), (inner, outer) -> outer);
    }

    private static Optional<RealInfrastructureProcess> read(Path folder) throws IOException {
        Path ready = folder.resolve("ready.json");
        return Files.exists(ready)
                ? Optional.of(new ObjectMapper().readValue(ready.toFile(), RealInfrastructureProcess.class))
                : Optional.empty();
    }

    private boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    private static RealInfrastructureProcess start(Path root, Path folder, long user) throws IOException {
        Path built = root.resolve("deploy/embedded/target");
        if (!Files.isDirectory(built.resolve("lib"))) {
            throw new IllegalStateException("deploy/embedded is not built yet: mvn -pl deploy/embedded package");
        }
        Path ready = folder.resolve("ready.json");
        Files.deleteIfExists(ready);
        Path log = folder.resolve("infrastructure.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        built.resolve("classes") + File.pathSeparator + built.resolve("lib") + File.separator + "*",
                        "io.aftertouch.embedded.TestInfrastructureMain",
                        "--folder",
                        folder.toString(),
                        "--while-alive",
                        Long.toString(user))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(ready)) {
            if (endsWithin(process, Duration.ofMillis(100)) || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException(
                        "The database and the broker for the tests could not be started: " + Files.readString(log));
            }
        }
        return read(folder).orElseThrow();
    }

    private static boolean endsWithin(Process process, Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
