package io.aftertouch.score.catalog;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.database.Database;

/** How many review cases wait at each touchpoint, as last heard from the inbox. */
@ApplicationScoped
public class OpenCases {

    /** Cases that wait, and how many of them are past their due time. */
    public record Waiting(long open, long late) {

        public static final Waiting NONE = new Waiting(0, 0);
    }

    private final Database database;
    private final Touchpoints touchpoints;
    private final Clock clock;

    OpenCases(Database database, Touchpoints touchpoints, Clock clock) {
        this.database = database;
        this.touchpoints = touchpoints;
        this.clock = clock;
    }

    /** Keeps the state of a case, unless a later one is kept already: repeated and overtaken events change nothing. */
    public void save(CaseChanged event) {
        database.run(
                """
                INSERT INTO review_case (id, touchpoint_id, is_open, due_at, version) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                    touchpoint_id = IF(version > VALUES(version), touchpoint_id, VALUES(touchpoint_id)),
                    is_open = IF(version > VALUES(version), is_open, VALUES(is_open)),
                    due_at = IF(version > VALUES(version), due_at, VALUES(due_at)),
                    version = GREATEST(version, VALUES(version))
                """, event.id(), touchpoints.idOf(event.touchpoint()), event.open(), event.dueAt(), event.version());
    }

    /** What waits now, by the number of the touchpoint; touchpoints where nothing waits are left out. */
    public Map<Integer, Waiting> byTouchpoint() {
        return database
                .rows(
                        """
                        SELECT touchpoint_id, COUNT(*), COALESCE(SUM(due_at < ?), 0)
                        FROM review_case WHERE is_open = TRUE GROUP BY touchpoint_id
                        """,
                        row -> Map.entry(row.getInt(1), new Waiting(row.getLong(2), row.getLong(3))),
                        clock.instant())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
