package io.aftertouch.platform.openapi;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@RealInfrastructureTest
class ApiOnlyTest {

    @Test
    void theDocumentHoldsTheApiAndNotThePages() {
        given().get("/openapi/platform-test.yaml")
                .then()
                .statusCode(200)
                .body(containsString("/api/v1/notes:"))
                .body(containsString("application/problem+json"))
                .body(containsString("openapi: 3.1"))
                .body(not(containsString("/signin")))
                .body(not(containsString("TemplateInstance")));
    }
}
