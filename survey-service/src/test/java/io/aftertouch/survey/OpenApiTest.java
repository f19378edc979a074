package io.aftertouch.survey;

import java.io.IOException;

import io.aftertouch.platform.testing.OpenApiDrift;
import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructureTest
@WithTestResource(MailPort.class)
class OpenApiTest {

    @Test
    void theCommittedDocumentIsWhatIsServed() throws IOException {
        OpenApiDrift.check("survey-service");
    }

    @Test
    void theDocumentHoldsTheApiAndNoPage() {
        String document = given().get("/openapi/survey-service.yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(document.lines().filter(line -> line.matches("  /.*:")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("  /api/v1/"));
    }
}
