package io.aftertouch.local.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The databases are dumped while customers answer, are lost, and are restored, with the commands of docs/operations.md. {@code deploy/test --restore} runs
 * it: it stops and starts the services, for which all journeys together have no time.
 */
class RestoreJourney {

    private static final List<String> SERVICES = List.of("survey-service", "feedback-service", "score-service");

    private final RunningSuite suite = RunningSuite.shared();
    private final Site site = suite.site();

    @Test
    void whatWasThereAtTheDumpIsThereAfterTheRestore() throws IOException, InterruptedException {
        Manual manual = Manual.read();
        Path folder = Files.createDirectories(suite.file("dumps"));
        String asAdministrator = tools(folder);
        Site.Touchpoint calm = site.touchpoint("Saved in peace", "NPS", "LINK");
        Site.Touchpoint busy = site.touchpoint("Saved at work", "NPS", "LINK");
        for (int i = 0; i < 6; i++) {
            assertThat(calm.answer("before-" + i, i + 3, null).status()).isBetween(200, 299);
        }
        JsonNode invitation = calm.event("r-restored").at("/decisions/0/invitation");
        String link = invitation.path("link").asText();
        String token = link.substring(link.lastIndexOf('/') + 1);
        await().until(() -> site.send("GET", "/s/" + token, null).status() == 200);
        calm.awaitCounted(6);
        List<JsonNode> cases = calm.cases();

        whileAnswersComeTo(busy, () -> Manual.run(folder, asAdministrator, manual.commands("mysqldump")));
        assertThat(calm.answer("after", 10, null).status()).isBetween(200, 299);
        calm.awaitCounted(7);

        ofEach(suite::stopPart);
        Manual.run(folder, asAdministrator, manual.commands("DROP DATABASE"));
        ofEach(suite::startPart);
        await("the suite after the restore")
                .until(() -> site.send("GET", "/api/v1/scores?metric=NPS", null).status() == 200
                        && site.send("GET", "/s/" + token, null).status() == 200);

        assertThat(calm.answers()).hasSize(6);
        assertThat(calm.cases()).isEqualTo(cases).isNotEmpty();
        List<JsonNode> kept = busy.answers();
        await("what was told between the dumps")
                .untilAsserted(() -> assertThat(busy.counted()).isGreaterThanOrEqualTo(kept.size()));
        for (Site.Touchpoint touchpoint : List.of(calm, busy)) {
            recount(touchpoint);
        }
        calm.awaitCounted(6);
        busy.awaitCounted(kept.size());

        assertThat(site.send("POST", "/api/v1/responses", Map.of("invitation", token, "score", 9))
                        .status())
                .isBetween(200, 299);
        calm.awaitCounted(7);
        await().until(() -> site.get(
                        "/api/v1/invitations/" + invitation.path("id").asText())
                .path("state")
                .asText()
                .equals("ANSWERED"));
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void whileAnswersComeTo(Site.Touchpoint touchpoint, Work work)
            throws IOException, InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger answers = new AtomicInteger();
        CompletableFuture<Void> customers = CompletableFuture.runAsync(() -> {
            while (!done.get() && answers.get() < 150) {
                assertThat(touchpoint
                                .answer("busy-" + answers.incrementAndGet(), 9, null)
                                .status())
                        .isBetween(200, 299);
            }
        });
        await().until(() -> answers.get() >= 10);
        work.run();
        done.set(true);
        customers.join();
    }

    private static void ofEach(Consumer<String> turn) {
        CompletableFuture.allOf(SERVICES.stream()
                        .map(service -> CompletableFuture.runAsync(() -> turn.accept(service)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void recount(Site.Touchpoint touchpoint) {
        String id = site.post("/api/v1/scores/reconciliations", Map.of("touchpoint", touchpoint.key(), "repair", true))
                .path("id")
                .asText();
        await("the recount of " + touchpoint.key()).until(() -> site.get("/api/v1/scores/reconciliations/" + id)
                .at("/reconciliation/state")
                .asText()
                .equals("DONE"));
    }

    /** The database's own programs, under the names that most people know, for the account of the service that the loop is at. */
    private String tools(Path folder) throws IOException {
        Path programs = Path.of(System.getProperty("aftertouch.root"), "target/mariadb/bin");
        for (String program : List.of("mariadb", "mariadb-dump")) {
            Path copy = folder.resolve(program);
            Files.copy(programs.resolve(program), copy);
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwx------"));
        }
        for (SuiteDatabase database : SuiteDatabase.values()) {
            Files.writeString(
                    folder.resolve(database.name().toLowerCase() + ".cnf"),
                    "[client]\nhost=127.0.0.1\nport=%d\nuser=%s\npassword=%s\nskip-ssl\n"
                            .formatted(database.port(suite), database.account(), database.password(suite)));
        }
        return Stream.of("mysql mariadb", "mysqldump mariadb-dump")
                .map(names -> names.split(" "))
                .map(names -> "%s() { ./%s --defaults-file=\"$service.cnf\" \"$@\"; }".formatted(names[0], names[1]))
                .reduce("", (all, one) -> all + one + "\n");
    }
}
