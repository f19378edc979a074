package io.aftertouch.feedback.loop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/** Counts cases. What is counted lies in one range of the index by the time of opening. */
@ApplicationScoped
class LoopRepository {

    private static final String OF_PERIOD =
            " FROM review_case WHERE opened_at >= :from AND opened_at < :to AND state <> 'SPAM'";

    private static final String COUNTS = """
            SELECT %1$s AS grp, COUNT(*) AS opened, COUNT(first_taken_at) AS taken, SUM(state = 'RESOLVED') AS resolved,
                   SUM(COALESCE(taken_in_time, FALSE)) AS in_time,
                   SUM(COALESCE(NOT taken_in_time, state = 'NEW' AND due_at < :now)) AS late,
                   COUNT(first_contact_at) AS contacted
            %2$s GROUP BY grp ORDER BY opened DESC, grp
            """;

    /** The one in the middle of each group, or the mean of the two that are. */
    private static final String MEDIANS = """
            SELECT grp, AVG(seconds) AS seconds FROM (
                SELECT %1$s AS grp, TIMESTAMPDIFF(SECOND, opened_at, first_contact_at) AS seconds,
                       ROW_NUMBER() OVER (PARTITION BY %1$s ORDER BY TIMESTAMPDIFF(SECOND, opened_at, first_contact_at)) AS place,
                       COUNT(*) OVER (PARTITION BY %1$s) AS size
                %2$s AND first_contact_at IS NOT NULL
            ) AS ordered WHERE place IN (FLOOR((size + 1) / 2), CEIL((size + 1) / 2)) GROUP BY grp
            """;

    private static final String RECOVERIES = """
            SELECT %s AS grp, COUNT(*) AS asked, COUNT(again.answered_at) AS answered,
                   SUM(COALESCE(later.band <> 'NEGATIVE' AND later.withdrawn_at IS NULL, FALSE)) AS recovered
            FROM review_case JOIN case_recovery AS again ON again.case_id = review_case.id
                LEFT JOIN response AS later ON later.id = again.response_id
            WHERE review_case.opened_at >= :from AND review_case.opened_at < :to AND review_case.state <> 'SPAM'
                AND again.state IN ('INVITED', 'ANSWERED')
            GROUP BY grp
            """;

    private static final String CAUSES = "SELECT root_cause, COUNT(*) AS cases" + OF_PERIOD
            + " AND state = 'RESOLVED' AND root_cause IS NOT NULL GROUP BY root_cause ORDER BY cases DESC, root_cause";

    private final EntityManager database;

    LoopRepository(EntityManager database) {
        this.database = database;
    }

    List<LoopFigures> by(Grouping grouping, Period period, Instant now) {
        return figures(
                switch (grouping) {
                    case TOUCHPOINT -> "review_case.touchpoint";
                    case TEAM -> "review_case.team";
                },
                period,
                now);
    }

    LoopFigures total(Period period, Instant now) {
        return figures("CAST(NULL AS CHAR)", period, now).stream()
                .findFirst()
                .orElseGet(() -> new LoopFigures(null, 0, 0, 0, 0, 0, 0, null, LoopFigures.Recoveries.NONE));
    }

    /** What lay behind most of the resolved cases, the most frequent first. */
    List<RootCause> rootCauses(Period period, int limit) {
        Query query = inPeriod(CAUSES, period).setMaxResults(limit);
        return rows(query).stream()
                .map(row -> new RootCause(row.get(0, String.class), number(row, "cases")))
                .toList();
    }

    /** @param by a column or a constant, never what somebody typed */
    private List<LoopFigures> figures(String by, Period period, Instant now) {
        Map<String, Duration> medians = new HashMap<>();
        rows(inPeriod(MEDIANS.formatted(by, OF_PERIOD), period))
                .forEach(row -> medians.put(
                        row.get("grp", String.class),
                        Duration.ofSeconds(new BigDecimal(row.get("seconds").toString())
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact())));
        Map<String, LoopFigures.Recoveries> recoveries = new HashMap<>();
        rows(inPeriod(RECOVERIES.formatted(by), period))
                .forEach(row -> recoveries.put(
                        row.get("grp", String.class),
                        new LoopFigures.Recoveries(
                                number(row, "asked"), number(row, "answered"), number(row, "recovered"))));
        Query counts = inPeriod(COUNTS.formatted(by, OF_PERIOD), period).setParameter("now", utc(now));
        return rows(counts).stream()
                .map(row -> new LoopFigures(
                        row.get("grp", String.class),
                        number(row, "opened"),
                        number(row, "taken"),
                        number(row, "resolved"),
                        number(row, "in_time"),
                        number(row, "late"),
                        number(row, "contacted"),
                        medians.get(row.get("grp", String.class)),
                        recoveries.getOrDefault(row.get("grp", String.class), LoopFigures.Recoveries.NONE)))
                .toList();
    }

    private Query inPeriod(String sql, Period period) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter("from", utc(period.from()))
                .setParameter("to", utc(period.to()));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
