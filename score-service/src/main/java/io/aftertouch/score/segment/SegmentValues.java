package io.aftertouch.score.segment;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.database.Database;

/**
 * The values of each dimension that are told apart. A value is admitted when it is first met, as long as there is room; after that
 * whatever else a source sends (an order number, say) is {@code other}, so that no source can blow up the tallies.
 */
@ApplicationScoped
class SegmentValues {

    private final Database database;
    private final SegmentConfig config;
    private final Map<String, Set<String>> admitted = new ConcurrentHashMap<>();

    SegmentValues(Database database, SegmentConfig config) {
        this.database = database;
        this.config = config;
    }

    /** The segment itself, or {@code other} of its dimension. Needs a transaction when the value has not been met before. */
    Segment admit(Segment segment) {
        Set<String> known = admitted.getOrDefault(segment.dimension(), Set.of());
        if (known.contains(segment.value())) {
            return segment;
        }
        if (known.size() < config.valuesPerDimension()) {
            known = admitLocked(segment);
        }
        return known.contains(segment.value()) ? segment : new Segment(segment.dimension(), Segment.OTHER);
    }

    /** Forgets what it believes to be stored, after a transaction that may have been rolled back. */
    void forget() {
        admitted.clear();
    }

    private Set<String> admitLocked(Segment segment) {
        database.run(
                "INSERT INTO segment_dimension (name) VALUES (?) ON DUPLICATE KEY UPDATE name = VALUES(name)",
                segment.dimension());
        Set<String> known = stored(segment.dimension());
        if (!known.contains(segment.value()) && known.size() < config.valuesPerDimension()) {
            database.run(
                    "INSERT INTO segment_value (dimension, value) VALUES (?, ?)", segment.dimension(), segment.value());
            known.add(segment.value());
        }
        admitted.put(segment.dimension(), known);
        return known;
    }

    private Set<String> stored(String dimension) {
        return database
                .rows("SELECT value FROM segment_value WHERE dimension = ?", row -> row.getString(1), dimension)
                .stream()
                .collect(Collectors.toSet());
    }
}
