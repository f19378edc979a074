package io.aftertouch.feedback.history;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MomentsTest {

    private final Moments moments = new Moments(ZoneId.of("Europe/Copenhagen"));

    @ParameterizedTest
    @CsvSource({
        "2024-01-14T18:02:36Z, 2024-01-14T18:02:36Z",
        "2024-01-14T18:02:36.5+02:00, 2024-01-14T16:02:36.5Z",
        "2024-01-14 18:02:36 UTC, 2024-01-14T18:02:36Z",
        "2024-01-14 18:02:36 -0800, 2024-01-15T02:02:36Z",
        "2024-01-14 18:02:36 America/New_York, 2024-01-14T23:02:36Z",
        "2024-01-14 18:02:36, 2024-01-14T17:02:36Z",
        "2024-07-14 18:02, 2024-07-14T16:02:00Z",
        "2024-07-14, 2024-07-13T22:00:00Z",
        "1700000000, 2023-11-14T22:13:20Z"
    })
    void timesAreReadAsExportsWriteThem(String text, Instant instant) {
        assertThat(moments.read(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "14/01/2024", "2024-13-01", "2024-01-14 25:00:00", "2024-01-14 18:02:36 PM", "12"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> moments.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
