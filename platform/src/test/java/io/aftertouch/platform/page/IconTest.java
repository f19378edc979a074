package io.aftertouch.platform.page;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
@RealInfrastructureTest
class IconTest {

    @Test
    void theIconIsWhereBrowsersLookForIt() {
        given().get("/favicon.ico")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("Cache-Control", containsString("max-age"))
                .body(containsString("<svg"));
    }
}
