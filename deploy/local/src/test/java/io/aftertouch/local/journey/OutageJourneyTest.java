package io.aftertouch.local.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Parts stand still while customers answer: nothing that was acknowledged is lost, and nothing counts twice. */
class OutageJourneyTest {

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
}
