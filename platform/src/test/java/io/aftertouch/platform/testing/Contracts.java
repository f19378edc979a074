package io.aftertouch.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import static org.assertj.core.api.Assertions.assertThat;

/** The contracts between the services, as they stand in {@code openapi/}: the same files for the producer's test and for every consumer's. */
public final class Contracts {

    private Contracts() {}

    /** Fails unless the data of an event is as the schema of its type says. */
    public static void assertValid(String eventType, String json) {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(read("schemas/" + eventType + ".json"));
        var violations = schema.validate(
                json, InputFormat.JSON, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
        assertThat(violations)
                .as("violations of openapi/schemas/%s.json by %s", eventType, json)
                .isEmpty();
    }

    /** The example of an event type. */
    public static String example(String eventType) {
        return read("examples/" + eventType + ".json");
    }

    /** The document of a service's API, in OpenAPI 3.1. */
    public static String openApi(String service) {
        return read(service + ".yaml");
    }

    static String read(String file) {
        try {
            return Files.readString(folder().resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        return root().resolve("openapi");
    }

    /** The folder that holds everything. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("openapi/problems.json"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
