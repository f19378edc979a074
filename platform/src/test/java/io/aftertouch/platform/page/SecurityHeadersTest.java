package io.aftertouch.platform.page;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** What every answer says to browsers. */
@QuarkusTest
@RealInfrastructureTest
class SecurityHeadersTest {

    @Test
    void aPageLoadsNothingFromElsewhereAndIsKeptNowhere() {
        given().get("/signin")
                .then()
                .statusCode(200)
                .header(
                        ContentSecurityPolicy.HEADER,
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("script-src 'self'"),
                                containsString("frame-ancestors 'none'"),
                                containsString("base-uri 'none'"),
                                not(containsString("unsafe"))))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("same-origin"))
                .header("Cross-Origin-Opener-Policy", equalTo("same-origin"))
                .header("Cache-Control", equalTo("no-store"));
    }

    @Test
    void whatTheApiSaysIsKeptNowhereEitherWhetherItSucceedsOrNot() {
        given().auth()
                .oauth2(TestKeys.allScopes())
                .get("/api/v1/notes")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        given().get("/api/v1/notes")
                .then()
                .statusCode(401)
                .header("Cache-Control", equalTo("no-store"))
                .header("X-Content-Type-Options", equalTo("nosniff"));
        given().urlEncodingEnabled(false)
                .get("/notes%2F")
                .then()
                .statusCode(400)
                .header("X-Content-Type-Options", equalTo("nosniff"));
    }

    @Test
    void behindAProxyThatEndsTlsBrowsersComeByTlsForAYear() {
        given().header("X-Forwarded-Proto", "https")
                .get("/signin")
                .then()
                .header("Strict-Transport-Security", equalTo("max-age=31536000"));
        assertThat(given().get("/signin").header("Strict-Transport-Security"))
                .as("without TLS it would mean nothing")
                .isNull();
    }
}
