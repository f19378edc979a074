package io.aftertouch.feedback.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * Reads times as exports write them: RFC 3339, {@code 2026-01-14 18:02:36} with or without a zone behind it, a date, or seconds since 1970.
 *
 * @param zone of times that do not say their own
 */
record Moments(ZoneId zone) {

    private static final DateTimeFormatter WITH_ZONE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendZoneRegionId()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /** @throws IllegalArgumentException when it is none of these */
    Instant read(String text) {
        try {
            if (text.matches("[0-9]{9,11}")) {
                return Instant.ofEpochSecond(Long.parseLong(text));
            }
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            var read = WITH_ZONE.parseBest(
                    text.replaceFirst("^([0-9-]{10})[ T]([0-9:.]{5,}) ?", "$1T$2"),
                    ZonedDateTime::from,
                    LocalDateTime::from);
            return read instanceof ZonedDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(read).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no time such as 2026-01-14 18:02:36 or 2026-01-14T18:02:36Z", e);
        }
    }
}
