package io.aftertouch.local.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftertouch.platform.testing.Traces;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A person answers, is looked after, sees all that is kept, and is erased: in no table of any service is anything left of them but a score. */
class ErasureJourneyTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();
    private final String ref = "erased-" + UUID.randomUUID();
    private final String mail = ref + "@example.com";
    private final String comment = "Aldrig igen " + UUID.randomUUID();
    private final String note = "Rang to them " + UUID.randomUUID();

    @Test
    void nothingIsLeftOfWhoIsErasedButTheScore() throws SQLException {
        Site.Touchpoint touchpoint = site.touchpoint("Locker opened", "NPS", "LINK");
        String token = answered(touchpoint);
        String id = touchpoint.cases().getFirst().path("id").asText();
        site.post("/api/v1/review-cases/" + id + "/notes", Map.of("text", note, "contact", false));
        for (int i = 1; i <= 4; i++) {
            assertThat(touchpoint.answer("promoter-" + i, 9, null).status()).isBetween(200, 299);
        }
        touchpoint.awaitCounted(5);
        JsonNode score = touchpoint.score().orElseThrow();

        JsonNode all = site.get("/api/v1/respondents/" + ref + "/export");
        assertThat(all.at("/survey/respondent/email").asText()).isEqualTo(mail);
        assertThat(all.at("/survey/invitations")).hasSize(1);
        assertThat(all.at("/feedback/answers/0/comment").asText()).isEqualTo(comment);
        assertThat(all.at("/feedback/answers/0/reviewCase").toString()).contains(note);
        assertThat(all.at("/score/answers/0/score").asInt()).isEqualTo(2);
        assertThat(traces())
                .containsKeys(
                        "SURVEY respondent.email",
                        "FEEDBACK response.comment",
                        "FEEDBACK case_history.text",
                        "FEEDBACK outbox.payload");

        assertThat(site.send("DELETE", "/api/v1/respondents/" + ref, null).status())
                .isEqualTo(204);

        await("the other services").atMost(SOON).untilAsserted(() -> assertThat(traces().keySet())
                .as("only the message by which the others learn whom to forget may name them, for a week")
                .isSubsetOf("SURVEY outbox.payload", "SURVEY outbox.event_key"));
        assertThat(traces().values()).allMatch(rows -> rows == 1);
        assertThat(touchpoint.score().orElseThrow()).isEqualTo(score);
        assertThat(touchpoint.cases().getFirst().path("outcome").asText()).isEqualTo("ERASED");
        assertThat(site.send("GET", "/s/" + token, null).status()).isEqualTo(404);
        assertThat(touchpoint.event(ref).at("/decisions/0/reason").asText()).isEqualTo("ERASED");
        assertThat(site.send("GET", "/api/v1/respondents/" + ref + "/export", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void howLongEveryServiceKeepsWhatIsSaidInOnePlace() {
        JsonNode retention = site.get("/api/v1/retention");
        assertThat(retention.path("missing")).isEmpty();
        assertThat(retention.path("items").findValuesAsText("service"))
                .contains("survey-service", "feedback-service", "score-service");
        assertThat(site.send("GET", "/privacy", null).body().asText())
                .contains("Answers with comments, cases and notes", "24 months")
                .doesNotContain("did not answer");
        assertThat(site.send("GET", "/api/v1/personal-data?respondent=r", null).status())
                .as("what services ask each other is not open to the outside")
                .isEqualTo(404);
    }

    /** @return the token of the link that was answered through */
    private String answered(Site.Touchpoint touchpoint) {
        String link = touchpoint.event(ref).at("/decisions/0/invitation/link").asText();
        String token = link.substring(link.lastIndexOf('/') + 1);
        await("the form, once its service has heard of the invitation")
                .atMost(SOON)
                .until(() -> site.send("GET", "/s/" + token, null).status() == 200);
        site.post("/api/v1/responses", Map.of("invitation", token, "score", 2, "comment", comment));
        await("the case").atMost(SOON).until(() -> !touchpoint.cases().isEmpty());
        return token;
    }

    private Map<String, Integer> traces() throws SQLException {
        Map<String, Integer> traces = new TreeMap<>();
        for (SuiteDatabase database : SuiteDatabase.values()) {
            try (Connection connection = database.of(suite)) {
                Traces.of(connection, ref, mail, comment, note)
                        .forEach((column, rows) -> traces.put(database + " " + column, rows));
            }
        }
        return traces;
    }
}
