package io.aftertouch.local.suite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

import io.aftertouch.embedded.StartFailure;

/** The built checkout that the suite is started from. Only programs and what is derived from them is in it, never data. */
record Installation(Path root) {

    Path serviceJar(String service) {
        Path target = root.resolve(service).resolve("target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "aftertouch-" + service + "*-runner.jar")) {
            return jars.iterator().next();
        } catch (IOException | NoSuchElementException e) {
            throw new StartFailure("The " + service + " is not built: its jar is missing in " + target + ".", e);
        }
    }

    Path databasePrograms() {
        return root.resolve("target").resolve("mariadb");
    }

    /**
     * The options that make a JVM start fast by an archive of its classes, which the JVM itself makes when it ends for the first time after a build.
     * Without a place to write it there is none.
     */
    List<String> classArchive(String part) {
        Path folder = root.resolve("target").resolve("class-archives");
        try {
            Files.createDirectories(folder);
        } catch (IOException readOnly) {
            return List.of();
        }
        Path archive = folder.resolve(part + ".jsa");
        List<String> options =
                new ArrayList<>(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"));
        if (Files.isWritable(folder)) {
            options.add("-XX:+AutoCreateSharedArchive");
        }
        return options;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
