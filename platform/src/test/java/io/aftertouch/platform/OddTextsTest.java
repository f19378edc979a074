package io.aftertouch.platform;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.aftertouch.platform.access.ApiKeySecret;
import io.aftertouch.platform.csv.CsvSource;
import io.aftertouch.platform.csv.UnreadableFile;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.problem.ProblemException;
import io.aftertouch.platform.testing.intruder.OddTexts;
import io.aftertouch.platform.time.Instants;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is written where a cursor, a key, a time or a file should be, it is read or refused. */
class OddTextsTest {

    @Test
    void cursors() {
        OddTexts.feed(
                text -> {
                    Cursor cursor = Cursor.decode(text, 3);
                    if (cursor != null) {
                        cursor.instant(0);
                        cursor.uuid(1);
                        cursor.number(2);
                    }
                },
                List.of(Cursor.encode("2026-11-22T04:07:00.123456Z", "019a9b1e-4400-7a10-8f00-0000000000f1", 17)),
                ProblemException.class);
    }

    /** What a cursor holds is changed, and not how it is written. */
    @Test
    void valuesOfCursors() {
        OddTexts.feed(
                text -> {
                    Cursor cursor = Cursor.decode(Cursor.encode(text, text, text), 3);
                    cursor.string(1, "[a-z]+");
                    cursor.instant(0);
                },
                List.of("2026-11-22T04:07:00.123456Z", "019a9b1e-4400-7a10-8f00-0000000000f1", "17"),
                ProblemException.class);
    }

    @Test
    void instants() {
        OddTexts.feed(
                text -> assertThat(Instants.parse(text).getEpochSecond()).isBetween(0L, 253_402_300_800L),
                List.of("2026-11-22T04:07:00Z", "2026-11-22T04:07:00.123456789+05:30", "9999-12-30T23:59:59Z"),
                IllegalArgumentException.class);
    }

    @Test
    void keys() {
        OddTexts.feed(
                text -> ApiKeySecret.parse(text)
                        .ifPresent(key -> assertThat(key.hash()).hasSize(32)),
                List.of("atk_abcdefghijkl_" + "A".repeat(43)));
    }

    @Test
    void entityTags() {
        OddTexts.feed(
                text -> new EntityTag(7).mustMatch(text), List.of("\"7\"", "W/\"7\"", "*"), ProblemException.class);
    }

    @Test
    void files() {
        OddTexts.feed(
                text -> {
                    for (var charset :
                            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1)) {
                        CsvSource rows = CsvSource.open(new ByteArrayInputStream(text.getBytes(charset)));
                        while (rows.hasNext()) {
                            assertThat(rows.next().cells()).isNotNull();
                        }
                    }
                },
                List.of(
                        "ref,email\nr-1,freja@example.com\n",
                        "\"ref\";\"e \"\"mail\"\"\"\r\n\"r\n1\";\"=1+1\"\r\n",
                        "\ufeffref\temail\n'=1\t'-2\n"),
                UnreadableFile.class);
    }
}
