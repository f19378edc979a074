package io.aftertouch.feedback.catalog;

import java.util.Locale;

/** What a scale says of a score: promoter, passive and detractor for NPS. */
public enum Band {
    NEGATIVE,
    NEUTRAL,
    POSITIVE;

    /** As it is headed: "Negative". */
    public String label() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
