package io.aftertouch.local.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.aftertouch.embedded.PidFile;
import io.aftertouch.embedded.ServerProcess;
import io.aftertouch.embedded.StartFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Real processes that do nothing but live. */
class PartKeeperTest {

    private static final BackOff QUICK =
            new BackOff(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private PartKeeper keeper;

    private record Sleeper(Path folder, String words) implements Part {

        @Override
        public String name() {
            return "sleeper";
        }

        @Override
        public ServerProcess start() {
            ServerProcess process = ServerProcess.start(
                    name(),
                    List.of("/bin/sh", "-c", words + "; echo awake; exec sleep 600"),
                    Map.of(),
                    folder,
                    new PidFile(folder.resolve("pid")),
                    folder.resolve("log"));
            process.awaitReady(() -> process.lastLines(1).contains("awake"), Duration.ofSeconds(30));
            return process;
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(5);
        }
    }

    private void keep(String words) throws IOException {
        Files.createDirectories(folder.resolve("stopped"));
        keeper = new PartKeeper(
                new Sleeper(folder, words),
                new StopWish(folder.resolve("stopped"), "sleeper"),
                QUICK,
                new Progress(new PrintStream(terminal, true, StandardCharsets.UTF_8)),
                () -> {});
        keeper.launch();
    }

    @AfterEach
    void stop() {
        keeper.stop();
    }

    private boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    @Test
    void aPartThatIsKilledIsNamedAndStartedAgainWithItsLastWordsShown() throws Exception {
        keep("echo famous last words");
        keeper.awaitFirstStart();
        long first = keeper.pid().orElseThrow();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(30))
                .until(() -> keeper.pid().isPresent() && keeper.pid().getAsLong() != first);
        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .contains("sleeper ended by itself with status 137")
                .contains("famous last words");
    }

    @Test
    void aPartStandsStillWhileSomebodyWishesSo() throws Exception {
        keep("true");
        keeper.awaitFirstStart();
        long first = keeper.pid().orElseThrow();
        StopWish wish = new StopWish(folder.resolve("stopped"), "sleeper");

        wish.make();
        await().atMost(Duration.ofSeconds(30)).until(() -> keeper.pid().isEmpty());
        assertThat(isAlive(first)).isFalse();

        wish.withdraw();
        await().atMost(Duration.ofSeconds(30)).until(() -> keeper.pid().isPresent());
    }

    @Test
    void stoppingLeavesNoProcess() throws Exception {
        keep("true");
        keeper.awaitFirstStart();
        long pid = keeper.pid().orElseThrow();

        keeper.stop();

        assertThat(isAlive(pid)).isFalse();
        assertThat(folder.resolve("pid")).doesNotExist();
    }

    @Test
    void aFirstStartThatFailsIsTheEnd() throws Exception {
        keep("echo no room; exit 3");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(keeper::awaitFirstStart)
                .withMessageContaining("status 3")
                .withMessageContaining("no room");
    }
}
