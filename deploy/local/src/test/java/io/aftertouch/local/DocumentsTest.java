package io.aftertouch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents name is there. */
class DocumentsTest {

    private static final Pattern CLASS = Pattern.compile("`((?:[a-z]+\\.)+[A-Z]\\w+)`");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    private final Path root = root();

    @Test
    void theWayOfOneAnswerNamesClassesAndTestsThatExist() throws IOException {
        String document = Files.readString(root.resolve("docs/one-answer.md"));
        Set<String> sources = sources();
        List<String> named = CLASS.matcher(document)
                .results()
                .map(match -> "io/aftertouch/" + match.group(1).replace('.', '/') + ".java")
                .toList();
        assertThat(named).hasSizeGreaterThan(20).allMatch(sources::contains);
        Set<String> files = sources.stream()
                .map(source -> source.substring(source.lastIndexOf('/') + 1))
                .collect(Collectors.toSet());
        List<String> tests = TEST.matcher(document)
                .results()
                .map(match -> match.group(1) + ".java")
                .toList();
        assertThat(tests).hasSizeGreaterThan(10).allMatch(files::contains);
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        for (String name : List.of(
                "README.md",
                "CONTRIBUTING.md",
                "docs/one-answer.md",
                "docs/glossary.md",
                "docs/crm.md",
                "docs/operations.md")) {
            Path document = root.resolve(name);
            assertThat(LINK.matcher(Files.readString(document)).results().map(match -> match.group(1)))
                    .as(name)
                    .allMatch(link -> Files.exists(document.resolveSibling(link)));
        }
    }

    @Test
    void theReadmeStaysShort() throws IOException {
        assertThat(Files.readAllLines(root.resolve("README.md"))).hasSizeLessThan(150);
    }

    private Set<String> sources() throws IOException {
        try (var files =
                Files.find(root, 20, (path, attributes) -> path.toString().endsWith(".java"))) {
            return files.map(Path::toString)
                    .filter(path -> path.contains("/java/"))
                    .map(path -> path.substring(path.lastIndexOf("/java/") + "/java/".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
