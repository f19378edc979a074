package io.aftertouch.survey.judging;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuietHoursTest {

    /** What is due goes out at once, or when the quiet hours end by the clock on the respondent's wall. */
    @ParameterizedTest
    @CsvSource({
        // over midnight, in Copenhagen in winter (UTC+1)
        "21:00, 08:00, Europe/Copenhagen, 2026-11-21T12:00:00Z, 2026-11-21T12:00:00Z",
        "21:00, 08:00, Europe/Copenhagen, 2026-11-21T19:59:59.999999Z, 2026-11-21T19:59:59.999999Z",
        "21:00, 08:00, Europe/Copenhagen, 2026-11-21T20:00:00Z, 2026-11-22T07:00:00Z",
        "21:00, 08:00, Europe/Copenhagen, 2026-11-22T06:59:59Z, 2026-11-22T07:00:00Z",
        "21:00, 08:00, Europe/Copenhagen, 2026-11-22T07:00:00Z, 2026-11-22T07:00:00Z",
        // the same moment on other walls
        "21:00, 08:00, America/New_York, 2026-11-21T20:00:00Z, 2026-11-21T20:00:00Z",
        "21:00, 08:00, Asia/Tokyo, 2026-11-21T20:00:00Z, 2026-11-21T23:00:00Z",
        "21:00, 08:00, Asia/Kolkata, 2026-11-21T20:00:00Z, 2026-11-22T02:30:00Z",
        // within a day
        "12:00, 13:30, Europe/Copenhagen, 2026-06-01T10:30:00Z, 2026-06-01T11:30:00Z",
        "12:00, 13:30, Europe/Copenhagen, 2026-06-01T11:30:00Z, 2026-06-01T11:30:00Z",
        "00:00, 07:00, Europe/Copenhagen, 2026-06-01T22:00:00Z, 2026-06-02T05:00:00Z",
        "21:00, 00:00, Europe/Copenhagen, 2026-06-01T20:00:00Z, 2026-06-01T22:00:00Z",
        // the night of 29 March has no hour from 2 to 3
        "21:00, 08:00, Europe/Copenhagen, 2026-03-28T21:00:00Z, 2026-03-29T06:00:00Z",
        "21:00, 02:30, Europe/Copenhagen, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z",
        "02:15, 02:45, Europe/Copenhagen, 2026-03-29T01:00:00Z, 2026-03-29T01:00:00Z",
        // the night of 25 October has the hour from 2 to 3 twice
        "21:00, 08:00, Europe/Copenhagen, 2026-10-24T21:00:00Z, 2026-10-25T07:00:00Z",
        "21:00, 02:30, Europe/Copenhagen, 2026-10-25T00:10:00Z, 2026-10-25T01:30:00Z",
        "21:00, 02:30, Europe/Copenhagen, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z",
        "21:00, 02:30, Europe/Copenhagen, 2026-10-25T01:30:00Z, 2026-10-25T01:30:00Z"
    })
    void whatIsDueWaitsForTheirEnd(LocalTime from, LocalTime to, ZoneId zone, Instant due, Instant goesOut) {
        assertThat(new QuietHours(from, to).end(due, zone)).isEqualTo(goesOut);
    }
}
