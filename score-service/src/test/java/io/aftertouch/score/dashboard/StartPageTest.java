package io.aftertouch.score.dashboard;

import java.util.Map;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** An installation of its own, in which nothing has happened yet. */
@QuarkusTest
@RealInfrastructureTest
@TestProfile(StartPageTest.Untouched.class)
class StartPageTest {

    public static class Untouched implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("aftertouch.public-address", "https://feedback.nordlys.example");
        }
    }

    @Test
    void thePageSaysWhatToDoFirst() {
        page("/")
                .body(containsString("Nothing has been asked yet"))
                .body(containsString("curl -X POST https://feedback.nordlys.example/api/v1/events"))
                .body(containsString("Add a touchpoint"));
    }

    @Test
    void everythingElseIsEmptyButThere() {
        page("/journey").body(containsString("No touchpoints yet"));
        page("/hotspots").body(containsString("Nothing stands out"));
        page("/hotspots/count").body(blankString());
        given().auth()
                .oauth2(TestKeys.withScopes("scores:read"))
                .get("/api/v1/scores?metric=NPS")
                .then()
                .statusCode(200)
                .body("groups", hasSize(0));
        given().auth()
                .oauth2(TestKeys.withScopes("scores:read"))
                .get("/api/v1/journey")
                .then()
                .statusCode(200)
                .body("stages", hasSize(0));
        given().auth()
                .oauth2(TestKeys.withScopes("scores:read"))
                .get("/api/v1/hotspots")
                .then()
                .statusCode(200)
                .body("cells", equalTo(0));
    }

    private static ValidatableResponse page(String path) {
        return given().auth()
                .oauth2(TestKeys.withScopes("scores:read"))
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200);
    }
}
