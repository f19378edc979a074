package io.aftertouch.local.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The suite is stopped, its folder saved, lost and restored as docs/operations.md says, and started again: everything is still there, in between
 * nothing of it runs, and an alert goes on where it stood.
 */
class RestartJourneyTest {

    private final RunningSuite suite = RunningSuite.shared();

    @Test
    void everythingIsStillThereAfterARestart() throws IOException, InterruptedException {
        Site before = suite.site();
        Site.Touchpoint touchpoint = before.touchpoint("Year as a member", "NPS", "EMAIL");
        touchpoint.event("r-restart");
        JsonNode mail = before.mailTo("r-restart@example.com");
        for (int i = 0; i < 6; i++) {
            assertThat(touchpoint.answer("r" + i, i, "Answer " + i).status()).isBetween(200, 299);
        }
        touchpoint.awaitCounted(6);
        JsonNode score = touchpoint.score().orElseThrow();
        List<JsonNode> cases = touchpoint.cases();
        Site.Touchpoint troubled = before.touchpoint("Parcel", "NPS", "LINK");
        fourQuietWeeks(troubled);
        swedesAreAnnoyed(troubled, "before");
        JsonNode alert = await("an alert").until(() -> onlyAlert(troubled), Objects::nonNull);
        String password = suite.credential("password");
        List<Long> pids = suite.allPids();

        suite.stop();
        assertThat(pids)
                .noneMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
        saveLoseAndRestore();
        System.out.printf(
                "The suite was ready again after %.1f s%n", suite.start().toMillis() / 1e3);

        assertThat(suite.site()).as("address and key").isEqualTo(before);
        assertThat(suite.credential("password")).isEqualTo(password);
        assertThat(before.mailTo("r-restart@example.com")).isEqualTo(mail);
        JsonNode again = touchpoint.score().orElseThrow();
        for (String figure : List.of("n", "score", "low", "high", "positive", "negative")) {
            assertThat(again.path(figure)).as(figure).isEqualTo(score.path(figure));
        }
        assertThat(touchpoint.cases()).isEqualTo(cases).hasSize(6);
        assertThat(touchpoint.answer("after", 10, null).status()).isBetween(200, 299);
        touchpoint.awaitCounted(7);
        swedesAreAnnoyed(troubled, "after");
        JsonNode goesOn = await("the alert to take notice of new answers")
                .until(() -> onlyAlert(troubled), now -> now.at("/after/n").asInt() > 70);
        for (String what : List.of("id", "state", "segment", "since", "before")) {
            assertThat(goesOn.path(what)).as(what).isEqualTo(alert.path(what));
        }
    }

    /** One in ten is displeased, wherever they live. */
    private static void fourQuietWeeks(Site.Touchpoint touchpoint) {
        Instant start = Instant.now().minus(Duration.ofDays(36));
        answers(
                touchpoint,
                240,
                i -> answer(
                        "quiet-" + i,
                        i % 2 == 0 ? "SE" : "DK",
                        i % 20 < 2 ? 2 : 10,
                        start.plus(Duration.ofHours(2L * i))));
    }

    private static void swedesAreAnnoyed(Site.Touchpoint touchpoint, String when) {
        Instant start = Instant.now().minusSeconds(60);
        answers(
                touchpoint,
                80,
                i -> answer(
                        when + "-" + i,
                        i % 2 == 0 ? "SE" : "DK",
                        i % 20 < 2 || i % 2 == 0 ? 2 : 10,
                        start.plusMillis(i)));
    }

    private static Map<String, Object> answer(String id, String country, int score, Instant at) {
        return Map.of("id", id, "segments", Map.of("country", country), "score", score, "answeredAt", at.toString());
    }

    private static void answers(Site.Touchpoint touchpoint, int many, IntFunction<Map<String, Object>> each) {
        List<Map<String, Object>> answers = IntStream.range(0, many)
                .mapToObj(each)
                .map(one -> {
                    Map<String, Object> answer = new HashMap<>(one);
                    answer.putAll(Map.of(
                            "source", touchpoint.key(), "survey", touchpoint.survey(), "touchpoint", touchpoint.key()));
                    return answer;
                })
                .toList();
        touchpoint.site().post("/api/v1/responses/batch", Map.of("responses", answers));
    }

    /** Null while there is none. */
    private static JsonNode onlyAlert(Site.Touchpoint touchpoint) {
        JsonNode alerts = touchpoint
                .site()
                .get("/api/v1/alerts?touchpoint=" + touchpoint.key())
                .path("items");
        assertThat(alerts.size()).as("alerts of " + touchpoint.key()).isLessThan(2);
        return alerts.get(0);
    }

    private void saveLoseAndRestore() throws IOException, InterruptedException {
        Manual manual = Manual.read();
        Path data = suite.file("data folder");
        for (String commands : List.of(manual.commands("tar -cSzf"), manual.commands("tar -xzf"))) {
            Manual.run(data.getParent(), "", commands.replaceAll("\\bdata\\b", "'" + data.getFileName() + "'"));
        }
    }
}
