package io.aftertouch.local.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands that are too long for a build start, and say what there is to measure and to try. */
class CommandsJourneyTest {

    private static final Path ROOT = Path.of(System.getProperty("aftertouch.root"));

    @Test
    void benchmarksAreListed() throws InterruptedException {
        assertThat(said(0, "deploy/bench")).contains("Usage: deploy/bench NAME", "reports", "ingest", "restart");
    }

    @Test
    void faultsAreListed() throws InterruptedException {
        assertThat(said(1, "deploy/test", "--faults", "no-fault-is-called-so"))
                .contains("There is no such fault. There are:", "kill -9", "broker");
    }

    private static String said(int status, String command, String... arguments) throws InterruptedException {
        List<String> line = new ArrayList<>(List.of(ROOT.resolve(command).toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("AFTERTOUCH_SKIP_BUILD", "true");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as(command).isTrue();
            assertThat(process.exitValue()).as(said).isEqualTo(status);
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
