package io.aftertouch.survey.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** How far back a page looks. */
enum LedgerPeriod {
    WEEK("Last 7 days", 7),
    FOUR_WEEKS("Last 4 weeks", 28),
    TWELVE_WEEKS("Last 12 weeks", 84),
    YEAR("Last 12 months", 365);

    private final String words;
    private final int days;

    LedgerPeriod(String words, int days) {
        this.words = words;
        this.days = days;
    }

    /** One that a page does not know is the usual one; the address may be old. */
    static LedgerPeriod of(String name) {
        return Stream.of(values())
                .filter(period -> period.name().equals(name))
                .findFirst()
                .orElse(FOUR_WEEKS);
    }

    /** From a midnight of UTC, so that it consists of whole days. */
    Instant daysBefore(Instant now) {
        return now.minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.DAYS);
    }

    public String words() {
        return words;
    }
}
