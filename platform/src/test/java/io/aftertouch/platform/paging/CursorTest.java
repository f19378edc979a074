package io.aftertouch.platform.paging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorTest {

    @Test
    void whatWasWrittenIsReadAgain() {
        Instant at = Instant.parse("2026-11-22T04:07:00.123456Z");
        UUID id = UUID.fromString("019a9b1e-4400-7a10-8f00-0000000000f1");

        Cursor read = Cursor.decode(Cursor.encode(at, id), 2);

        assertThat(read.instant(0)).isEqualTo(at);
        assertThat(read.uuid(1)).isEqualTo(id);
        assertThat(Cursor.decode("", 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1000000000-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "9999-12-31T23:59:59Z",
                "yesterday"
            })
    void aMomentThatNoRowHasIsForged(String moment) {
        Cursor forged = Cursor.decode(encoded(moment), 1);

        assertThatThrownBy(() -> forged.instant(0)).isInstanceOf(InvalidCursor.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "AAAA", "a\u0000b"})
    void whatIsNoCursorIsForged(String text) {
        assertThatThrownBy(() -> Cursor.decode(text, 2)).isInstanceOf(InvalidCursor.class);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
