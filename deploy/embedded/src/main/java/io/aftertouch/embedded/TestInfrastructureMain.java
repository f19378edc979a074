package io.aftertouch.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * One database and one broker for all tests of a build. It lives as long as one of the processes that have put their number into its {@code users}
 * folder, and keeps nothing: each start begins empty.
 *
 * <p>Arguments: {@code --folder <folder>} where it lives and writes {@code ready.json}, {@code --while-alive <pid>} its first user.
 */
final class TestInfrastructureMain {

    private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);

    /** What is committed is safe from the end of the server but not of the machine, which nobody would come back to: no write waits for the disk. */
    private static final List<String> FORGETFUL = List.of(
            "--innodb-flush-log-at-trx-commit=2",
            "--innodb-flush-method=nosync",
            "--innodb-doublewrite=OFF",
            "--skip-sync-frm");

    private final Path folder;
    private final Path users;
    private final Path ready;

    private TestInfrastructureMain(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.users = this.folder.resolve("users");
        this.ready = this.folder.resolve("ready.json");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 4
                || !arguments[0].equals("--folder")
                || !arguments[2].equals("--while-alive")
                || !arguments[3].matches("\\d{1,18}")) {
            System.err.println("Usage: TestInfrastructureMain --folder <folder> --while-alive <pid>");
            System.exit(2);
        }
        TestInfrastructureMain infrastructure = new TestInfrastructureMain(Path.of(arguments[1]));
        Files.createDirectories(infrastructure.users);
        Files.writeString(infrastructure.users.resolve(arguments[3]), "");
        infrastructure.run();
    }

    private void run() throws IOException, InterruptedException {
        Files.deleteIfExists(ready);
        FreePorts ports = new FreePorts(new SecureRandom());
        EmbeddedDatabase.Settings databaseSettings = new EmbeddedDatabase.Settings(
                folder.resolveSibling("mariadb"),
                folder.resolve("database"),
                folder.resolve("database.log"),
                ports.next(),
                "256M",
                FORGETFUL);
        Broker.Settings brokerSettings = new Broker.Settings(
                folder.resolve("broker"), folder.resolve("broker.log"), ports.next(), ports.next(), List.of());
        databaseSettings.pidFile().stopLeftOver(Duration.ofSeconds(1));
        brokerSettings.pidFile().stopLeftOver(Duration.ofSeconds(1));
        Folders.delete(databaseSettings.folder());
        Folders.delete(brokerSettings.folder());

        String password = randomPassword();
        DatabaseAccount administrator = DatabaseAccount.administrator(password);
        EmbeddedDatabase database = EmbeddedDatabase.start(databaseSettings, List.of(administrator));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> database.process().kill(), "database-end"));
        Broker broker = Broker.start(brokerSettings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> broker.process().kill(), "broker-end"));

        Map<String, Object> found = new LinkedHashMap<>();
        found.put("pid", ProcessHandle.current().pid());
        found.put("databasePort", database.port());
        found.put("adminUser", administrator.name());
        found.put("adminPassword", password);
        found.put("bootstrapServers", broker.bootstrapServers());
        Folders.writeSecret(ready, new ObjectMapper().writeValueAsString(found));

        while (database.process().isAlive() && broker.process().isAlive() && (isUsed() || !retire())) {
            Thread.sleep(CHECK_INTERVAL);
        }
        System.exit(0);
    }

    private boolean isUsed() throws IOException {
        try (Stream<Path> files = Files.list(users)) {
            for (Path file : files.toList()) {
                boolean alive = ProcessHandle.of(
                                Long.parseLong(file.getFileName().toString()))
                        .filter(ProcessHandle::isAlive)
                        .isPresent();
                if (alive) {
                    return true;
                }
                Files.deleteIfExists(file);
            }
        }
        return false;
    }

    /** Takes the lock under which users arrive, so that nobody arrives at something that is leaving. */
    private boolean retire() throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid() || isUsed()) {
                return false;
            }
            Files.deleteIfExists(ready);
            return true;
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
