package io.aftertouch.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aftertouch.embedded.Folders;
import io.aftertouch.embedded.FreePorts;
import org.awaitility.Awaitility;

import static org.awaitility.Awaitility.await;

/**
 * A suite as {@code deploy/run} starts it. All journeys of a JVM share one, started when the first needs it and stopped with the JVM; journeys run in
 * several JVMs side by side.
 */
public final class RunningSuite {

    /** A site that may show forms of the suite in frames; browsers know that every name below localhost is this machine. */
    static final String SHOP = "shop.localhost";

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static RunningSuite shared;

    /** Two suites and two browsers may keep one of them waiting. */
    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    private final Path root = Path.of(System.getProperty("aftertouch.root")).toAbsolutePath();
    private final Path folder;
    private final Path data;
    private final boolean brief;
    private final Map<String, String> changes;
    private final List<String> options;
    private int port;
    private Process process;

    private RunningSuite(String name, boolean brief, Map<String, String> changes, String... options) {
        this.brief = brief;
        this.changes = changes;
        this.options = List.of(options);
        folder = root.resolve("deploy/local/target").resolve(name);
        data = folder.resolve("data folder");
    }

    public static synchronized RunningSuite shared() {
        if (shared == null) {
            shared = started(new RunningSuite(System.getProperty("aftertouch.suite", "journey"), true, Map.of()));
        }
        return shared;
    }

    /** A suite with nothing in it, in a folder of this name below target. It is stopped with this JVM, if not before. */
    public static RunningSuite started(String name) {
        return started(name, Map.of());
    }

    /** @param changes to the environment in which it runs */
    public static RunningSuite started(String name, Map<String, String> changes) {
        return started(new RunningSuite(name, false, changes));
    }

    /** A suite in which the ninety days of {@code --demo} are told, once it is ready. */
    static RunningSuite withDemo() {
        return started(new RunningSuite("demo", true, Map.of(), "--demo"));
    }

    private static RunningSuite started(RunningSuite suite) {
        Runtime.getRuntime().addShutdownHook(new Thread(suite::stop, "suite-stop"));
        try {
            Folders.delete(suite.folder);
            Files.createDirectories(suite.folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.printf("The suite was ready after %.1f s%n", suite.start().toMillis() / 1e3);
        return suite;
    }

    /** Starts it and waits until it says that everything is ready. One suite starts at a time, so that no two choose the same ports. */
    public Duration start() {
        try (FileChannel channel = FileChannel.open(
                        folder.resolveSibling("suite-start.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new IllegalStateException("The lock of " + folder + " was lost.");
            }
            long from = System.nanoTime();
            startAlone();
            return Duration.ofNanos(System.nanoTime() - from);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startAlone() throws IOException {
        if (port == 0) {
            port = new FreePorts(new SecureRandom()).next();
        }
        Files.deleteIfExists(data.resolve("credentials.json"));
        List<String> all = new ArrayList<>(List.of("--port", Integer.toString(port), "--data", data.toString()));
        all.addAll(options);
        process = command(all.toArray(String[]::new))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        await("the suite (see " + log() + ")")
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .failFast("deploy/run ended, see " + log(), () -> !process.isAlive())
                .until(() -> Files.exists(data.resolve("credentials.json")));
    }

    /** The journeys run inside the build of what they run. */
    private ProcessBuilder command(String... options) {
        List<String> command =
                new ArrayList<>(List.of(root.resolve("deploy/run").toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("AFTERTOUCH_SKIP_BUILD", "true");
        builder.environment().put("AFTERTOUCH_FORM_FRAME_ANCESTORS", "http://" + SHOP + ":*");
        // all that the journeys do comes from one address
        builder.environment().put("AFTERTOUCH_TOKEN_MISSES_PER_MINUTE", "1000");
        builder.environment().put("AFTERTOUCH_WEBHOOK_ALLOWED_HOSTS", "127.0.0.1");
        // what a killed part had taken is soon taken up by others
        builder.environment().put("AFTERTOUCH_INVITATION_LEASE", "PT30S");
        builder.environment().put("AFTERTOUCH_WEBHOOK_DELIVERY_LEASE", "PT20S");
        builder.environment().putAll(changes);
        if (brief) {
            // too short to gain anything from being compiled twice
            builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        }
        return builder;
    }

    private Path log() {
        return file("run.log");
    }

    /** A file or folder beside the suite's data. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Stops it as Ctrl-C does, and waits until its process is gone. */
    public void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("deploy/run did not end, see " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void stopPart(String part) {
        turn("--stop-part", part);
    }

    public void startPart(String part) {
        turn("--start-part", part);
    }

    private void turn(String option, String part) {
        try {
            Process switched = command(option, part, "--data", data.toString()).start();
            String said = new String(switched.getInputStream().readAllBytes());
            if (switched.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public long pid(String part) {
        return read("pids.json").required(part).asLong();
    }

    /** The processes of the suite, by the names of the parts. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        read("pids.json")
                .properties()
                .forEach(part -> pids.put(part.getKey(), part.getValue().asLong()));
        return pids;
    }

    /** With what environment a part runs. */
    public Map<String, String> environment(String part) {
        return Stream.of(process(part, "environ"))
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** How a part was started. */
    public List<String> command(String part) {
        return List.of(process(part, "cmdline"));
    }

    private String[] process(String part, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid(part)), file))
                    .split("\0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Long> allPids() {
        return List.copyOf(pids().values());
    }

    public String url() {
        return credential("url");
    }

    public String credential(String name) {
        return read("credentials.json").required(name).asText();
    }

    /** What only this installation knows, such as the passwords of its databases. */
    public String secret(String name) {
        return read("secrets.json").required(name).asText();
    }

    private JsonNode read(String file) {
        try {
            return new ObjectMapper().readTree(data.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Site site() {
        return new Site(url(), credential("apiKey"));
    }
}
