package io.aftertouch.platform.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.aftertouch.platform.problem.ProblemCatalog;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the problems that the code of a module names against the catalogue. */
public final class ProblemSlugs {

    private static final Pattern NAMED = Pattern.compile("super\\(\\s*\"([a-z0-9-]+)\"");

    private ProblemSlugs() {}

    /** Fails when a {@code ProblemException} of this module has a slug that {@code openapi/problems.json} does not explain. */
    public static void checkAllExplained() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            List<String> slugs = files.filter(file -> file.toString().endsWith(".java"))
                    .map(ProblemSlugs::read)
                    .filter(source -> source.contains("extends ProblemException"))
                    .flatMap(source -> NAMED.matcher(source).results().map(MatchResult.class::cast))
                    .map(match -> match.group(1))
                    .distinct()
                    .toList();
            assertThat(slugs).isNotEmpty();
            assertThat(new ProblemCatalog().all()).containsKeys(slugs.toArray(String[]::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
