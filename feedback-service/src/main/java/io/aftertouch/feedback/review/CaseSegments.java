package io.aftertouch.feedback.review;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

import io.aftertouch.feedback.catalog.Labels;
import io.aftertouch.platform.sql.ManyRows;

/** Which cases have a segment. They keep their segments for good: those are of the interaction, and of many customers. */
@Singleton
class CaseSegments {

    /** So many cases are looked at one by one; of more, enough are met soon by passing over all cases in the order of the list. */
    static final int FEW = 10_000;

    private static final ManyRows INSERT =
            new ManyRows("INSERT INTO case_segment (dimension, value, case_id) VALUES", "(?, ?, ?)");

    private final EntityManager database;

    CaseSegments(EntityManager database) {
        this.database = database;
    }

    /** Writes them on the connection of the cases. */
    void insert(Connection connection, List<ReviewCase> opened) throws SQLException {
        INSERT.write(connection, opened.stream().flatMap(CaseSegments::rows).toList());
    }

    private static Stream<Object[]> rows(ReviewCase reviewCase) {
        return Labels.searchable(reviewCase.segments()).entrySet().stream()
                .map(segment -> new Object[] {segment.getKey(), segment.getValue(), reviewCase.id()});
    }

    /** The dimension in which the values that are asked for are the rarest, if few cases have one of them. */
    Optional<String> rare(Map<String, Set<String>> segments) {
        record Found(String dimension, long cases) {}
        return segments.entrySet().stream()
                .map(asked -> new Found(asked.getKey(), count(asked.getKey(), asked.getValue())))
                .filter(found -> found.cases() <= FEW)
                .min(Comparator.comparingLong(Found::cases))
                .map(Found::dimension);
    }

    /** Counts one more than are few, and no further. */
    private long count(String dimension, Set<String> values) {
        return ((Number) database.createNativeQuery("SELECT COUNT(*) FROM (SELECT 1 FROM case_segment"
                                + " WHERE dimension = :dimension AND value IN (:values) LIMIT " + (FEW + 1) + ") few")
                        .setParameter("dimension", dimension)
                        .setParameter("values", values)
                        .getSingleResult())
                .longValue();
    }
}
