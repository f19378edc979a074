package io.aftertouch.survey.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;

/**
 * How often the ledger holds each outcome and reason. Days that were counted ahead are added up, and say no less than the ledger: a decision never
 * changes and never goes. Whoever asks for a respondent, rule or survey, which the counts do not tell apart, is answered by the ledger itself.
 */
@Singleton
class LedgerCounts {

    private static final String COUNTED =
            "SELECT what, reason, CAST(SUM(n) AS SIGNED) FROM coverage_count WHERE by_profile = FALSE"
                    + " AND begins_at IN (:days) AND touchpoint_key = :touchpoint AND profile_id = "
                    + CoverageDays.NO_PROFILE
                    + " AND about IN ('DECISION', 'SUPERSEDED')";

    private static final String GROUPED = " GROUP BY what, reason";

    private final EntityManager entities;
    private final CoverageDays days;
    private final DecisionRepository ledger;

    LedgerCounts(EntityManager entities, CoverageDays days, DecisionRepository ledger) {
        this.entities = entities;
        this.days = days;
        this.ledger = ledger;
    }

    /** How many decisions ended with an outcome and reason. */
    record Count(Outcome outcome, Reason reason, long decisions) {

        static final Comparator<Count> MOST_FREQUENT_FIRST = Comparator.comparingLong(Count::decisions)
                .reversed()
                .thenComparing(count -> count.reason().name());
    }

    /**
     * The most frequent first.
     *
     * @param filter with a beginning
     */
    @Transactional
    List<Count> of(DecisionFilter filter, Instant now) {
        if (filter.respondent() != null || filter.rule() != null || filter.survey() != null) {
            return together(ledger.counts(filter).stream());
        }
        Instant end = filter.to() == null ? now : filter.to();
        return days.over(filter.from(), end, spans -> sum(filter, spans));
    }

    private List<Count> sum(DecisionFilter filter, CoverageSpans spans) {
        List<Count> counts = new ArrayList<>();
        for (CoverageSpans.Span span : spans.open()) {
            counts.addAll(ledger.counts(filter.within(span.from(), span.to())));
        }
        if (!spans.counted().isEmpty()) {
            counts.addAll(counted(filter, spans));
        }
        return together(counts.stream());
    }

    @SuppressWarnings("unchecked")
    private List<Count> counted(DecisionFilter filter, CoverageSpans spans) {
        String where = (filter.outcome() == null ? "" : " AND what = :outcome")
                + (filter.reason() == null ? "" : " AND reason = :reason");
        Query query = entities.createNativeQuery(COUNTED + where + GROUPED)
                .setParameter("days", spans.beginnings())
                .setParameter(
                        "touchpoint", filter.touchpoint() == null ? CoverageDays.EVERYWHERE : filter.touchpoint());
        if (filter.outcome() != null) {
            query.setParameter("outcome", filter.outcome().name());
        }
        if (filter.reason() != null) {
            query.setParameter("reason", filter.reason().name());
        }
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Count(
                        Outcome.valueOf((String) row[0]),
                        Reason.valueOf((String) row[1]),
                        ((Number) row[2]).longValue()))
                .toList();
    }

    private record Kind(Outcome outcome, Reason reason) {}

    private static List<Count> together(Stream<Count> counts) {
        Map<Kind, Long> sums = new HashMap<>();
        counts.forEach(count -> sums.merge(new Kind(count.outcome(), count.reason()), count.decisions(), Long::sum));
        return sums.entrySet().stream()
                .map(sum -> new Count(sum.getKey().outcome(), sum.getKey().reason(), sum.getValue()))
                .sorted(Count.MOST_FREQUENT_FIRST)
                .toList();
    }
}
