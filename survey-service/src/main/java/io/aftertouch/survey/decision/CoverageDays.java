package io.aftertouch.survey.decision;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The days that were counted ahead. Counting leaves the work to the database: from the ledger straight into the counts. */
@Singleton
class CoverageDays {

    /** Stands for all segment profiles together, and for one that is not known. */
    static final String NO_PROFILE = "x'00000000000000000000000000000000'";

    /** Stands for all touchpoints together; no key is empty. */
    static final String EVERYWHERE = "";

    /** Days are counted again now and then: seldom in the middle of a question, and hardly ever several times. */
    private static final int TRIES = 3;

    private static final String INSERT = "INSERT INTO coverage_count"
            + " (by_profile, begins_at, touchpoint_key, profile_id, about, what, reason, went_out, n) ";

    private static final String OF_DAY = " WHERE d.decided_at >= :begins AND d.decided_at < :until";

    /** A decision that is superseded goes on being in the ledger, and its fate is that of the one in its place. Both are read at one moment. */
    private static final String ABOUT = "IF(d.superseded_at IS NULL, 'DECISION', 'SUPERSEDED')";

    private static final String DECISIONS = INSERT + "SELECT TRUE, :begins, d.touchpoint_key, COALESCE(d.profile_id, "
            + NO_PROFILE + "), " + ABOUT + ", d.outcome, d.reason, FALSE, COUNT(*) FROM decision d" + OF_DAY
            + " GROUP BY d.touchpoint_key, d.profile_id, " + ABOUT + ", d.outcome, d.reason";

    private static final String INVITATIONS = INSERT + "SELECT TRUE, :begins, d.touchpoint_key, COALESCE(d.profile_id, "
            + NO_PROFILE + "), 'INVITATION', i.state, COALESCE(i.reason, ''), i.sent_at IS NOT NULL, COUNT(*)"
            + " FROM decision d JOIN invitation i ON i.id = d.invitation_id" + OF_DAY
            + " AND d.superseded_at IS NULL AND d.outcome = 'INVITED'"
            + " GROUP BY d.touchpoint_key, d.profile_id, i.state, i.reason, i.sent_at IS NOT NULL";

    /** Sums of counts by touchpoint and profile, over all of either, or of both. */
    private static final String TOGETHER =
            INSERT + "SELECT %1$s, :begins, %2$s, %3$s, about, what, reason, went_out, SUM(n)"
                    + " FROM coverage_count WHERE by_profile = TRUE AND begins_at = :begins AND touchpoint_key <> ''"
                    + " GROUP BY %4$s about, what, reason, went_out";

    private static final List<String> SUMS = List.of(
            TOGETHER.formatted("TRUE", "''", "profile_id", "profile_id,"),
            TOGETHER.formatted("FALSE", "touchpoint_key", NO_PROFILE, "touchpoint_key,"),
            TOGETHER.formatted("FALSE", "''", NO_PROFILE, ""));

    private final EntityManager entities;

    CoverageDays(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Answers a question about a period from the counts of its days, which all stood at one moment.
     *
     * @param answer what comes of days that were counted and of spans that were not
     */
    <T> T over(Instant from, Instant to, Function<CoverageSpans, T> answer) {
        for (int i = 0; i < TRIES; i++) {
            List<CountedDay> counted = between(from, to);
            T answered = answer.apply(CoverageSpans.of(from, to, counted));
            if (counted.equals(between(from, to))) {
                return answered;
            }
        }
        return answer.apply(CoverageSpans.of(from, to, List.of()));
    }

    /** Those that were counted and begin at or after a moment and before another one, in their order. */
    List<CountedDay> between(Instant from, Instant to) {
        return days("begins_at >= :from AND begins_at < :to ORDER BY begins_at")
                .setParameter("from", time(from))
                .setParameter("to", time(to))
                .getResultList()
                .stream()
                .map(CoverageDays::day)
                .filter(day -> !day.isEmpty())
                .toList();
    }

    /** The day, held until the transaction ends. */
    CountedDay hold(Instant begins) {
        execute(
                "INSERT IGNORE INTO coverage_day (begins_at, counted_until, counted_at) VALUES (:begins, :begins, :begins)",
                begins);
        return day(days("begins_at = :begins FOR UPDATE")
                .setParameter("begins", time(begins))
                .getSingleResult());
    }

    /** Puts new counts of a day that is held in the place of the old ones. */
    void count(CountedDay day) {
        for (String facet : List.of("TRUE", "FALSE")) {
            execute(
                    "DELETE FROM coverage_count WHERE by_profile = " + facet + " AND begins_at = :begins",
                    day.begins());
        }
        for (String counting : List.of(DECISIONS, INVITATIONS)) {
            entities.createNativeQuery(counting)
                    .setParameter("begins", time(day.begins()))
                    .setParameter("until", time(day.until()))
                    .executeUpdate();
        }
        SUMS.forEach(sum -> execute(sum, day.begins()));
        entities.createNativeQuery(
                        "UPDATE coverage_day SET counted_until = :until, counted_at = :at WHERE begins_at = :begins")
                .setParameter("begins", time(day.begins()))
                .setParameter("until", time(day.until()))
                .setParameter("at", time(day.at()))
                .executeUpdate();
    }

    private void execute(String sql, Instant begins) {
        entities.createNativeQuery(sql).setParameter("begins", time(begins)).executeUpdate();
    }

    /** When the first decision of the ledger was made. */
    Optional<Instant> firstDecision() {
        return session()
                .createNativeQuery("SELECT decided_at FROM decision ORDER BY decided_at LIMIT 1", Object.class)
                .addScalar("decided_at", Instant.class)
                .getResultList()
                .stream()
                .map(Instant.class::cast)
                .findFirst();
    }

    /** Whether so many decisions were made since a moment. */
    boolean hasDecisions(int many, Instant since) {
        return !entities.createNativeQuery("SELECT 1 FROM decision WHERE decided_at >= :since LIMIT :last, 1")
                .setParameter("since", time(since))
                .setParameter("last", many - 1)
                .getResultList()
                .isEmpty();
    }

    private NativeQuery<Object[]> days(String which) {
        return session()
                .createNativeQuery(
                        "SELECT begins_at, counted_until, counted_at FROM coverage_day WHERE " + which, Object[].class)
                .addScalar("begins_at", Instant.class)
                .addScalar("counted_until", Instant.class)
                .addScalar("counted_at", Instant.class);
    }

    private static CountedDay day(Object[] row) {
        return new CountedDay((Instant) row[0], (Instant) row[1], (Instant) row[2]);
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }

    private static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
