package io.aftertouch.embedded;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Kafka of one node in a JVM of its own, on the loopback address. Topics are made by those who need them, never by accident. It ends
 * when the process that started it is gone.
 */
public final class Broker implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final ServerProcess process;
    private final Settings settings;

    private Broker(ServerProcess process, Settings settings) {
        this.process = process;
        this.settings = settings;
    }

    /**
     * Where a broker lives.
     *
     * @param folder everything that belongs to this one broker
     * @param port where clients connect
     * @param controllerPort where the node talks to itself
     * @param jvmOptions added to those that every broker has
     */
    public record Settings(Path folder, Path log, int port, int controllerPort, List<String> jvmOptions) {

        public Settings {
            folder = folder.toAbsolutePath();
            log = log.toAbsolutePath();
            jvmOptions = List.copyOf(jvmOptions);
        }

        PidFile pidFile() {
            return new PidFile(folder.resolve("pid"));
        }

        Path properties() {
            return folder.resolve("server.properties");
        }

        Path ready() {
            return folder.resolve("ready");
        }

        public String bootstrapServers() {
            return "127.0.0.1:" + port;
        }
    }

    /** Starts the broker, formats its folder when it was never there, and returns when it takes records. */
    public static Broker start(Settings settings) {
        settings.pidFile().stopLeftOver(STOP_PATIENCE);
        try {
            Files.createDirectories(settings.folder());
            Files.deleteIfExists(settings.ready());
            try (Writer writer = Files.newBufferedWriter(settings.properties())) {
                properties(settings).store(writer, null);
            }
        } catch (IOException e) {
            throw new StartFailure(
                    "The broker could not be started in " + settings.folder() + ": " + e.getMessage() + ".", e);
        }
        ServerProcess process = ServerProcess.start(
                "broker", command(settings), Map.of(), settings.folder(), settings.pidFile(), settings.log());
        try {
            process.awaitReady(() -> Files.exists(settings.ready()), START_LIMIT);
        } catch (StartFailure failure) {
            process.kill();
            throw failure;
        }
        return new Broker(process, settings);
    }

    private static List<String> command(Settings settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(settings.jvmOptions());
        command.addAll(List.of(
                "-cp",
                absoluteClassPath(),
                BrokerMain.class.getName(),
                settings.properties().toString(),
                settings.ready().toString(),
                Long.toString(ProcessHandle.current().pid())));
        return command;
    }

    /** The broker works in its own folder, where relative paths would mean something else. */
    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The memory that its cleaner, its network and its own topics take by default is meant for bigger machines. */
    private static Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + settings.controllerPort()),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://127.0.0.1:" + settings.port() + ",CONTROLLER://127.0.0.1:"
                                + settings.controllerPort()),
                Map.entry("advertised.listeners", "PLAINTEXT://" + settings.bootstrapServers()),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", settings.folder().resolve("log").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("group.min.session.timeout.ms", "3000"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                Map.entry("log.segment.bytes", "67108864")));
        return properties;
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    public ServerProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.stop(STOP_PATIENCE);
    }
}
