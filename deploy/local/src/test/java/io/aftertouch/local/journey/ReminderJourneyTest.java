package io.aftertouch.local.journey;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Two instances remind and judge again beside each other, in small portions: whoever is silent is reminded once, whoever waits is asked once, and
 * whoever has answered is not reminded, even when nobody can tell survey-service of it in time.
 */
class ReminderJourneyTest {

    private static final int PEOPLE = 20;
    private static final Map<String, String> SETTINGS = Map.of(
            "AFTERTOUCH_INVITATION_ANSWERS_CHECK", "PT1S",
            "AFTERTOUCH_INVITATION_ANSWERS_DELAY", "PT8S",
            "AFTERTOUCH_INVITATION_BATCH", "2",
            "AFTERTOUCH_DEFERRAL_BATCH", "2",
            "AFTERTOUCH_DEFERRAL_SWEEP", "PT0.2S");

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();

    @Test
    void anAnswerThatIsGivenWhileTheBrokerIsAwayIsNotOvertakenByTheReminder() throws IOException {
        Site.Touchpoint known = site.touchpoint("Reminder", "NPS", "EMAIL");
        String reminding = touchpoint(known.key() + "-reminding");
        rule(reminding, known.survey(), Map.of("reminderAfter", "PT15S"));
        String patient = touchpoint(known.key() + "-patient");
        String second = known.survey() + "-second";
        site.post("/api/v1/surveys", Map.of("key", second, "metric", "CSAT", "subject", "Nordlys"));
        site.post("/api/v1/surveys/" + second + "/publication", Map.of());
        rule(patient, known.survey(), Map.of("priority", 2));
        rule(patient, second, Map.of("priority", 1, "quarantine", "PT10S", "deferUpTo", "PT1H"));
        try (CountingMailServer mail = CountingMailServer.start(DueInvitations.DOMAIN);
                Senders senders = Senders.insteadOfTheOneOf(suite, mail)) {
            Senders.Sender one = senders.start("reminding", SETTINGS);
            senders.start("reminding-too", SETTINGS).awaitReady();
            Site sender = one.awaitReady().site();
            JsonNode answering = invite(sender, reminding, 1).getFirst();
            List<JsonNode> silent = invite(sender, reminding, PEOPLE);
            invite(sender, patient, PEOPLE);
            await().until(() -> mail.counts().size() == 1 + PEOPLE + PEOPLE);
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
                assertThat(mail.counts().keySet())
                        .as("nobody is reminded while the broker is away")
                        .noneMatch(id -> id.contains("-reminder@"));
            } finally {
                suite.startPart("broker");
            }

            await("the reminders of who did not answer")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> mail.counts()
                            .keySet()
                            .containsAll(silent.stream()
                                    .map(ReminderJourneyTest::reminderOf)
                                    .toList()));
            await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            assertThat(mail.counts()).doesNotContainKey(reminderOf(answering));
            assertThat(sender.get("/api/v1/invitations/" + answering.path("id").asText())
                            .path("state")
                            .asText())
                    .isEqualTo("ANSWERED");
            everybodyWhoWaitedWasAskedOnce(sender, mail, second);
            assertThat(mail.counts().values()).as("nothing comes twice").containsOnly(1L);
        }
    }

    private static void everybodyWhoWaitedWasAskedOnce(Site sender, CountingMailServer mail, String survey) {
        List<String> asked = new ArrayList<>();
        await("the second question").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            asked.clear();
            sender.get("/api/v1/invitations?limit=200&survey=" + survey)
                    .path("items")
                    .forEach(invitation -> asked.add("<" + invitation.path("id").asText() + "@localhost>"));
            assertThat(asked).hasSize(PEOPLE);
            assertThat(mail.counts().keySet()).containsAll(asked);
        });
        JsonNode decisions = sender.get("/api/v1/decisions?limit=200&outcome=INVITED&survey=" + survey)
                .path("items");
        assertThat(decisions.findValuesAsText("respondent")).hasSize(PEOPLE).doesNotHaveDuplicates();
    }

    private static String reminderOf(JsonNode invitation) {
        return "<" + invitation.path("id").asText() + "-reminder@localhost>";
    }

    private String touchpoint(String key) {
        site.post("/api/v1/touchpoints", Map.of("key", key, "name", key, "stage", "post-purchase", "channel", "email"));
        return key;
    }

    private void rule(String touchpoint, String survey, Map<String, Object> terms) {
        Map<String, Object> rule = new HashMap<>(terms);
        rule.putAll(Map.of("touchpoint", touchpoint, "survey", survey, "channels", List.of("EMAIL"), "delay", "PT0S"));
        site.post("/api/v1/trigger-rules", rule);
    }

    /** The invitations of so many new people. */
    private static List<JsonNode> invite(Site sender, String touchpoint, int people) {
        List<Map<String, Object>> events = IntStream.range(0, people)
                .mapToObj(i -> event(touchpoint, "r-" + UUID.randomUUID()))
                .toList();
        List<JsonNode> invitations = new ArrayList<>();
        sender.post("/api/v1/events/batch", Map.of("events", events))
                .path("results")
                .forEach(result -> invitations.add(result.at("/answer/decisions/0/invitation")));
        return invitations;
    }

    private static Map<String, Object> event(String touchpoint, String person) {
        return Map.of(
                "id",
                person,
                "source",
                "reminder-journey",
                "touchpoint",
                touchpoint,
                "occurredAt",
                Instant.now().toString(),
                "respondent",
                Map.of("ref", person, "email", person + "@" + DueInvitations.DOMAIN, "locale", "da"));
    }
}
