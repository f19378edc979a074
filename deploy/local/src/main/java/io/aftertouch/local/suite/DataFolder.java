package io.aftertouch.local.suite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import io.aftertouch.embedded.Folders;
import io.aftertouch.embedded.PidFile;
import io.aftertouch.embedded.StartFailure;

/** The folder in which everything lives that one suite keeps, and where each thing is in it. */
record DataFolder(Path path) {

    private static final String MARK = "aftertouch-data";
    private static final long NEEDED_BYTES = 400L << 20;

    DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** Makes the folder when absent, and refuses one that belongs to somebody else or cannot be used. */
    void prepare() {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            if (!isOurs() && !isEmpty()) {
                throw new StartFailure("The folder " + path
                        + " is not empty and not a data folder of Aftertouch; choose another with --data.");
            }
            Files.writeString(path.resolve(MARK), "A data folder of Aftertouch. deploy/run --fresh empties it.\n");
            for (Path folder : List.of(logs(), pids(), stopped())) {
                Files.createDirectories(folder);
            }
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new StartFailure("There is too little room for " + path + ": " + (free >> 20) + " MB are free, "
                        + (NEEDED_BYTES >> 20) + " MB are needed.");
            }
        } catch (IOException e) {
            throw new StartFailure("The data folder " + path + " cannot be used: " + reason(e) + ".", e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException file -> "there is a file with that name";
            case NotDirectoryException file -> "there is a file with that name";
            case NoSuchFileException nowhere -> "it cannot be made there";
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> e.getMessage();
        };
    }

    boolean isOurs() {
        return Files.exists(path.resolve(MARK));
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> content = Files.list(path)) {
            return content.findAny().isEmpty();
        }
    }

    /** Takes the folder for this process, until it ends in whatever way. */
    FileLock lock() {
        try {
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new StartFailure("Aftertouch is already running on the data folder " + path + ".");
            }
            return lock;
        } catch (IOException e) {
            throw new StartFailure("The data folder " + path + " cannot be used: " + reason(e) + ".", e);
        }
    }

    /** Deletes everything but what the lock holder needs. */
    void empty() {
        try (Stream<Path> content = Files.list(path)) {
            for (Path entry : content.toList()) {
                String name = entry.getFileName().toString();
                if (!name.equals("lock") && !name.equals(MARK)) {
                    Folders.delete(entry);
                }
            }
        } catch (IOException e) {
            throw new StartFailure("The data folder " + path + " cannot be emptied: " + reason(e) + ".", e);
        }
        prepare();
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path log(String part) {
        return logs().resolve(part + ".log");
    }

    Path pids() {
        return path.resolve("pids");
    }

    PidFile pidFile(String part) {
        return new PidFile(pids().resolve(part));
    }

    /** Holds a file for each part that somebody wants stopped; see {@link StopWish}. */
    Path stopped() {
        return path.resolve("stopped");
    }

    Path pidsJson() {
        return path.resolve("pids.json");
    }

    Path credentials() {
        return path.resolve("credentials.json");
    }

    Path secrets() {
        return path.resolve("secrets.json");
    }

    Path users() {
        return path.resolve("users");
    }

    Path database() {
        return path.resolve("database");
    }

    Path broker() {
        return path.resolve("broker");
    }

    Path mail() {
        return path.resolve("mail");
    }

    Path demo() {
        return path.resolve("demo.json");
    }

    /** Where a service runs; it keeps nothing there. */
    Path workFolder(String part) {
        return path.resolve("work").resolve(part);
    }
}
