package io.aftertouch.survey.decision;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aftertouch.survey.invitation.InvitationState;
import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;

/**
 * Counts decisions within the database: per touchpoint or segment profile from one index, and the invitations among them by their state. What was
 * counted ahead is added up. Only the few groups that come out of it are joined to their segments.
 */
@Singleton
class CoverageTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Enough of them to show the dimensions that matter; the ids are hashes, so the first ones are any ones. */
    private static final String SAMPLE = "SELECT segments FROM segment_profile ORDER BY id LIMIT 1000";

    private static final String OF_SPAN = "d.decided_at >= :from AND d.decided_at < :to AND d.superseded_at IS NULL";

    private static final String DECIDED = "SELECT %s AS k, d.outcome AS a, d.reason AS b, FALSE AS c, COUNT(*) AS n"
            + " FROM decision d WHERE " + OF_SPAN;

    private static final String INVITED =
            "SELECT %s AS k, i.state AS a, i.reason AS b, i.sent_at IS NOT NULL AS c, COUNT(*) AS n"
                    + " FROM decision d JOIN invitation i ON i.id = d.invitation_id WHERE " + OF_SPAN
                    + " AND d.outcome = 'INVITED'";

    private static final String COUNTED =
            "SELECT %s AS k, d.what AS a, NULLIF(d.reason, '') AS b, d.went_out AS c, SUM(d.n) AS n"
                    + " FROM coverage_count d WHERE d.by_profile = %s AND d.about = '%s' AND d.begins_at IN (:days)";

    private static final String BY_PROFILE = "TRUE";
    private static final String BY_TOUCHPOINT = "FALSE AND d.touchpoint_key <> '" + CoverageDays.EVERYWHERE + "'";

    private final EntityManager entities;
    private final CoverageDays days;

    CoverageTable(EntityManager entities, CoverageDays days) {
        this.entities = entities;
        this.days = days;
    }

    /**
     * What came out.
     *
     * @param groups by their names; null where the dimension is not known
     * @param asOf what became of invitations since then may be missing; empty when nothing is
     */
    record Counted(Map<String, CoverageCount> groups, Optional<Instant> asOf) {}

    /** Adds up days that were counted ahead, and counts what was decided between and after them. */
    Counted count(CoverageQuestion question) {
        return days.over(question.from(), question.to(), spans -> count(question, spans));
    }

    private Counted count(CoverageQuestion question, CoverageSpans spans) {
        Map<String, CoverageCount> groups = new HashMap<>();
        for (CoverageSpans.Span span : spans.open()) {
            Map<String, Object> parameters = Map.of("from", time(span.from()), "to", time(span.to()));
            Optional<String> where = Optional.ofNullable(question.touchpoint());
            decided(groups, rows(question, DECIDED.formatted(key(question)), where, parameters));
            invited(groups, rows(question, INVITED.formatted(key(question)), where, parameters));
        }
        if (!spans.counted().isEmpty()) {
            String facet = isBySegment(question) ? BY_PROFILE : BY_TOUCHPOINT;
            Map<String, Object> parameters = Map.of("days", spans.beginnings());
            Optional<String> where = Optional.ofNullable(question.touchpoint())
                    .or(() -> question.grouping().dimension().map(bySegment -> CoverageDays.EVERYWHERE));
            decided(groups, rows(question, COUNTED.formatted(key(question), facet, "DECISION"), where, parameters));
            invited(groups, rows(question, COUNTED.formatted(key(question), facet, "INVITATION"), where, parameters));
        }
        return new Counted(groups, spans.counted().stream().map(CountedDay::at).min(Comparator.naturalOrder()));
    }

    private static void decided(Map<String, CoverageCount> groups, List<Object[]> rows) {
        for (Object[] row : rows) {
            group(groups, row)
                    .decided(Outcome.valueOf((String) row[1]), Reason.valueOf((String) row[2]), number(row[4]));
        }
    }

    private static void invited(Map<String, CoverageCount> groups, List<Object[]> rows) {
        for (Object[] row : rows) {
            group(groups, row)
                    .invitation(
                            InvitationState.valueOf((String) row[1]),
                            row[2] == null ? null : Reason.valueOf((String) row[2]),
                            number(row[3]) > 0,
                            number(row[4]));
        }
    }

    private static boolean isBySegment(CoverageQuestion question) {
        return question.grouping().dimension().isPresent();
    }

    private static String key(CoverageQuestion question) {
        return isBySegment(question) ? "d.profile_id" : "d.touchpoint_key";
    }

    /** @param counting gives key, three values and their number; it is grouped here, and profiles are put together by their value */
    @SuppressWarnings("unchecked")
    private List<Object[]> rows(
            CoverageQuestion question, String counting, Optional<String> touchpoint, Map<String, Object> parameters) {
        String grouped = counting
                + touchpoint.map(one -> " AND d.touchpoint_key = :touchpoint").orElse("") + " GROUP BY k, a, b, c";
        Query query = entities.createNativeQuery(
                isBySegment(question)
                        ? "SELECT JSON_UNQUOTE(JSON_EXTRACT(p.segments, :path)) AS v, a, b, c, CAST(SUM(n) AS SIGNED) AS n FROM ("
                                + grouped + ") g LEFT JOIN segment_profile p ON p.id = g.k GROUP BY v, a, b, c"
                        : grouped);
        parameters.forEach(query::setParameter);
        touchpoint.ifPresent(one -> query.setParameter("touchpoint", one));
        question.grouping().dimension().ifPresent(dimension -> query.setParameter("path", "$.\"" + dimension + "\""));
        return query.getResultList();
    }

    private static LocalDateTime time(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static CoverageCount group(Map<String, CoverageCount> groups, Object[] row) {
        return groups.computeIfAbsent((String) row[0], group -> new CoverageCount());
    }

    private static long number(Object value) {
        return value instanceof Boolean yes ? (yes ? 1 : 0) : ((Number) value).longValue();
    }

    /** The dimensions that segments have. */
    Set<String> dimensions() {
        Set<String> dimensions = new TreeSet<>();
        for (Object json : entities.createNativeQuery(SAMPLE).getResultList()) {
            dimensions.addAll(segments((String) json).keySet());
        }
        return dimensions;
    }

    private static Map<String, String> segments(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored segments cannot be read", e);
        }
    }
}
