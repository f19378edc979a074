package io.aftertouch.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.LogManager;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** The main class of the broker's own JVM. Arguments: its properties, a file to make when it is ready, the process it belongs to. */
final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        try (InputStream logging = BrokerMain.class.getResourceAsStream("broker-logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
        Path file = Path.of(arguments[0]);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        formatOnce(file, Path.of(properties.getProperty("log.dirs")));
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        Files.writeString(Path.of(arguments[1]), "");
        Thread watch = new Thread(() -> endWith(Long.parseLong(arguments[2])), "owner-watch");
        watch.setDaemon(true);
        watch.start();
        server.awaitShutdown();
    }

    private static void formatOnce(Path properties, Path log) {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        int status = StorageTool.execute(
                new String[] {
                    "format", "-t", Uuid.randomUuid().toString(), "-c", properties.toString(), "--ignore-formatted"
                },
                System.out);
        if (status != 0) {
            throw new IllegalStateException("The folder of the broker could not be formatted.");
        }
    }

    private static void endWith(long owner) {
        ProcessHandle.of(owner).ifPresent(process -> process.onExit().join());
        System.exit(0);
    }
}
