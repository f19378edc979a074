package io.aftertouch.platform.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.enterprise.inject.spi.CDI;

import io.quarkus.qute.TemplateExtension;

/** Instants as staff pages show them, in the installation's time zone: "21 Nov", "13:38". */
@TemplateExtension
public final class Dates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private Dates() {}

    /** "21 Nov", with the year when it is not the current one. */
    public static String day(Instant at) {
        return day(at.atZone(zone()).toLocalDate());
    }

    public static String day(LocalDate date) {
        int year =
                CDI.current().select(Clock.class).get().instant().atZone(zone()).getYear();
        return (date.getYear() == year ? DAY : DAY_AND_YEAR).format(date);
    }

    /** "13:38". */
    public static String time(Instant at) {
        return TIME.format(at.atZone(zone()));
    }

    /** "13:38:04". */
    public static String seconds(Instant at) {
        return SECONDS.format(at.atZone(zone()));
    }

    /** "13:38" today, else "21 Nov, 13:38". */
    public static String moment(Instant at) {
        LocalDate today =
                CDI.current().select(Clock.class).get().instant().atZone(zone()).toLocalDate();
        return at.atZone(zone()).toLocalDate().equals(today) ? time(at) : day(at) + ", " + time(at);
    }

    /** As the value of an input for a date and a time: "2026-11-21T13:38". */
    public static String local(Instant at) {
        return LOCAL.format(at.atZone(zone()));
    }

    private static ZoneId zone() {
        return CDI.current().select(ZoneId.class).get();
    }
}
