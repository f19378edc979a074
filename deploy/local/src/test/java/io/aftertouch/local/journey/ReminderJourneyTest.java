package io.aftertouch.local.journey;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whoever has answered is not reminded, even when nobody can tell survey-service of it in time. */
class ReminderJourneyTest {

    private final RunningSuite suite = RunningSuite.shared();

    @Test
    void anAnswerThatIsGivenWhileTheBrokerIsAwayIsNotOvertakenByTheReminder() throws IOException {
        Site site = suite.site();
        Site.Touchpoint known = site.touchpoint("Reminder", "NPS", "EMAIL");
        String reminding = known.key() + "-reminding";
        site.post(
                "/api/v1/touchpoints",
                Map.of("key", reminding, "name", "Reminding", "stage", "post-purchase", "channel", "email"));
        site.post(
                "/api/v1/trigger-rules",
                Map.of(
                        "touchpoint",
                        reminding,
                        "survey",
                        known.survey(),
                        "channels",
                        List.of("EMAIL"),
                        "delay",
                        "PT0S",
                        "reminderAfter",
                        "PT15S"));
        try (CountingMailServer mail = CountingMailServer.start(DueInvitations.DOMAIN);
                Senders senders = Senders.insteadOfTheOneOf(suite, mail)) {
            Site sender = senders.start(
                            "reminding",
                            Map.of(
                                    "AFTERTOUCH_INVITATION_ANSWERS_CHECK", "PT1S",
                                    "AFTERTOUCH_INVITATION_ANSWERS_DELAY", "PT8S"))
                    .awaitReady()
                    .site();
            JsonNode answering = invite(sender, reminding);
            JsonNode silent = invite(sender, reminding);
            await().until(() -> mail.taken().size() == 2);
            String token = answering.path("link").asText().replaceAll(".*/", "");
            await("feedback-service knows the invitation")
                    .until(() -> site.send("GET", "/s/" + token, null).status() == 200);
            suite.stopPart("broker");
            try {
                await("the answer")
                        .until(() -> site.send("POST", "/api/v1/responses", Map.of("invitation", token, "score", 9))
                                        .status()
                                < 300);
                await().pollDelay(Duration.ofSeconds(20)).until(() -> true);
                assertThat(mail.taken())
                        .as("nobody is reminded while the broker is away")
                        .hasSize(2);
            } finally {
                suite.startPart("broker");
            }

            await("the reminder of who did not answer")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> mail.counts().containsKey(reminderOf(silent)));
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            assertThat(mail.counts()).doesNotContainKey(reminderOf(answering));
            assertThat(sender.get("/api/v1/invitations/" + answering.path("id").asText())
                            .path("state")
                            .asText())
                    .isEqualTo("ANSWERED");
        }
    }

    private static String reminderOf(JsonNode invitation) {
        return "<" + invitation.path("id").asText() + "-reminder@localhost>";
    }

    private static JsonNode invite(Site sender, String touchpoint) {
        String person = "r-" + UUID.randomUUID();
        return sender.post(
                        "/api/v1/events",
                        Map.of(
                                "id",
                                person,
                                "source",
                                "reminder-journey",
                                "touchpoint",
                                touchpoint,
                                "occurredAt",
                                Instant.now().toString(),
                                "respondent",
                                Map.of("ref", person, "email", person + "@" + DueInvitations.DOMAIN, "locale", "da")))
                .path("decisions")
                .path(0)
                .path("invitation");
    }
}
