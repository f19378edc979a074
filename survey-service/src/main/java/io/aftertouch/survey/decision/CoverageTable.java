package io.aftertouch.survey.decision;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * Counts decisions within the database: per touchpoint or segment profile from one index, and the invitations among them by their state. Only the
 * few groups that come out of it are joined to their segments.
 */
@Singleton
class CoverageTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Enough of them to show the dimensions that matter; the ids are hashes, so the first ones are any ones. */
    private static final String SAMPLE = "SELECT segments FROM segment_profile ORDER BY id LIMIT 1000";

    private static final String PERIOD =
            " FROM decision d %s WHERE d.decided_at >= :from AND d.decided_at < :to AND d.superseded_at IS NULL";

    private final EntityManager entities;

    CoverageTable(EntityManager entities) {
        this.entities = entities;
    }

    /** By the name of the group; null where the dimension is not known. */
    Map<String, CoverageCount> count(CoverageQuestion question) {
        Map<String, CoverageCount> counts = new HashMap<>();
        for (Object[] row : rows(question, "d.outcome AS a, d.reason AS b, 0 AS c", "")) {
            group(counts, row)
                    .decided(Outcome.valueOf((String) row[1]), Reason.valueOf((String) row[2]), number(row[4]));
        }
        for (Object[] row : rows(
                question,
                "i.state AS a, i.reason AS b, i.sent_at IS NOT NULL AS c",
                "JOIN invitation i ON i.id = d.invitation_id")) {
            group(counts, row)
                    .invitation(
                            InvitationState.valueOf((String) row[1]),
                            row[2] == null ? null : Reason.valueOf((String) row[2]),
                            number(row[3]) > 0,
                            number(row[4]));
        }
        return counts;
    }

    private List<Object[]> rows(CoverageQuestion question, String values, String join) {
        boolean bySegment = question.grouping().dimension().isPresent();
        String key = bySegment ? "d.profile_id" : "d.touchpoint_key";
        String counted = "SELECT " + key + " AS k, " + values + ", COUNT(*) AS n" + PERIOD.formatted(join)
                + (question.touchpoint() == null ? "" : " AND d.touchpoint_key = :touchpoint")
                + (join.isEmpty() ? "" : " AND d.outcome = 'INVITED'") + " GROUP BY k, a, b, c";
        String named = bySegment
                ? "SELECT JSON_UNQUOTE(JSON_EXTRACT(p.segments, :path)) AS v, a, b, c, CAST(SUM(n) AS SIGNED) AS n FROM ("
                        + counted + ") g LEFT JOIN segment_profile p ON p.id = g.k GROUP BY v, a, b, c"
                : counted;
        return list(named, question);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> list(String sql, CoverageQuestion question) {
        Query query = entities.createNativeQuery(sql)
                .setParameter("from", LocalDateTime.ofInstant(question.from(), ZoneOffset.UTC))
                .setParameter("to", LocalDateTime.ofInstant(question.to(), ZoneOffset.UTC));
        if (question.touchpoint() != null) {
            query.setParameter("touchpoint", question.touchpoint());
        }
        question.grouping().dimension().ifPresent(dimension -> query.setParameter("path", "$.\"" + dimension + "\""));
        return query.getResultList();
    }

    private static CoverageCount group(Map<String, CoverageCount> counts, Object[] row) {
        return counts.computeIfAbsent((String) row[0], group -> new CoverageCount());
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
