package io.aftertouch.local.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What people entrust to the suite and what opens something is in no log line, whether all goes well or not. */
class QuietLogsJourneyTest {

    private static final RunningSuite SUITE = RunningSuite.shared();

    @Test
    void logsHoldNoAddressNoWordAndNoSecret() throws Exception {
        String mark = UUID.randomUUID().toString();
        String comment = "Only between us " + mark;
        Site site = SUITE.site();
        Site.Touchpoint touchpoint = site.touchpoint("Quiet logs", "NPS", "EMAIL");
        touchpoint.event("r-" + mark);
        JsonNode mail = site.mailTo("r-" + mark + "@example.com");
        String link = site.link(mail);
        assertThat(status(link)).isEqualTo(200);
        touchpoint.enoughPromoters();
        assertThat(touchpoint.answer("quiet", 1, comment).status()).isBetween(200, 299);
        touchpoint.awaitCounted(6);

        assertThat(touchpoint.answer("too-long", 1, comment.repeat(100)).status())
                .isBetween(400, 499);
        assertThat(site.send(
                                "POST",
                                "/api/v1/events",
                                Map.of("respondent", Map.of("email", "r-" + mark + "@example.com")))
                        .status())
                .isEqualTo(400);
        assertThat(status(link + "x")).isEqualTo(404);
        assertThat(new Site(site.url(), site.apiKey() + "x")
                        .send("GET", "/api/v1/scores?metric=NPS", null)
                        .status())
                .isEqualTo(401);

        List<String> secrets = List.of(
                mark + "@example.com",
                "Only between us",
                link.substring(link.lastIndexOf('/') + 1),
                site.apiKey().substring(site.apiKey().lastIndexOf('_') + 1),
                SUITE.credential("password"),
                SUITE.secret("sessionKey"),
                SUITE.secret("tokenKey"));
        for (Path log : logs()) {
            String lines = Files.readString(log);
            assertThat(lines)
                    .as(log.toString())
                    .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\dT.* INFO ")
                    .as("all of it in the form of ours, with the ids of requests")
                    .doesNotContainPattern("(?m)^(INFO|WARN): ");
            assertThat(secrets.stream().filter(lines::contains))
                    .as(log.toString())
                    .isEmpty();
        }
    }

    private static List<Path> logs() throws IOException {
        try (var files = Files.list(SUITE.file("data folder").resolve("logs"))) {
            List<Path> logs = files.filter(file -> file.getFileName().toString().matches("[a-z]+-service\\.log"))
                    .toList();
            assertThat(logs).hasSize(3);
            return logs;
        }
    }

    private static int status(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
