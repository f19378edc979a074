package io.aftertouch.score.crm;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.database.Database;

/**
 * Gives places in the feed of changes. Whoever takes one holds the row that counts them until the transaction ends: places become visible in their
 * order, so a reader that has seen one has seen all before it. The same row keeps what names a respondent from being stored while they are erased.
 */
@ApplicationScoped
class Positions {

    private final Database database;

    Positions(Database database) {
        this.database = database;
    }

    /** The next place, for everything that the open transaction changes. */
    long next() {
        long next = hold() + 1;
        database.run("UPDATE respondent_feed SET last_position = ? WHERE id = 1", next);
        return next;
    }

    /** Nobody is erased from now on until the open transaction ends. Gives the last place that was taken. */
    long hold() {
        return database.row("SELECT last_position FROM respondent_feed WHERE id = 1 FOR UPDATE", row -> row.getLong(1))
                .orElseThrow(() -> new IllegalStateException("The row of respondent_feed is not there"));
    }
}
