package io.aftertouch.score.funnel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.retry.Housekeeping;
import io.aftertouch.platform.sql.ManyRows;
import io.aftertouch.score.database.Database;
import io.quarkus.scheduler.Scheduled;

/** The stored steps of invitations, and the counts by touchpoint and day that they add up to. */
@Singleton
class FunnelTable {

    /** Long after an invitation expired nothing is heard of it any more. */
    private static final Duration KEPT = Duration.ofDays(400);

    private static final ManyRows TAKE = new ManyRows(
            "INSERT INTO invitation_step (id, steps, heard_at) VALUES",
            "(?, 0, ?)",
            "ON DUPLICATE KEY UPDATE id = VALUES(id)");
    private static final ManyRows SAVE = new ManyRows(
            "INSERT INTO invitation_step (id, touchpoint_id, day, steps, heard_at) VALUES",
            "(?, ?, ?, ?, ?)",
            "ON DUPLICATE KEY UPDATE touchpoint_id = VALUES(touchpoint_id), day = VALUES(day), steps = VALUES(steps)");
    private static final ManyRows ADD = new ManyRows(
            "INSERT INTO funnel_day (touchpoint_id, day, judged, invited, sent, delivered, answered) VALUES",
            "(?, ?, ?, ?, ?, ?, ?)",
            """
            ON DUPLICATE KEY UPDATE judged = judged + VALUES(judged), invited = invited + VALUES(invited),
                sent = sent + VALUES(sent), delivered = delivered + VALUES(delivered), answered = answered + VALUES(answered)
            """);

    private final Database database;
    private final Housekeeping housekeeping;
    private final Clock clock;

    FunnelTable(Database database, Housekeeping housekeeping, Clock clock) {
        this.database = database;
        this.housekeeping = housekeeping;
        this.clock = clock;
    }

    /** Where and when something is counted. Ordered as the table is, so that two writers lock rows in the same order. */
    record Place(int touchpoint, LocalDate day) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byTouchpoint = Integer.compare(touchpoint, other.touchpoint);
            return byTouchpoint != 0 ? byTouchpoint : day.compareTo(other.day);
        }
    }

    /** Takes hold of invitations, in the transaction at hand, and tells how far they have come; of some nothing was heard before. */
    Map<UUID, InvitationSteps> take(Collection<UUID> invitations) {
        Instant now = clock.instant();
        List<UUID> ids = invitations.stream().sorted().toList();
        database.write(TAKE, ids.stream().map(id -> new Object[] {id, now}).toList());
        Map<UUID, InvitationSteps> taken = new HashMap<>();
        database.rows(
                "SELECT id, touchpoint_id, day, steps FROM invitation_step WHERE id IN (" + Database.marks(ids.size())
                        + ")",
                row -> taken.put(UuidBytes.fromBytes(row.getBytes("id")), steps(row)),
                ids);
        return taken;
    }

    void save(SortedMap<UUID, InvitationSteps> invitations) {
        Instant now = clock.instant();
        database.write(
                SAVE,
                invitations.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue(), now))
                        .toList());
    }

    private static Object[] row(UUID id, InvitationSteps invitation, Instant now) {
        return new Object[] {id, invitation.touchpoint(), invitation.day(), invitation.steps(), now};
    }

    /** Adds to the counts, which may take something away again. */
    void add(SortedMap<Place, Passage> counts) {
        database.write(
                ADD,
                counts.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Object[] row(Place place, Passage passage) {
        return new Object[] {
            place.touchpoint(),
            place.day(),
            passage.judged(),
            passage.invited(),
            passage.sent(),
            passage.delivered(),
            passage.answered()
        };
    }

    /** What became of asking at one place. */
    record Day(Place place, Passage passage) {}

    /**
     * In order of touchpoint and day.
     *
     * @param touchpoints their numbers
     * @param from the first day
     * @param to the first day that no longer counts
     */
    List<Day> between(List<Integer> touchpoints, LocalDate from, LocalDate to) {
        if (touchpoints.isEmpty()) {
            return List.of();
        }
        return database.rows(
                "SELECT * FROM funnel_day WHERE touchpoint_id IN (" + Database.marks(touchpoints.size())
                        + ") AND day >= ? AND day < ? ORDER BY touchpoint_id, day",
                row -> new Day(
                        new Place(row.getInt("touchpoint_id"), row.getObject("day", LocalDate.class)),
                        new Passage(
                                row.getLong("judged"),
                                row.getLong("invited"),
                                row.getLong("sent"),
                                row.getLong("delivered"),
                                row.getLong("answered"))),
                Stream.concat(touchpoints.stream(), Stream.of(from, to)).toList());
    }

    @Scheduled(every = "1h", delayed = "14m")
    void forget() {
        housekeeping.deleteInSlices(
                "DELETE FROM invitation_step WHERE heard_at < ?",
                clock.instant().minus(KEPT));
    }

    private static InvitationSteps steps(ResultSet row) throws SQLException {
        return new InvitationSteps(
                row.getObject("touchpoint_id", Integer.class),
                row.getObject("day", LocalDate.class),
                row.getInt("steps"));
    }
}
