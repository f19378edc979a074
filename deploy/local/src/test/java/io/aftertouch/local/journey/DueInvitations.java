package io.aftertouch.local.journey;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Makes invitations that are due at once, at an instance that does not send them. */
public final class DueInvitations {

    /** Only what is sent to it is counted. */
    public static final String DOMAIN = "counted.example";

    private static final int BATCH = 500;

    private DueInvitations() {}

    /** @return the Message-ID of each */
    public static Set<String> make(Senders senders, String touchpoint, int count) throws IOException {
        Senders.Sender intake = senders.start("intake", Map.of("AFTERTOUCH_INVITATION_SENDING", "false"))
                .awaitReady();
        try {
            Set<String> ids = new HashSet<>();
            String run = UUID.randomUUID().toString().substring(0, 8);
            for (int from = 0; from < count; from += BATCH) {
                List<Map<String, Object>> events = new ArrayList<>();
                for (int i = from; i < Math.min(count, from + BATCH); i++) {
                    events.add(event(touchpoint, run + "-" + i));
                }
                JsonNode answer = intake.site().post("/api/v1/events/batch", Map.of("events", events));
                answer.findValues("invitation")
                        .forEach(invitation ->
                                ids.add("<" + invitation.path("id").asText() + "@localhost>"));
            }
            assertThat(ids).hasSize(count);
            return ids;
        } finally {
            intake.stop();
        }
    }

    private static Map<String, Object> event(String touchpoint, String person) {
        return Map.of(
                "id",
                person,
                "source",
                "due-invitations",
                "touchpoint",
                touchpoint,
                "occurredAt",
                Instant.now().toString(),
                "respondent",
                Map.of("ref", person, "email", person + "@" + DOMAIN, "locale", "da"),
                "segments",
                Map.of("country", "DK"));
    }
}
