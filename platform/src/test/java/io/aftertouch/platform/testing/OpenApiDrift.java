package io.aftertouch.platform.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.restassured.RestAssured;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the API that a service serves against the committed document. */
public final class OpenApiDrift {

    private static final boolean WRITE = Boolean.getBoolean("aftertouch.openapi.write");

    private OpenApiDrift() {}

    /**
     * Fails when {@code openapi/<service>.yaml} is not what the running service serves, or {@code openapi/3.0/<service>.yaml} not the same in OpenAPI
     * 3.0.3. With {@code -Daftertouch.openapi.write=true} it writes the files instead.
     */
    public static void check(String service) throws IOException {
        String file = service + ".yaml";
        String served = served(file);
        check(served, Contracts.folder().resolve(file), service);
        check(OpenApi30.of(served), Contracts.folder().resolve("3.0").resolve(file), service);
        if (!WRITE) {
            assertThat(served("3.0/" + file)).isEqualTo(OpenApi30.of(served));
        }
    }

    private static String served(String file) {
        return RestAssured.given()
                .get("/openapi/" + file)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void check(String current, Path committed, String service) throws IOException {
        if (WRITE) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, current);
        }
        assertThat(current)
                .as(
                        "the API has changed; if that is meant: deploy/test -pl %s -am -Dtest=OpenApiTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -Daftertouch.openapi.write=true",
                        service)
                .isEqualTo(Files.exists(committed) ? Files.readString(committed) : "");
    }
}
