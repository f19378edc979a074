package io.aftertouch.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StoryTest {

    @TempDir
    Path folder;

    @Test
    void aStoryOnceBegunIsToldTheSameOnAnotherDay() throws IOException {
        Path file = folder.resolve("demo.json");
        Story begun = Story.keptIn(file, on("2026-11-21T22:40:00Z"));
        Story later = Story.keptIn(file, on("2026-11-28T07:00:00Z"));

        assertThat(later).isEqualTo(begun);
        assertThat(begun.until()).isEqualTo("2026-11-21T22:40:00Z");
        assertThat(begun.isTold()).isFalse();
    }

    @Test
    void whatWasToldIsRemembered() throws IOException {
        Path file = folder.resolve("demo.json");
        Story.keptIn(file, on("2026-11-21T22:40:00Z"))
                .toldAt(Instant.parse("2026-11-21T22:41:00Z"))
                .keepIn(file);

        assertThat(Story.keptIn(file, on("2026-11-22T08:00:00Z")).isTold()).isTrue();
    }

    private static Clock on(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
