package io.aftertouch.local.journey;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Parts stand still while customers answer: nothing that was acknowledged is lost, and nothing counts twice. */
class OutageJourneyTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();

    @AfterEach
    void everythingRunsAgain() {
        for (String part : List.of("broker", "survey-service", "score-service")) {
            suite.startPart(part);
        }
    }

    @Test
    void answersComeInWhileTheServicesThatAskAndCountStandStill() {
        Site.Touchpoint touchpoint = site.touchpoint("Order delivered", "NPS", "LINK");
        List<String> tokens = new ArrayList<>();
        List<String> invitations = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            var invitation = touchpoint.event("r-outage-" + i).at("/decisions/0/invitation");
            String link = invitation.path("link").asText();
            tokens.add(link.substring(link.lastIndexOf('/') + 1));
            invitations.add(invitation.path("id").asText());
        }
        await().until(() -> site.send("GET", "/s/" + tokens.getLast(), null).status() == 200);

        suite.stopPart("survey-service");
        suite.stopPart("score-service");
        assertThat(site.send("GET", "/api/v1/scores?metric=NPS", null).status()).isEqualTo(503);
        assertThat(site.send("GET", "/s/" + tokens.getFirst(), null).status())
                .as("the form needs neither of them")
                .isEqualTo(200);
        for (String token : tokens) {
            assertThat(site.send("POST", "/api/v1/responses", Map.of("invitation", token, "score", 10))
                            .status())
                    .isBetween(200, 299);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(touchpoint.answer("o" + i, 2, null).status()).isBetween(200, 299);
            assertThat(touchpoint.answer("o" + i, 2, null).status())
                    .as("sent again")
                    .isBetween(200, 299);
        }
        suite.startPart("survey-service");
        suite.startPart("score-service");

        touchpoint.awaitCounted(25);
        await().until(() -> invitations.stream().allMatch(id -> site.get("/api/v1/invitations/" + id)
                .path("state")
                .asText()
                .equals("ANSWERED")));
        assertThat(touchpoint.counted()).isEqualTo(25);
        assertThat(touchpoint.cases()).hasSize(20);
    }

    @Test
    void answersComeInWhileTheBrokerStandsStill() {
        Site.Touchpoint touchpoint = site.touchpoint("Checkout completed", "NPS", "LINK");
        touchpoint.enoughPromoters();

        suite.stopPart("broker");
        for (int i = 0; i < 20; i++) {
            assertThat(touchpoint.answer("b" + i, i % 2 == 0 ? 10 : 1, null).status())
                    .isBetween(200, 299);
        }
        assertThat(touchpoint.cases()).as("cases need no broker").hasSize(10);
        suite.startPart("broker");

        touchpoint.awaitCounted(25);
        assertThat(touchpoint.score().orElseThrow().path("score").asDouble())
                .isEqualTo(100.0 * (15 - 10) / 25, org.assertj.core.api.Assertions.within(0.1));
    }

    @Test
    void aServiceThatIsKilledComesBackByItself() {
        Site.Touchpoint touchpoint = site.touchpoint("Club joined", "NPS", "LINK");
        touchpoint.enoughPromoters();
        long killed = suite.pid("feedback-service");

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        await("feedback-service after kill -9")
                .until(() -> touchpoint.answer("after", 9, null).status() < 300);
        assertThat(suite.pid("feedback-service")).isNotEqualTo(killed);
        touchpoint.awaitCounted(6);
    }

    @Test
    void anImportThatIsKilledInTheMiddleSaysHowFarItCame() throws SQLException {
        int rows = 20_000;
        String name = "imported-" + UUID.randomUUID().toString().substring(0, 8);
        String file = IntStream.range(0, rows)
                .mapToObj(i -> name + "-" + i + "," + name + "." + i + "@example.com\n")
                .collect(Collectors.joining("", "ref,email\n", ""));
        CompletableFuture<HttpResponse<String>> upload = post(file);
        JsonNode begun = await("the import")
                .pollInterval(Duration.ofMillis(10))
                .until(
                        this::latestImport,
                        latest -> latest.path("rows").asInt() == rows
                                && latest.path("rowsRead").asInt() > 0);

        ProcessHandle.of(suite.pid("survey-service")).orElseThrow().destroyForcibly();

        assertThat(upload.handle((answer, broken) -> broken != null || answer.statusCode() >= 500)
                        .join())
                .as("nobody is told that it is done")
                .isTrue();
        String report = "/api/v1/respondents/imports/" + begun.path("id").asText();
        try (Connection database = SuiteDatabase.SURVEY.of(suite);
                Statement statement = database.createStatement()) {
            // as if the time were over after which an import counts as left behind
            statement.execute(
                    "UPDATE respondent_import SET moved_at = moved_at - INTERVAL 1 HOUR WHERE state = 'RUNNING'");
            JsonNode said = await("survey-service after kill -9")
                    .atMost(Duration.ofSeconds(90))
                    .until(
                            () -> site.send("GET", report, null).body(),
                            view -> view.path("state").asText().equals("FAILED"));
            int taken = number(statement, "SELECT COUNT(*) FROM respondent WHERE ref LIKE '" + name + "-%'");
            assertThat(taken).as("in the middle").isBetween(1, rows - 1);
            assertThat(said.path("rowsRead").asInt()).as("the report").isEqualTo(taken);
            assertThat(said.path("made").asInt()).isEqualTo(taken);

            HttpResponse<String> again = post(file).join();
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).contains("\"made\":" + (rows - taken), "\"unchanged\":" + taken);
        }
    }

    private JsonNode latestImport() {
        return site.get("/api/v1/respondents/imports?limit=1").at("/items/0");
    }

    private CompletableFuture<HttpResponse<String>> post(String file) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site.url() + "/api/v1/respondents/imports"))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + site.apiKey())
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(file))
                .build();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
