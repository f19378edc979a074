package io.aftertouch.platform.figure;

import java.util.Optional;

/**
 * A number that operators watch and that stands in the database.
 *
 * @param name of the metric, {@code aftertouch.outbox.waiting}
 * @param what a sentence about it
 * @param label what the rows of the query differ in; empty when there is one row
 * @param sql selects a number, after the label if there is one; a label that it does not name counts as 0
 */
public record Figure(String name, String what, Optional<String> label, String sql) {

    public static Figure of(String name, String what, String sql) {
        return new Figure(name, what, Optional.empty(), sql);
    }

    /** A figure for each value of a label. */
    public static Figure by(String label, String name, String what, String sql) {
        return new Figure(name, what, Optional.of(label), sql);
    }

    /** How old the oldest is, in seconds; 0 when there is none. */
    public static Figure age(String name, String what, String column, String from) {
        return of(
                name,
                what,
                "SELECT GREATEST(0, COALESCE(TIMESTAMPDIFF(MICROSECOND, MIN(" + column
                        + "), UTC_TIMESTAMP(6)), 0)) / 1000000 FROM "
                        + from);
    }
}
