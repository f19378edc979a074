package io.aftertouch.platform.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.restassured.RestAssured;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the API that a service serves against the committed document. */
public final class OpenApiDrift {

    private OpenApiDrift() {}

    /**
     * Fails when {@code openapi/<service>.yaml} is not what the running service serves. With {@code -Daftertouch.openapi.write=true} it writes the
     * file instead.
     */
    public static void check(String service) throws IOException {
        String served = RestAssured.given()
                .get("/openapi/" + service + ".yaml")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Path committed = Contracts.folder().resolve(service + ".yaml");
        if (Boolean.getBoolean("aftertouch.openapi.write")) {
            Files.writeString(committed, served);
        }
        assertThat(served)
                .as(
                        "the API has changed; if that is meant: deploy/test -pl %s -am -Dtest=OpenApiTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Daftertouch.openapi.write=true",
                        service)
                .isEqualTo(Files.exists(committed) ? Files.readString(committed) : "");
    }
}
