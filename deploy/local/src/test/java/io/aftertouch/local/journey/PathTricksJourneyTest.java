package io.aftertouch.local.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Nobody gets further into the suite by writing an address otherwise, or by claiming to come from elsewhere. */
class PathTricksJourneyTest {

    private final RunningSuite suite = RunningSuite.shared();
    private final int port = URI.create(suite.url()).getPort();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/api-keys;a",
                "/api/v1;a=b/api-keys",
                "/api/v1/api-keys%3Ba",
                "//api/v1/api-keys",
                "/api//v1/api-keys",
                "/./api/v1/api-keys",
                "/s/../api/v1/api-keys",
                "/s/..;/api/v1/api-keys",
                "/s/%2e%2e/api/v1/api-keys",
                "/s/%252e%252e/api/v1/api-keys",
                "/s%2F..%2Fapi%2Fv1%2Fapi-keys",
                "/api%5Cv1%5Capi-keys",
                "/api\\v1\\api-keys",
                "/API/V1/api-keys",
                "/%61pi/v1/api-keys",
                "/api/v1/api-keys/",
                "/api/v1/api-keys%00",
                "/api/v1/api-keys%20",
                "/api/v1/api-keys.json",
                "/api/v1/api-keys?_method=DELETE",
                "http://localhost/api/v1/api-keys",
                "/assets/../settings",
                "/assets/%2e%2e/settings",
                "/signin/..;/settings",
                "/problems/..%2fsettings",
                "/settings/",
                "/Settings",
                "/q/health",
                "/q/metrics",
                "/s/../q/metrics",
                "/assets/..;/q/metrics",
                "/api/v1/personal-data/retention",
                "/api/v1/retention/../personal-data/retention",
                "/api/v1/recount",
                "/api/v1/responses/../recount",
                "/mail/../settings"
            })
    void anAddressWrittenOtherwiseOpensNothing(String path) throws IOException {
        for (String claims : new String[] {
            "",
            "X-Forwarded-For: 127.0.0.1\r\nX-Real-IP: 127.0.0.1\r\nForwarded: for=127.0.0.1;host=localhost\r\n",
            "X-Original-URL: /signin\r\nX-Rewrite-URL: /signin\r\nX-Forwarded-Prefix: /signin\r\n",
            "X-HTTP-Method-Override: GET\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\n"
        }) {
            String answer = get(path, claims);
            String status = answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());

            assertThat(status).as(answer).isIn("302", "400", "401", "403", "404", "414");
            assertThat(answer)
                    .as("what a forged header says is not said again")
                    .doesNotContain("evil.example", "\"items\"");
            if (status.equals("302")) {
                assertThat(answer).containsIgnoringCase("Location: " + suite.url() + "/signin");
            }
        }
    }

    private String get(String path, String claims) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + claims
                                    + "Connection: close\r\n\r\n")
                            .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
