package io.aftertouch.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A MariaDB server as a process on this machine, on the loopback address, with real accounts and everything durable. Starting it stops one that
 * a killed launcher left behind on the same folder.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final ServerProcess process;
    private final int port;

    private EmbeddedDatabase(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Where a database lives and how much it may take.
     *
     * @param programs the unpacked programs; unpacked there when absent, and shared by any number of databases
     * @param folder everything that belongs to this one database
     * @param bufferPool how much memory the tables may take, as in {@code 512M}
     * @param serverOptions added to those that every database has
     */
    public record Settings(
            Path programs, Path folder, Path log, int port, String bufferPool, List<String> serverOptions) {

        public Settings {
            programs = programs.toAbsolutePath();
            folder = folder.toAbsolutePath();
            log = log.toAbsolutePath();
            serverOptions = List.copyOf(serverOptions);
        }

        Path data() {
            return folder.resolve("tables");
        }

        Path temporary() {
            return folder.resolve("temporary");
        }

        Path accounts() {
            return folder.resolve("accounts.sql");
        }

        PidFile pidFile() {
            return new PidFile(folder.resolve("pid"));
        }
    }

    /** Starts the server, makes it when it was never there, and returns when it takes connections from the accounts. */
    public static EmbeddedDatabase start(Settings settings, List<DatabaseAccount> accounts) {
        settings.pidFile().stopLeftOver(STOP_PATIENCE);
        DatabasePrograms programs = DatabasePrograms.unpackedIn(settings.programs());
        try {
            Folders.delete(settings.temporary());
            Files.createDirectories(settings.temporary());
            Files.createDirectories(settings.log().getParent());
            if (!Files.isDirectory(settings.data())) {
                programs.install(settings.data(), settings.temporary(), settings.log());
            }
            Folders.writeSecret(settings.accounts(), statements(accounts));
            ServerProcess process = ServerProcess.start(
                    "database",
                    command(programs, settings),
                    Map.of(),
                    settings.folder(),
                    settings.pidFile(),
                    settings.log());
            try {
                process.awaitReady(() -> greets(settings.port()), START_LIMIT);
            } catch (StartFailure failure) {
                process.kill();
                throw failure;
            } finally {
                Files.deleteIfExists(settings.accounts());
            }
            return new EmbeddedDatabase(process, settings.port());
        } catch (IOException e) {
            throw new StartFailure(
                    "The database could not be started in " + settings.folder() + ": " + e.getMessage() + ".", e);
        }
    }

    private static String statements(List<DatabaseAccount> accounts) {
        return String.join(
                        "\n",
                        accounts.stream()
                                .flatMap(account -> account.statements().stream())
                                .toList())
                + "\n";
    }

    private static List<String> command(DatabasePrograms programs, Settings settings) {
        List<String> command = programs.command(settings.data(), settings.temporary());
        command.addAll(List.of(
                "--port=" + settings.port(),
                "--bind-address=127.0.0.1",
                "--socket=",
                "--pid-file=" + settings.folder().resolve("server.pid"),
                "--skip-name-resolve",
                "--skip-ssl",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-buffer-pool-size=" + settings.bufferPool(),
                "--max-connections=200",
                "--local-infile=0",
                "--init-file=" + settings.accounts()));
        command.addAll(settings.serverOptions());
        return command;
    }

    /** The server greets whoever connects, but only after it has made the accounts. */
    private static boolean greets(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(2_000);
            return socket.getInputStream().read() >= 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public ServerProcess process() {
        return process;
    }

    /** Stops the server in order, which writes everything down. */
    @Override
    public void close() {
        process.stop(STOP_PATIENCE);
    }
}
