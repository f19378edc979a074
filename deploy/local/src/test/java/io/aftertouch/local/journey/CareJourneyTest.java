package io.aftertouch.local.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A disappointed customer gets an e-mail from a person, and is asked again once the case is resolved. */
class CareJourneyTest {

    private static final String RESURVEY = "/api/v1/inbox/settings/resurvey";

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();

    @Test
    void aDisappointedCustomerIsWrittenToAskedAgainAndWonBack() throws Exception {
        Site.Touchpoint lost = site.touchpoint("Parcel lost", "NPS", "EMAIL");
        String again = askingAgainAt("Case resolved");
        String person = "r-care-" + UUID.randomUUID().toString().substring(0, 8);
        String address = person + "@example.com";
        lost.event(person);
        String form = site.link(site.mailTo(address));
        answer(form, 1);
        assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(form + "/contact"))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(HttpRequest.BodyPublishers.ofString("contact=yes"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .as("may be contacted")
                .isBetween(200, 399);
        String reviewCase = await("the case")
                .until(lost::cases, cases -> cases.size() == 1)
                .getFirst()
                .path("id")
                .asText();

        site.post("/api/v1/review-cases/" + reviewCase + "/replies", Map.of("template", "sorry"));
        JsonNode reply = mailAbout(address, "Dit svar til");
        assertThat(reply.path("text").asText()).contains("Tak for dit svar den", "gav os lov til at kontakte dig");
        await("the outcome in the history of the case")
                .until(() -> steps(reviewCase).contains("REPLY_SENT"));
        assertThat(site.get("/api/v1/review-cases/" + reviewCase)
                        .path("firstContactAt")
                        .isNull())
                .isFalse();

        assertThat(site.change(RESURVEY, Map.of("touchpoint", again, "after", "PT0S"))
                        .status())
                .isEqualTo(200);
        try {
            site.post("/api/v1/review-cases/" + reviewCase + "/resolution", Map.of("reason", "PUT_RIGHT"));
            await("the second question").until(() -> mails(address).size() == 3);
        } finally {
            Map<String, Object> off = new HashMap<>(Map.of("after", "P1D"));
            off.put("touchpoint", null);
            site.change(RESURVEY, off);
        }
        answer(site.link(latest(address, form)), 10);

        JsonNode figures = site.get("/api/v1/inbox/figures").path("groups");
        assertThat(figures)
                .filteredOn(group -> group.path("group").asText().equals(lost.key()))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.path("contacted").asInt()).isOne();
                    assertThat(group.path("askedAgain").asInt()).isOne();
                    assertThat(group.path("recovered").asInt()).isOne();
                });
    }

    /** A touchpoint whose rule asks whoever was asked about something else just now. */
    private String askingAgainAt(String name) {
        String key = "case-resolved-" + UUID.randomUUID().toString().substring(0, 8);
        site.post(
                "/api/v1/touchpoints", Map.of("key", key, "name", name, "stage", "post-purchase", "channel", "email"));
        site.post("/api/v1/surveys", Map.of("key", key, "metric", "NPS", "subject", "Nordlys"));
        site.post("/api/v1/surveys/" + key + "/publication", Map.of());
        site.post(
                "/api/v1/trigger-rules",
                Map.of("touchpoint", key, "survey", key, "channels", List.of("EMAIL"), "quarantine", "PT0S"));
        Site.Touchpoint touchpoint = new Site.Touchpoint(site, key, name, key, "NPS");
        await("news of " + key + " at feedback-service").until(() -> !touchpoint
                .answer("off-the-scale", 99, null)
                .body()
                .path("type")
                .asText()
                .startsWith("/problems/unknown-"));
        return key;
    }

    private void answer(String form, int score) {
        String token = form.substring(form.lastIndexOf('/') + 1);
        await("the answer")
                .until(() -> site.send("POST", "/api/v1/responses", Map.of("invitation", token, "score", score))
                                .status()
                        < 300);
    }

    private List<String> steps(String reviewCase) {
        return site.get("/api/v1/review-cases/" + reviewCase).path("history").findValuesAsText("step");
    }

    private List<JsonNode> mails(String address) {
        List<JsonNode> mails = new ArrayList<>();
        for (JsonNode mail : site.get("/mail/api/messages")) {
            if (mail.path("to").asText().equals(address)) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private JsonNode mailAbout(String address, String subject) {
        return await(subject + " to " + address)
                .until(
                        () -> mails(address).stream()
                                .filter(mail -> mail.path("subject").asText().startsWith(subject))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    /** The e-mail with another form than the first one. */
    private JsonNode latest(String address, String first) throws IOException {
        return mails(address).stream()
                .filter(mail -> mail.path("text").asText().contains("/s/"))
                .filter(mail -> !mail.path("text").asText().contains(first))
                .findFirst()
                .orElseThrow(() -> new IOException("No second form was sent"));
    }
}
