package io.aftertouch.local.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.aftertouch.embedded.Folders;

/**
 * A small disk, held in memory, on which a part of the suite has its data for a while: it can be filled to the last byte without harm to the machine.
 * Only root may mount one. At the end the data are where they were.
 */
final class Disk implements AutoCloseable {

    private static final long MEGABYTE = 1L << 20;
    private static final long FREE = 128 * MEGABYTE;

    private final Stage stage;
    private final String part;
    private final Path data;
    private final Path aside;

    private Disk(Stage stage, String part, Path data) {
        this.stage = stage;
        this.part = part;
        this.data = data;
        this.aside = data.resolveSibling(data.getFileName() + " aside");
    }

    /** Whether one can be had here. */
    static boolean canBeHad() {
        return "root".equals(System.getProperty("user.name")) && isThere("mount") && isThere("cp");
    }

    static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Moves the data of a part to such a disk; the part is away while that takes. */
    static Disk under(Stage stage, String part, Path data) throws IOException {
        Disk disk = new Disk(stage, part, data);
        stage.suite().stopPart(part);
        Files.move(data, disk.aside);
        Files.createDirectory(data);
        long size = bytes(disk.aside) + FREE;
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", data.toString());
        run("cp", "-a", disk.aside + "/.", data.toString());
        stage.suite().startPart(part);
        stage.awaitReady();
        return disk;
    }

    /** Nothing more goes onto it. */
    void fill() throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            for (long room = data.toFile().getUsableSpace();
                    room > 0;
                    room = data.toFile().getUsableSpace()) {
                ballast.write(block, 0, (int) Math.min(block.length, room));
            }
        } catch (IOException full) {
            if (data.toFile().getUsableSpace() > 0) {
                throw full;
            }
        }
    }

    /** There is room again. */
    void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return data.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        empty();
        stage.suite().stopPart(part);
        Folders.delete(aside);
        run("cp", "-a", data.toString(), aside.toString());
        run("umount", data.toString());
        Files.delete(data);
        Files.move(aside, data);
        stage.suite().startPart(part);
        stage.awaitReady();
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** @throws IllegalStateException with what it said, if it does not end well */
    static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(new ArrayList<>(List.of(command)) + ": " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
