package io.aftertouch.score.tally;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** How much time one tally covers: an hour, a day or a month of UTC. */
public enum Grain {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit unit;

    Grain(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The start of the tally that covers this instant. */
    public Instant floor(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
        return switch (this) {
            case HOUR, DAY -> instant.truncatedTo(unit);
            case MONTH -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
        };
    }

    /** The first start of a tally that is not before this instant. */
    public Instant ceiling(Instant instant) {
        Instant floor = floor(instant);
        return floor.equals(instant) ? floor : next(floor);
    }

    /** The start of the tally after the one that starts here. */
    public Instant next(Instant start) {
        return start.atZone(ZoneOffset.UTC).plus(1, unit).toInstant();
    }

    /** How many starts of tallies lie from one of two starts up to the other, whichever comes first. */
    long between(Instant one, Instant other) {
        return Math.abs(unit.between(one.atZone(ZoneOffset.UTC), other.atZone(ZoneOffset.UTC)));
    }
}
