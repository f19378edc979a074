package io.aftertouch.local.fault;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftertouch.local.journey.RunningSuite;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A few of the faults that {@code deploy/test --faults} tries: nothing that was acknowledged is lost, and nothing happens twice. */
class FaultsJourneyTest {

    private static final Trial.Pace PACE =
            new Trial.Pace(6, Duration.ofMillis(40), Duration.ofSeconds(4), Duration.ofSeconds(2), 0);

    private final RunningSuite suite = RunningSuite.shared();

    @Test
    void nothingIsLostAndNothingHappensTwice() throws Exception {
        Path file = suite.file("ledger.log");
        try (Receiver receiver = Receiver.start();
                Ledger ledger = Ledger.in(file)) {
            Stage stage = new Stage(suite);
            Scene scene = Scene.set(suite.site(), receiver, this::mailed);
            Trial trial = new Trial(stage, scene, ledger, PACE);

            for (Fault fault : Faults.few()) {
                Trial.Outcome outcome = trial.of(fault);

                System.out.printf(
                        "%s: ready after %.1f s, %d calls, %d violations%n",
                        outcome.fault(),
                        outcome.ready().toMillis() / 1e3,
                        outcome.calls(),
                        outcome.violations().size());
                assertThat(outcome.violations())
                        .as(outcome.fault() + ", ledger in " + file)
                        .isEmpty();
                assertThat(outcome.calls()).as("clients were at work").isGreaterThan(100);
            }
        }
    }

    private Map<String, Long> mailed() {
        Map<String, Long> mailed = new HashMap<>();
        for (JsonNode mail : suite.site().get("/mail/api/messages")) {
            if (mail.path("to").asText().endsWith("@" + Scene.DOMAIN)) {
                for (JsonNode header : mail.path("headers")) {
                    if (header.path("name").asText().equalsIgnoreCase("Message-ID")) {
                        mailed.merge(header.path("value").asText(), 1L, Long::sum);
                    }
                }
            }
        }
        return mailed;
    }
}
