package io.aftertouch.local.suite;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

import io.aftertouch.embedded.StartFailure;

/** The built checkout that the suite is started from. Only programs and what is derived from them is in it, never data. */
record Installation(Path root) {

    Path serviceJar(String service) {
        return jar(root.resolve(service), "aftertouch-" + service + "*-runner.jar");
    }

    Path launcherJar() {
        return jar(root.resolve("deploy/local"), "aftertouch-local-*.jar");
    }

    private static Path jar(Path module, String name) {
        Path target = module.resolve("target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, name)) {
            return jars.iterator().next();
        } catch (IOException | NoSuchElementException e) {
            throw new StartFailure(module.getFileName() + " is not built: its jar is missing in " + target + ".", e);
        }
    }

    Path databasePrograms() {
        return root.resolve("target").resolve("mariadb");
    }

    /**
     * The options that make a JVM start fast by an archive of its classes, which the JVM itself makes when it ends for the first time after a build:
     * the archive is named after its jar's time, since one of an older jar would be left unused. Without a place to write it there is none.
     */
    List<String> classArchive(String part, Path jar) {
        Path folder = root.resolve("target").resolve("class-archives");
        try {
            Files.createDirectories(folder);
            Path archive =
                    folder.resolve(part + "-" + Files.getLastModifiedTime(jar).toMillis() + ".jsa");
            deleteOlder(folder, part, archive);
            return List.of(
                    "-XX:SharedArchiveFile=" + archive,
                    "-XX:+AutoCreateSharedArchive",
                    "-Xlog:cds=off",
                    "-Xlog:cds+dynamic=off");
        } catch (IOException readOnly) {
            return List.of();
        }
    }

    private static void deleteOlder(Path folder, String part, Path archive) throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, part + "-*.jsa")) {
            for (Path found : archives) {
                if (!found.equals(archive)) {
                    Files.deleteIfExists(found);
                }
            }
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
