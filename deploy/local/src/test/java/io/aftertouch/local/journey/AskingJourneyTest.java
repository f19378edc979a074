package io.aftertouch.local.journey;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Between "something happened" and the e-mail lies time, and much may happen in it. */
class AskingJourneyTest {

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();

    @Test
    void aTicketThatIsOpenedAgainTakesItsQuestionBack() {
        String closed = touchpoint("Ticket closed");
        String reopened = touchpoint("Ticket reopened");
        rule(closed, survey(closed, "CSAT"), Map.of("delay", "PT3S", "cancelledBy", reopened));
        String person = fresh("r-ticket");

        JsonNode asked = event(closed, person).at("/decisions/0");
        assertThat(asked.path("outcome").asText()).isEqualTo("INVITED");
        String invitation = asked.at("/invitation/id").asText();
        assertThat(state(invitation)).isEqualTo("SCHEDULED");
        event(reopened, person);

        await().until(() -> state(invitation).equals("CANCELLED"));
        assertThat(site.get("/api/v1/invitations/" + invitation).path("reason").asText())
                .isEqualTo("CANCELLED");
        await("the time when the mail would have gone")
                .pollDelay(Duration.ofSeconds(5))
                .until(() -> true);
        assertThat(mailsTo(person)).isEmpty();
        assertThat(decisions(person)).as("the ledger answers why nothing came").anySatisfy(decision -> assertThat(
                        decision.at("/invitation/reason").asText())
                .isEqualTo("CANCELLED"));
    }

    @Test
    void ofTwoSurveysForOnePersonTheMoreImportantGoesFirstAndTheOtherWaits() {
        String delivered = touchpoint("Order delivered to two surveys");
        String first = survey(delivered + "-first", "NPS");
        String second = survey(delivered + "-second", "CSAT");
        rule(delivered, first, Map.of("priority", 10));
        rule(delivered, second, Map.of("priority", 1, "quarantine", "PT6S", "deferUpTo", "P1D"));
        String person = fresh("r-two");

        JsonNode decisions = event(delivered, person).path("decisions");
        assertThat(decisions.findValuesAsText("survey")).containsExactly(first, second);
        assertThat(decisions.findValuesAsText("outcome")).containsExactly("INVITED", "DEFERRED");
        assertThat(decisions.path(1).path("reason").asText()).isEqualTo("DEFERRED_TO");
        site.mailTo(person + "@example.com");
        assertThat(mailsTo(person)).as("one question at a time").hasSize(1);

        await("the second question, when the person is free again")
                .atMost(Duration.ofSeconds(40))
                .until(() -> mailsTo(person).size() == 2);
        List<String> outcomes = decisions(person).stream()
                .filter(decision -> decision.path("survey").asText().equals(second))
                .map(decision -> decision.path("outcome").asText())
                .toList();
        assertThat(outcomes.getFirst())
                .as("newest first: what became of the deferred one")
                .isEqualTo("INVITED");
        assertThat(outcomes.subList(1, outcomes.size()))
                .as("deferred, and once more when the first mail went a little later than planned")
                .isNotEmpty()
                .containsOnly("DEFERRED");
    }

    @Test
    void whoOptsOutBeforeTheMailGoesGetsNone() throws Exception {
        String paid = touchpoint("Invoice paid");
        rule(paid, survey(paid, "NPS"), Map.of("delay", "PT4S"));
        String person = fresh("r-out");
        JsonNode asked = event(paid, person).at("/decisions/0");
        String invitation = asked.at("/invitation/id").asText();
        String link = asked.at("/invitation/link").asText();
        String unsubscribe = suite.url() + "/u/" + link.substring(link.lastIndexOf('/') + 1);

        HttpResponse<String> looked = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(unsubscribe)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(state(invitation)).as("looking is not acting").isEqualTo("SCHEDULED");
        HttpResponse<String> oneClick = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(unsubscribe))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(oneClick.statusCode()).isEqualTo(200);

        await().until(() -> state(invitation).equals("CANCELLED"));
        assertThat(site.get("/api/v1/invitations/" + invitation).path("reason").asText())
                .isEqualTo("OPTED_OUT");
        assertThat(mailsTo(person)).isEmpty();
        assertThat(event(paid, person).at("/decisions/0/reason").asText())
                .as("the next event")
                .isEqualTo("OPTED_OUT");
    }

    private static String fresh(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String touchpoint(String name) {
        String key = fresh(name.toLowerCase().replace(' ', '-'));
        site.post(
                "/api/v1/touchpoints", Map.of("key", key, "name", name, "stage", "post-purchase", "channel", "email"));
        return key;
    }

    private String survey(String about, String metric) {
        String key = about + "-survey";
        site.post("/api/v1/surveys", Map.of("key", key, "metric", metric, "subject", "Nordlys"));
        site.post("/api/v1/surveys/" + key + "/publication", Map.of());
        return key;
    }

    private void rule(String touchpoint, String survey, Map<String, Object> terms) {
        Map<String, Object> rule = new HashMap<>(terms);
        rule.put("touchpoint", touchpoint);
        rule.put("survey", survey);
        rule.put("channels", List.of("EMAIL"));
        site.post("/api/v1/trigger-rules", rule);
    }

    /** Something happened to a Norwegian customer, whose country has no rule of its own. */
    private JsonNode event(String touchpoint, String person) {
        return site.post(
                "/api/v1/events",
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "source",
                        "journey",
                        "touchpoint",
                        touchpoint,
                        "occurredAt",
                        Instant.now().toString(),
                        "respondent",
                        Map.of("ref", person, "email", person + "@example.com", "locale", "nb", "country", "NO")));
    }

    private String state(String invitation) {
        return site.get("/api/v1/invitations/" + invitation).path("state").asText();
    }

    private List<JsonNode> decisions(String person) {
        List<JsonNode> decisions = new ArrayList<>();
        site.get("/api/v1/decisions?respondent=" + person).path("items").forEach(decisions::add);
        return decisions;
    }

    private List<JsonNode> mailsTo(String person) {
        List<JsonNode> mails = new ArrayList<>();
        for (JsonNode mail : site.get("/mail/api/messages")) {
            if (mail.path("to").asText().equals(person + "@example.com")) {
                mails.add(mail);
            }
        }
        return mails;
    }
}
