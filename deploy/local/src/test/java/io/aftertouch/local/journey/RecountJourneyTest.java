package io.aftertouch.local.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

    @Test
    void talliesThatAreGoneAreBuiltAgainWhileScoresAreRead() throws Exception {
        Site.Touchpoint touchpoint = site.touchpoint("Warranty used", "NPS", "EMAIL");
        int answers = 480;
        Instant now = Instant.now();
        site.post(
                "/api/v1/responses/batch",
                Map.of(
                        "responses",
                        IntStream.range(0, answers)
                                .mapToObj(i -> pastAnswer(touchpoint, i, now.minus(Duration.ofHours(12L * i))))
                                .toList()));
        String year = "/api/v1/scores?metric=NPS&touchpoint=" + touchpoint.key() + "&from="
                + now.minus(Duration.ofDays(300)) + "&to=" + now.plus(Duration.ofMinutes(1));
        // a month with a few answers does not say how many
        String months = year + "&interval=month";
        await("all answers in the score").until(() -> counted(year) == answers);
        JsonNode whole = site.get(months).path("groups");
        try (Connection score = SuiteDatabase.SCORE.of(suite);
                Statement statement = score.createStatement()) {
            for (String table : List.of("tally", "facet_tally")) {
                statement.executeUpdate("DELETE t FROM " + table + " t JOIN touchpoint p ON p.id = t.touchpoint_id"
                        + " WHERE p.touchpoint_key = '" + touchpoint.key() + "'");
            }
        }
        assertThat(counted(year)).isZero();

        String run = reconcile(touchpoint.key(), true);
        List<Long> seen = new ArrayList<>();
        while (!isFinished(run)) {
            seen.add(counted(year));
            assertThat(site.send("GET", "/touchpoint/" + touchpoint.key(), null).status())
                    .isEqualTo(200);
        }

        assertThat(seen).as("what readers saw meanwhile").isSorted().allSatisfy(n -> assertThat(n)
                .isBetween(0L, (long) answers));
        assertThat(site.get(months).path("groups")).isEqualTo(whole);
    }

    private static Map<String, Object> pastAnswer(Site.Touchpoint touchpoint, int number, Instant at) {
        return Map.of(
                "source",
                touchpoint.key(),
                "id",
                "past-" + number,
                "survey",
                touchpoint.survey(),
                "touchpoint",
                touchpoint.key(),
                "score",
                number % 11,
                "answeredAt",
                at.toString());
    }

    private long counted(String scores) {
        return site.get(scores).at("/groups/0/buckets/0/n").asLong();
    }

    private JsonNode reconciled(String touchpoint, boolean repair) {
        String path = reconcile(touchpoint, repair);
        await().until(() -> isFinished(path));
        JsonNode report = site.get(path);
        assertThat(report.at("/reconciliation/state").asText()).isEqualTo("DONE");
        return report;
    }

    private boolean isFinished(String run) {
        return !site.get(run).at("/reconciliation/finishedAt").isNull();
    }

    private String reconcile(String touchpoint, boolean repair) {
        String id = site.post("/api/v1/scores/reconciliations", Map.of("touchpoint", touchpoint, "repair", repair))
                .path("id")
                .asText();
        return "/api/v1/scores/reconciliations/" + id;
    }
}
