package io.aftertouch.local.journey;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of parts that comes with each program, {@code target/sbom.json}, says what is really in it. */
class PartsListJourneyTest {

    @ParameterizedTest
    @ValueSource(strings = {"survey-service", "feedback-service", "score-service"})
    void theListNamesWhatIsInTheProgramInTheSameVersions(String service) throws IOException {
        Path target = Path.of(System.getProperty("aftertouch.root"), service, "target");
        Map<String, String> listed = listed(target.resolve("sbom.json"));
        Map<String, String> packed = packed(target);

        Map<String, String> both = new HashMap<>(packed);
        both.keySet().retainAll(listed.keySet());
        assertThat(listed).containsAllEntriesOf(both);
        assertThat(both)
                .as("the others are parts of parts")
                .hasSizeGreaterThan(packed.size() * 9 / 10)
                .containsKeys(
                        "io.netty:netty-codec-http",
                        "io.vertx:vertx-core",
                        "io.vertx:vertx-web",
                        "com.fasterxml.jackson.core:jackson-databind");
    }

    private static Map<String, String> listed(Path list) throws IOException {
        JsonNode read = new ObjectMapper().readTree(list.toFile());
        assertThat(read.path("bomFormat").asText()).isEqualTo("CycloneDX");
        Map<String, String> parts = new HashMap<>();
        for (JsonNode part : read.path("components")) {
            parts.put(
                    part.path("group").asText() + ":" + part.path("name").asText(),
                    part.path("version").asText());
            assertThat(part.path("purl").asText()).startsWith("pkg:maven/");
        }
        return parts;
    }

    /** What the parts in the program say of themselves. */
    private static Map<String, String> packed(Path target) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "aftertouch-*-runner.jar");
                ZipFile program = new ZipFile(jars.iterator().next().toFile())) {
            for (ZipEntry entry : program.stream()
                    .filter(file -> file.getName().matches("META-INF/maven/.*/pom\\.properties"))
                    .toList()) {
                Properties part = new Properties();
                part.load(program.getInputStream(entry));
                parts.put(
                        part.getProperty("groupId") + ":" + part.getProperty("artifactId"),
                        part.getProperty("version"));
            }
        }
        return parts;
    }
}
