package io.aftertouch.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Which ninety days are told. The same story is told in the same words, on whatever day.
 *
 * @param seed of all chance in it
 * @param until when it ends; the trouble in it began so many days before
 * @param toldAt when all of it had been told; null before that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Story(long seed, Instant until, Instant toldAt) {

    static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    static final int DAYS = 90;

    private static final long USUAL_SEED = 20_077;

    static Story endingAt(Instant until) {
        return new Story(USUAL_SEED, until.truncatedTo(ChronoUnit.SECONDS), null);
    }

    /** The story that was begun here before, or else one that ends now. */
    static Story keptIn(Path file, Clock clock) throws IOException {
        if (Files.exists(file)) {
            return Json.MAPPER.readValue(file.toFile(), Story.class);
        }
        Story fresh = endingAt(clock.instant());
        fresh.keepIn(file);
        return fresh;
    }

    void keepIn(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.writeString(
                unfinished, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Story toldAt(Instant now) {
        return new Story(seed, until, now.truncatedTo(ChronoUnit.SECONDS));
    }

    boolean isTold() {
        return toldAt != null;
    }

    Instant from() {
        return until.minus(Duration.ofDays(DAYS));
    }

    LocalDate lastDay() {
        return LocalDate.ofInstant(until, ZONE);
    }

    /** Chance for one part of the story, so that a change of one part leaves the others as they are. */
    Random chance(String part) {
        return new Random(seed * 1_000_003 + part.hashCode());
    }
}
