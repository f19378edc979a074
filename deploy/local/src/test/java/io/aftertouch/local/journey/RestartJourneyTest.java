package io.aftertouch.local.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The suite is stopped, its folder saved, lost and restored as docs/operations.md says, and started again: everything is still there, and in between
 * nothing of it runs.
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
    }

    private void saveLoseAndRestore() throws IOException, InterruptedException {
        Manual manual = Manual.read();
        Path data = suite.file("data folder");
        for (String commands : List.of(manual.commands("tar -cSzf"), manual.commands("tar -xzf"))) {
            Manual.run(data.getParent(), "", commands.replaceAll("\\bdata\\b", "'" + data.getFileName() + "'"));
        }
    }
}
