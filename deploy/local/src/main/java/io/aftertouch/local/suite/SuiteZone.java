package io.aftertouch.local.suite;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Where the days of the suite begin. The services read the same variable of the environment, and have the same default. */
public final class SuiteZone {

    private SuiteZone() {}

    /** @throws java.time.DateTimeException when AFTERTOUCH_ZONE is not a time zone */
    public static ZoneId zone() {
        return ZoneId.of(Optional.ofNullable(System.getenv("AFTERTOUCH_ZONE")).orElse("Europe/Copenhagen"));
    }

    public static LocalDate today() {
        return LocalDate.now(zone());
    }
}
