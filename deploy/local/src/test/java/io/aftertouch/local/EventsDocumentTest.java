package io.aftertouch.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code openapi/events.asyncapi.yaml} holds every event that has a schema, on the topic that the schema names, and nothing else. */
class EventsDocumentTest {

    private final Path contracts = contracts();

    @Test
    void everyEventIsOnItsTopic() throws IOException {
        JsonNode document = new YAMLMapper()
                .readTree(contracts.resolve("events.asyncapi.yaml").toFile());
        Set<String> told = new TreeSet<>();
        for (JsonNode channel : document.path("channels")) {
            String topic = channel.path("address").asText().replaceFirst("^aftertouch\\.", "");
            for (JsonNode message : channel.path("messages")) {
                told.add(topic + " "
                        + at(document, message.path("$ref").asText())
                                .path("name")
                                .asText());
            }
        }

        assertThat(told).isEqualTo(described());
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode document = new YAMLMapper()
                .readTree(contracts.resolve("events.asyncapi.yaml").toFile());
        Set<String> references =
                document.findValues("$ref").stream().map(JsonNode::asText).collect(Collectors.toSet());

        assertThat(references).hasSizeGreaterThan(20).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(at(document, reference).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(contracts.resolve(reference)).exists();
            }
        });
    }

    private static JsonNode at(JsonNode document, String reference) {
        return document.at(reference.substring(1));
    }

    /** Topic and name of every event, as the schemas themselves say. */
    private Set<String> described() throws IOException {
        Set<String> described = new HashSet<>();
        try (var schemas = Files.list(contracts.resolve("schemas"))) {
            for (Path schema : schemas.toList()) {
                JsonNode json = new ObjectMapper().readTree(schema.toFile());
                String topic = json.path("description").asText().replaceFirst("(?s).*\\bTopic ([a-z-]+).*", "$1");
                described.add(topic + " " + json.path("title").asText());
            }
        }
        return new TreeSet<>(described);
    }

    private static Path contracts() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("openapi/problems.json"))) {
            folder = folder.getParent();
        }
        return folder.resolve("openapi");
    }
}
