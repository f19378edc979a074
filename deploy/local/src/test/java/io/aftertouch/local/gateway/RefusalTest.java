package io.aftertouch.local.gateway;

import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTest {

    @ParameterizedTest
    @EnumSource
    void everyProblemOfTheGatewayIsExplainedInTheCatalogue(Refusal refusal) throws Exception {
        Path catalogue = Path.of(System.getProperty("aftertouch.root")).resolve("openapi/problems.json");
        ObjectMapper json = new ObjectMapper();
        JsonNode problem = json.readTree(refusal.content(true));
        String slug = problem.path("type").asText().substring("/problems/".length());
        JsonNode explained = json.readTree(catalogue.toFile()).path(slug);

        assertThat(explained.path("title")).as(slug).isEqualTo(problem.path("title"));
        assertThat(explained.path("status")).as(slug).isEqualTo(problem.path("status"));
    }
}
