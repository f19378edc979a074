package io.aftertouch.local.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Scores that somebody damaged are held against the answers and put right. */
class RecountJourneyTest {

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();

    @Test
    void damagedScoresArePutRightFromTheAnswers() throws SQLException {
        Site.Touchpoint touchpoint = site.touchpoint("Parcel returned", "NPS", "EMAIL");
        for (int i = 0; i < 6; i++) {
            assertThat(touchpoint.answer("kept-" + i, 9, null).status()).isBetween(200, 299);
        }
        touchpoint.awaitCounted(6);
        String key = touchpoint.key();
        try (Connection score = SuiteDatabase.SCORE.of(suite);
                Statement statement = score.createStatement()) {
            statement.executeUpdate("UPDATE tally t JOIN touchpoint p ON p.id = t.touchpoint_id SET t.n0 = t.n0 + 4"
                    + " WHERE p.touchpoint_key = '" + key + "'");
        }

        JsonNode found = reconciled(key, false);
        assertThat(found.at("/reconciliation/countsOff").asInt()).isPositive();
        assertThat(found.at("/reconciliation/answers").asInt()).isEqualTo(6);
        assertThat(found.path("differences")).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.path("touchpoint").asText()).isEqualTo(key);
            assertThat(difference.at("/stored/0").asInt()).isEqualTo(4);
            assertThat(difference.at("/recounted/0").asInt()).isZero();
            assertThat(difference.at("/recounted/9").asInt()).isPositive();
        });

        reconciled(key, true);

        assertThat(reconciled(key, false).at("/reconciliation/differences").asInt())
                .isZero();
        assertThat(touchpoint.score().orElseThrow().path("n").asInt()).isEqualTo(6);
    }

    private JsonNode reconciled(String touchpoint, boolean repair) {
        String id = site.post("/api/v1/scores/reconciliations", Map.of("touchpoint", touchpoint, "repair", repair))
                .path("id")
                .asText();
        String path = "/api/v1/scores/reconciliations/" + id;
        await().until(() -> !site.get(path).at("/reconciliation/finishedAt").isNull());
        JsonNode report = site.get(path);
        assertThat(report.at("/reconciliation/state").asText()).isEqualTo("DONE");
        return report;
    }
}
