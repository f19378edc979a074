package io.aftertouch.survey.privacy;

import java.time.Duration;
import java.time.Period;

/** How long something is kept, as people say it. */
final class KeptFor {

    private KeptFor() {}

    /** "24 months" for {@code P24M}, "7 days" for {@code PT168H}. */
    static String words(String iso) {
        if (iso.startsWith("PT")) {
            Duration duration = Duration.parse(iso);
            return duration.toHours() % 24 == 0
                    ? count(duration.toDays(), "day")
                    : count(duration.toMinutes(), "minute");
        }
        Period period = Period.parse(iso);
        return period.getDays() == 0
                ? count(period.toTotalMonths(), "month")
                : period.toTotalMonths() == 0
                        ? count(period.getDays(), "day")
                        : count(period.toTotalMonths(), "month") + " and " + count(period.getDays(), "day");
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
