package io.aftertouch.survey.judging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * The part of the day in which nobody is asked, by the clock on the respondent's wall. It may run over midnight.
 *
 * <p>On the days when clocks change, the wall decides too: an end that the spring jumps over is the moment of the jump, and an end in the hour
 * that autumn repeats is the second of the two.
 *
 * @param from included
 * @param to not included; never equal to {@code from}
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** The moment itself when it is not quiet then, else the end of the quiet hours. */
    Instant end(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        if (!cover(local.toLocalTime())) {
            return at;
        }
        boolean endsToday = local.toLocalTime().isBefore(to);
        LocalDate day = endsToday ? local.toLocalDate() : local.toLocalDate().plusDays(1);
        return instant(day.atTime(to), zone);
    }

    private static Instant instant(LocalDateTime wall, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        if (change == null) {
            return wall.atZone(zone).toInstant();
        }
        return change.isGap() ? change.getInstant() : wall.toInstant(change.getOffsetAfter());
    }

    private boolean cover(LocalTime time) {
        boolean overMidnight = to.isBefore(from);
        return overMidnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
    }
}
