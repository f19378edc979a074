package io.aftertouch.local.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftertouch.local.journey.Site;

import static org.awaitility.Awaitility.await;

/**
 * The shop that all of it happens in: one touchpoint asks by e-mail, the other by a link; a webhook of the shop hears of both. It is the shop's own, so
 * that whatever else a suite holds does not matter.
 *
 * @param webhook its id
 * @param mailed how often each Message-ID was taken by the mail server, from anybody
 */
record Scene(
        String mailTouchpoint,
        String linkTouchpoint,
        UUID webhook,
        Receiver receiver,
        Supplier<Map<String, Long>> mailed) {

    /** What the webhook is told of. */
    static final Set<String> WANTED = Set.of("response.recorded", "case.opened", "case.changed");

    /** The domain of everybody who is asked here. */
    static final String DOMAIN = "faults.example";

    static final String SOURCE = "fault-shop";

    static Scene set(Site site, Receiver receiver, Supplier<Map<String, Long>> mailed) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        String mail = touchpoint(site, "fault-mail-" + run, "NPS", "EMAIL");
        String link = touchpoint(site, "fault-link-" + run, "CSAT", "LINK");
        await("news of both touchpoints at feedback-service").until(() -> isKnown(site, mail) && isKnown(site, link));
        Map<String, Object> webhook = Map.of(
                "name",
                "Fault shop " + run,
                "url",
                receiver.url(),
                "types",
                WANTED,
                "touchpoints",
                List.of(mail, link));
        JsonNode made = await("news of both touchpoints at score-service")
                .until(() -> site.send("POST", "/api/v1/webhooks", webhook), reply -> reply.status() == 201)
                .body();
        return new Scene(mail, link, UUID.fromString(made.path("id").asText()), receiver, mailed);
    }

    private static String touchpoint(Site site, String key, String metric, String channel) {
        site.post("/api/v1/touchpoints", Map.of("key", key, "name", key, "stage", "purchase", "channel", "web"));
        site.post("/api/v1/surveys", Map.of("key", survey(key), "metric", metric, "subject", "Nordlys"));
        site.post("/api/v1/surveys/" + survey(key) + "/publication", Map.of());
        site.post(
                "/api/v1/trigger-rules",
                Map.of("touchpoint", key, "survey", survey(key), "channels", List.of(channel), "delay", "PT0S"));
        return key;
    }

    static String survey(String touchpoint) {
        return touchpoint + "-survey";
    }

    /** A score that no scale has is refused, but not before survey and touchpoint are known. */
    private static boolean isKnown(Site site, String touchpoint) {
        Map<String, Object> offTheScale = Map.of(
                "source", SOURCE, "id", "none", "survey", survey(touchpoint), "touchpoint", touchpoint, "score", 99);
        return !site.send("POST", "/api/v1/responses", offTheScale)
                .body()
                .path("type")
                .asText()
                .startsWith("/problems/unknown-");
    }

    List<String> touchpoints() {
        return List.of(mailTouchpoint, linkTouchpoint);
    }

    /** What was mailed to people of this shop. */
    Map<String, Long> mails() {
        return new HashMap<>(mailed.get());
    }

    Map<UUID, Long> posts() {
        return receiver.taken();
    }
}
