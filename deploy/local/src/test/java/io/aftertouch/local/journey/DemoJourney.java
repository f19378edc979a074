package io.aftertouch.local.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whoever tries {@code deploy/run --demo} finds what went wrong at Nordlys where a company would look for it first. It takes too long for every build:
 * {@code deploy/test --demo}.
 */
class DemoJourney {

    private static final String PLACE = "order.delivered";
    private static final String CUSTOMERS = "country:SE";

    private static RunningSuite suite;
    private static Site site;

    @BeforeAll
    static void theStoryIsTold() {
        suite = RunningSuite.withDemo();
        site = suite.site();
        await("the end of the story")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .failFast("the demo stopped", () -> said().contains("Demo: stopped"))
                .until(() -> said().contains("Demo: done"));
    }

    @AfterAll
    static void stop() {
        suite.stop();
    }

    @Test
    void thePlantedTroubleIsTheFirstHotSpotAndAnOpenAlert() {
        await("hot spots").until(() -> !hotSpots().isEmpty());
        JsonNode first = hotSpots().getFirst();
        assertThat(first.path("touchpoint").asText()).isEqualTo(PLACE);
        assertThat(first.path("segment").asText()).isEqualTo(CUSTOMERS);
        assertThat(first.path("low").asDouble())
                .as("rise of the share, at least")
                .isPositive();

        await("an open alert").until(() -> alerts().contains(CUSTOMERS));
        try (Visitor colleague = Visitor.arrives()) {
            colleague.signInTo(suite, "/hotspots");
            assertThat(colleague.page().locator(".hots > li").first().innerText())
                    .contains("Order delivered", CUSTOMERS);
        }
    }

    private static List<JsonNode> hotSpots() {
        List<JsonNode> spots = new ArrayList<>();
        site.get("/api/v1/hotspots").path("items").forEach(spots::add);
        return spots;
    }

    private static List<String> alerts() {
        List<String> segments = new ArrayList<>();
        site.get("/api/v1/alerts?state=OPEN&touchpoint=" + PLACE)
                .path("items")
                .forEach(alert -> segments.add(alert.path("segment").asText()));
        return segments;
    }

    private static String said() throws IOException {
        Path log = suite.file("run.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
