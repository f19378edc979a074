package io.aftertouch.score.crm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.aftertouch.platform.testing.RealInfrastructureTest;
import io.aftertouch.platform.testing.TestKeys;
import io.aftertouch.score.metric.Scale;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.aftertouch.score.crm.Customers.MONDAY;
import static io.aftertouch.score.crm.Customers.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

/** Clients that the build generates from the document in OpenAPI 3.0 compile, and read this service as a CRM would. */
@QuarkusTest
@RealInfrastructureTest
class GeneratedClientsTest {

    private static final Path CLIENTS = Path.of("target/clients").toAbsolutePath();
    private static final Path PROGRAMS = Path.of("src/test/clients").toAbsolutePath();
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @Inject
    Customers customers;

    @Inject
    RespondentScores scores;

    private final String asking = Customers.stranger();
    private final String leaving = Customers.stranger();
    private String cursor;
    private UUID askingId;
    private UUID leavingId;

    @BeforeEach
    void prepare() {
        customers.heard(customers.answer(leaving, Scale.NPS, 1, MONDAY));
        leavingId = scores.of(leaving).orElseThrow().id();
        cursor = new FeedCursor(scores.lastPosition(), new UUID(-1, -1)).text();
        customers.heard(
                customers.answer(asking, Scale.NPS, 3, MONDAY), customers.answer(asking, Scale.NPS, 9, TUESDAY));
        askingId = scores.of(asking).orElseThrow().id();
        customers.erased(leaving);
    }

    @Test
    void theClientForJavaReadsScoresAndTheFeed() throws Exception {
        Path classes = Files.createDirectories(CLIENTS.resolve("java/classes"));
        List<String> compile = new ArrayList<>(List.of(
                tool("javac"),
                "-J-XX:TieredStopAtLevel=1",
                "-proc:none",
                "-nowarn",
                "-cp",
                CLASS_PATH,
                "-d",
                classes.toString(),
                PROGRAMS + "/ReadFeed.java"));
        compile.addAll(sources(CLIENTS.resolve("java/src/main/java")));
        run(compile);

        reads(run(command(tool("java"), "-XX:TieredStopAtLevel=1", "-cp", classes + ":" + CLASS_PATH, "ReadFeed")));
    }

    @Test
    void theClientForTypeScriptReadsScoresAndTheFeed() throws Exception {
        Path folder = CLIENTS.resolve("typescript");
        Path tools = CLIENTS.resolve("tools");
        Path node = tools.resolve("node");
        assertThat(node.toFile().setExecutable(true)).isTrue();
        Files.copy(PROGRAMS.resolve("readFeed.ts"), folder.resolve("readFeed.ts"), StandardCopyOption.REPLACE_EXISTING);
        run(List.of(
                node.toString(),
                tools.resolve("tsc.js").toString(),
                "--strict",
                "--target",
                "es2022",
                "--module",
                "commonjs",
                "--skipLibCheck",
                "--outDir",
                folder.resolve("out").toString(),
                folder.resolve("readFeed.ts").toString()));

        reads(run(command(node.toString(), folder.resolve("out/readFeed.js").toString())));
    }

    /** The same for both: what a respondent answered last, who is to be kept and who to be forgotten, and a problem as a problem. */
    private void reads(List<String> lines) {
        assertThat(lines)
                .startsWith("last 9 POSITIVE IMPROVING 2026-11-17T09:00:00Z")
                .containsSubsequence("keep " + askingId + " " + asking + " 9", "forget " + leavingId)
                .contains("problem 404 /problems/not-found")
                .anyMatch(line -> line.startsWith("cursor "));
    }

    private List<String> command(String... start) {
        List<String> command = new ArrayList<>(List.of(start));
        command.addAll(List.of(
                "http://localhost:" + RestAssured.port,
                TestKeys.withScopes("scores:read", "responses:read"),
                asking,
                cursor));
        return command;
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("client", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        Files.delete(output);
        assertThat(ended && process.exitValue() == 0).as("%s", lines).isTrue();
        return lines;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static List<String> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .toList();
        }
    }
}
