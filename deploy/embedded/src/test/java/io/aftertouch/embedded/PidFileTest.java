package io.aftertouch.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PidFileTest {

    @TempDir
    Path folder;

    private PidFile pidFile() {
        return new PidFile(folder.resolve("sub/pid"));
    }

    @Test
    void aProcessThatWasLeftBehindIsFoundAndStopped() throws IOException {
        Process process = new ProcessBuilder("sleep", "600").start();
        pidFile().write(process.toHandle());

        assertThat(pidFile().running()).map(ProcessHandle::pid).contains(process.pid());
        assertThat(pidFile().stopLeftOver(Duration.ofSeconds(5))).isTrue();
        assertThat(process.isAlive()).isFalse();
        assertThat(pidFile().file()).doesNotExist();
        assertThat(pidFile().stopLeftOver(Duration.ofSeconds(5))).isFalse();
    }

    @Test
    void anotherProcessWithTheSameNumberIsLeftAlone() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.createDirectories(pidFile().file().getParent());
            long hourBefore = stranger.info()
                    .startInstant()
                    .orElseThrow()
                    .minusSeconds(3600)
                    .toEpochMilli();
            Files.writeString(pidFile().file(), stranger.pid() + " " + hourBefore + "\n");

            assertThat(pidFile().stopLeftOver(Duration.ofSeconds(1))).isFalse();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "abc def", "1 2 3", "-1 5"})
    void aFileThatCannotBeReadRemembersNobody(String content) throws IOException {
        Files.createDirectories(pidFile().file().getParent());
        Files.writeString(pidFile().file(), content);

        assertThat(pidFile().running()).isEmpty();
    }

    @Test
    void startTimesMayDifferAsMuchAsAClockIsSet() {
        Instant start = Instant.parse("2026-11-21T12:00:00Z");

        assertThat(PidFile.isSameStart(start, start.plusSeconds(4))).isTrue();
        assertThat(PidFile.isSameStart(start, start.minusSeconds(6))).isFalse();
    }
}
