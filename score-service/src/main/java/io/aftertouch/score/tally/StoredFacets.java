package io.aftertouch.score.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.database.Database;
import io.aftertouch.score.metric.Counts;

/** The sums by facet one by one, for whoever holds them against the answers or against each other. */
@ApplicationScoped
class StoredFacets {

    private static final List<Integer> HOURS_OF_A_DAY =
            IntStream.range(0, 24).boxed().toList();

    private final Database database;

    StoredFacets(Database database) {
        this.database = database;
    }

    /** Every sum by facet of a touchpoint in this stretch of time, of all grains, as it is stored: of members that have months, and of these. */
    SortedMap<FacetKey, Counts> ofTouchpoint(int touchpoint, Span span, Map<Facet, Set<Integer>> members) {
        SortedMap<FacetKey, Counts> stored = new TreeMap<>();
        for (Facet facet : Facet.OF_A_TOUCHPOINT) {
            Set<Integer> all = new TreeSet<>(members.getOrDefault(facet, Set.of()));
            all.addAll(members(facet));
            for (List<Integer> some : FacetTallies.chunks(all, FacetTallies.MOST_STRETCHES / HOURS_OF_A_DAY.size())) {
                for (Grain grain : Grain.values()) {
                    stored.putAll(stored(grain, touchpoint, facet, some, span));
                }
            }
        }
        return stored;
    }

    private Map<FacetKey, Counts> stored(Grain grain, int touchpoint, Facet facet, List<Integer> members, Span span) {
        List<Object> parameters = new ArrayList<>(List.of(grain, facet));
        String sql = "SELECT member_id, bucket, survey_version_id, " + TallyColumns.ALL
                + " FROM facet_tally WHERE grain = ? AND facet = ? AND member_id"
                + TallyColumns.in(members, parameters) + " AND hour_of_day"
                + hours(grain, parameters)
                + " AND bucket >= ? AND bucket < ? AND touchpoint_id = ?";
        parameters.addAll(List.of(span.from(), span.to(), touchpoint));
        return sums(grain, touchpoint, facet, sql, parameters);
    }

    /**
     * What the sums over all touchpoints lack in this stretch of time, by those of the touchpoints. Each question is one statement, so that it is the same
     * whatever is added meanwhile.
     */
    SortedMap<FacetKey, Counts> missingAnywhere(Span span) {
        Set<Integer> all = new TreeSet<>(members(Facet.PROFILE));
        all.addAll(members(Facet.ANYWHERE));
        SortedMap<FacetKey, Counts> missing = new TreeMap<>();
        for (List<Integer> some : FacetTallies.chunks(all, FacetTallies.MOST_STRETCHES / HOURS_OF_A_DAY.size() / 2)) {
            for (Grain grain : Grain.values()) {
                missing.putAll(missingAnywhere(grain, some, span));
            }
        }
        return missing;
    }

    private Map<FacetKey, Counts> missingAnywhere(Grain grain, List<Integer> members, Span span) {
        List<Object> parameters = new ArrayList<>(List.of(grain));
        String sql = "SELECT f.member_id, f.bucket, s.first_id, " + TallyColumns.MISSING
                + " FROM facet_tally f JOIN survey_version v ON v.id = f.survey_version_id"
                + " JOIN (SELECT scale_key, MIN(id) AS first_id FROM survey_version GROUP BY scale_key) s ON s.scale_key = v.scale_key"
                + " WHERE f.grain = ? AND f.facet IN ('PROFILE', 'ANYWHERE') AND f.member_id"
                + TallyColumns.in(members, parameters) + " AND f.hour_of_day" + hours(grain, parameters)
                + " AND f.bucket >= ? AND f.bucket < ? GROUP BY f.member_id, f.hour_of_day, f.bucket, s.first_id HAVING "
                + TallyColumns.ANY_MISSING;
        parameters.addAll(List.of(span.from(), span.to()));
        return sums(grain, Facets.ANY_TOUCHPOINT, Facet.ANYWHERE, sql, parameters);
    }

    /** Rows of member, bucket, survey version and counts. */
    private Map<FacetKey, Counts> sums(Grain grain, int touchpoint, Facet facet, String sql, List<Object> parameters) {
        return database
                .rows(
                        sql,
                        row -> Map.entry(
                                new FacetKey(
                                        grain,
                                        touchpoint,
                                        facet,
                                        row.getInt(1),
                                        Database.instant(row, "bucket"),
                                        row.getInt(3)),
                                Counts.stored(TallyColumns.answers(row, 4))),
                        parameters)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Integer> members(Facet facet) {
        return database.rows(
                "SELECT DISTINCT member_id FROM facet_tally WHERE grain = 'MONTH' AND facet = ?",
                row -> row.getInt(1),
                facet);
    }

    private static String hours(Grain grain, List<Object> parameters) {
        return TallyColumns.in(grain == Grain.HOUR ? HOURS_OF_A_DAY : List.of(0), parameters);
    }
}
