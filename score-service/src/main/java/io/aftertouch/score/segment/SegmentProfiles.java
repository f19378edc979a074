package io.aftertouch.score.segment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Interns segment profiles: each distinct combination of segment values gets a number once, and tallies name only the number. A
 * profile is made in a transaction of its own, so that a number handed out stays true whatever becomes of the caller's.
 */
@ApplicationScoped
public class SegmentProfiles {

    private static final int REMEMBERED = 100_000;

    private final Database database;
    private final SegmentValues values;
    private final Map<SortedSet<Segment>, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, List<Integer>> segmentNumbers = new ConcurrentHashMap<>();

    SegmentProfiles(Database database, SegmentValues values) {
        this.database = database;
        this.values = values;
    }

    /** The number of the profile with these segments, made if there is none yet. */
    public int idOf(Map<String, String> segments) {
        SortedSet<Segment> asked = segments.entrySet().stream()
                .map(entry -> new Segment(entry.getKey(), entry.getValue()))
                .collect(Collectors.toCollection(TreeSet::new));
        Integer known = ids.get(asked);
        if (known != null) {
            return known;
        }
        int id = inOwnTransaction(asked);
        if (ids.size() >= REMEMBERED) {
            ids.clear();
        }
        ids.put(asked, id);
        return id;
    }

    /** The segments of each of these profiles. */
    public Map<Integer, Set<Segment>> segmentsOf(Set<Integer> profiles) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        record Row(int profile, Segment segment) {}
        String sql = "SELECT profile_id, dimension, value FROM profile_segment WHERE profile_id IN ("
                + Database.marks(profiles.size()) + ")";
        return database
                .rows(
                        sql,
                        row -> new Row(row.getInt(1), new Segment(row.getString(2), row.getString(3))),
                        List.copyOf(profiles))
                .stream()
                .collect(Collectors.groupingBy(Row::profile, Collectors.mapping(Row::segment, Collectors.toSet())));
    }

    /** The numbers of the segments of a profile, which never change. Read outside the caller's transaction, which may have a view of before it was made. */
    public List<Integer> segmentNumbers(int profile) {
        List<Integer> known = segmentNumbers.get(profile);
        if (known != null) {
            return known;
        }
        List<Integer> stored =
                QuarkusTransaction.requiringNew().call(() -> database.rows("""
                        SELECT s.id FROM profile_segment p JOIN segment s ON s.dimension = p.dimension AND s.value = p.value
                        WHERE p.profile_id = ?
                        """, row -> row.getInt(1), profile));
        if (segmentNumbers.size() >= REMEMBERED) {
            segmentNumbers.clear();
        }
        segmentNumbers.put(profile, stored);
        return stored;
    }

    /** The profiles that have one of the named values in each named dimension. */
    public Set<Integer> with(Map<String, Set<String>> segments) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder sql = new StringBuilder("SELECT id FROM segment_profile WHERE TRUE");
        segments.forEach((dimension, asked) -> {
            sql.append(" AND id IN (SELECT profile_id FROM profile_segment WHERE dimension = ? AND value IN (")
                    .append(Database.marks(asked.size()))
                    .append("))");
            parameters.add(dimension);
            parameters.addAll(asked);
        });
        return new HashSet<>(database.rows(sql.toString(), row -> row.getInt(1), parameters));
    }

    /** The values of a dimension by the numbers of their segments. */
    public Map<Integer, String> valuesOf(String dimension) {
        return byNumber("SELECT id, value FROM segment WHERE dimension = ?", dimension);
    }

    /** The value that each profile has of a dimension; profiles without one are left out. */
    public Map<Integer, String> valuesByProfile(String dimension) {
        return byNumber("SELECT profile_id, value FROM profile_segment WHERE dimension = ?", dimension);
    }

    private Map<Integer, String> byNumber(String sql, String dimension) {
        Map<Integer, String> values = new HashMap<>();
        database.rows(sql, row -> values.put(row.getInt(1), row.getString(2)), dimension);
        return values;
    }

    /** Whether any answer has had a value of this dimension. */
    public boolean hasDimension(String dimension) {
        return database.row("SELECT 1 FROM segment_dimension WHERE name = ?", row -> true, dimension)
                .orElse(false);
    }

    /** Every dimension met so far with its values, both in order; {@code other} is the last value of a dimension that is full. */
    public SequencedMap<String, SortedSet<String>> dimensions() {
        SequencedMap<String, SortedSet<String>> dimensions = new LinkedHashMap<>();
        database.rows(
                        "SELECT dimension, value FROM segment ORDER BY dimension, value",
                        row -> new Segment(row.getString(1), row.getString(2)))
                .forEach(segment -> dimensions
                        .computeIfAbsent(segment.dimension(), dimension -> new TreeSet<>())
                        .add(segment.value()));
        return dimensions;
    }

    private int inOwnTransaction(SortedSet<Segment> asked) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> intern(asked));
        } catch (RuntimeException e) {
            values.forget();
            throw e;
        }
    }

    private int intern(SortedSet<Segment> asked) {
        SortedSet<Segment> profile = asked.stream().map(values::admit).collect(Collectors.toCollection(TreeSet::new));
        byte[] fingerprint = fingerprint(profile);
        return find(fingerprint).orElseGet(() -> {
            database.run(
                    "INSERT INTO segment_profile (fingerprint) VALUES (?) ON DUPLICATE KEY UPDATE fingerprint = VALUES(fingerprint)",
                    fingerprint);
            int id = find(fingerprint).orElseThrow();
            database.runAll(
                    "INSERT INTO segment (dimension, value) VALUES (?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)",
                    profile.stream()
                            .map(segment -> List.of(segment.dimension(), segment.value()))
                            .toList());
            database.runAll(
                    "INSERT IGNORE INTO profile_segment (profile_id, dimension, value) VALUES (?, ?, ?)",
                    profile.stream()
                            .map(segment -> List.of(id, segment.dimension(), segment.value()))
                            .toList());
            return id;
        });
    }

    private Optional<Integer> find(byte[] fingerprint) {
        return database.row("SELECT id FROM segment_profile WHERE fingerprint = ?", row -> row.getInt(1), fingerprint);
    }

    /** Every part has its length before it, so that no two combinations read the same. */
    private static byte[] fingerprint(SortedSet<Segment> profile) {
        String text = profile.stream()
                .flatMap(segment -> Stream.of(segment.dimension(), segment.value()))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
