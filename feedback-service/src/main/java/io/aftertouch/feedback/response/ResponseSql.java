package io.aftertouch.feedback.response;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.paging.Cursor;

import static java.time.ZoneOffset.UTC;

/**
 * The answers of a filter as SQL. One index is walked from the latest answer to the earliest, the one that promises most: that of the respondent, the
 * touchpoint, the survey or a segment. What the index does not tell apart is looked at row by row on the way, so that how long a page takes depends
 * on how many rows it may look at and not on how many answers there are.
 */
final class ResponseSql {

    /** Conditions that all hold, with the values of their question marks. */
    private static final class Conditions {

        private final List<String> sql = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void add(String condition, Object... itsValues) {
            add(condition, List.of(itsValues));
        }

        void add(String condition, Collection<?> itsValues) {
            sql.add(condition);
            values.addAll(itsValues);
        }

        Conditions and(Conditions others) {
            var both = new Conditions();
            both.sql.addAll(sql);
            both.sql.addAll(others.sql);
            both.values.addAll(values);
            both.values.addAll(others.values);
            return both;
        }

        String where() {
            return sql.isEmpty() ? "" : " WHERE " + String.join(" AND ", sql);
        }
    }

    /** A statement and the values of its question marks, in their order. */
    record Statement(String sql, List<Object> values) {}

    /** A place in the order of the answers. */
    record Place(Instant answeredAt, byte[] id) {

        private static final String TIME = "[0-9]{4}-[0-9T:.-]{1,30}Z";

        static Optional<Place> of(Cursor cursor) {
            return Optional.ofNullable(cursor).map(given -> {
                given.string(0, TIME);
                return new Place(given.instant(0), UuidBytes.toBytes(given.uuid(1)));
            });
        }

        String cursor() {
            return Cursor.encode(answeredAt, UuidBytes.fromBytes(id));
        }
    }

    private static final String BY_SEGMENT =
            "response_segment s FORCE INDEX (PRIMARY) STRAIGHT_JOIN response r ON r.id = s.response_id";

    /** A withdrawn answer is nobody's to see. */
    private static final Conditions STANDING = new Conditions();

    static {
        STANDING.add("r.withdrawn_at IS NULL");
    }

    private final String table;
    private final String at;
    private final String id;
    private final Conditions along = new Conditions();
    private final Conditions among = new Conditions();

    ResponseSql(ResponseFilter filter) {
        Optional<Map.Entry<String, Set<String>>> oneSegment = filter.segments().entrySet().stream()
                .filter(dimension -> dimension.getValue().size() == 1)
                .findFirst();
        Walk walk = walk(filter, oneSegment.isPresent());
        boolean bySegment = walk == Walk.SEGMENT;
        table = bySegment ? BY_SEGMENT : "response r FORCE INDEX (" + walk.index + ")";
        at = bySegment ? "s.answered_at" : "r.answered_at";
        id = bySegment ? "s.response_id" : "r.id";
        condition(walk == Walk.RESPONDENT, "r.respondent_ref = ?", filter.respondent());
        condition(walk == Walk.TOUCHPOINT, "r.touchpoint = ?", filter.touchpoint());
        condition(walk == Walk.SURVEY, "r.survey = ?", filter.survey());
        if (bySegment) {
            var segment = oneSegment.orElseThrow();
            along.add(
                    "s.dimension = ? AND s.value = ?",
                    segment.getKey(),
                    segment.getValue().iterator().next());
        }
        condition(true, at + " >= ?", filter.from() == null ? null : stored(filter.from()));
        condition(true, at + " < ?", filter.to() == null ? null : stored(filter.to()));
        condition(
                false,
                "r.metric = ?",
                filter.metric() == null ? null : filter.metric().name());
        condition(
                false,
                "r.band = ?",
                filter.band() == null ? null : filter.band().name());
        condition(false, "r.channel = ?", filter.channel());
        if (!filter.scores().isEmpty()) {
            among.add("r.score" + in(filter.scores()), filter.scores());
        }
        filter.segments().forEach((dimension, values) -> {
            if (!bySegment || !dimension.equals(oneSegment.orElseThrow().getKey())) {
                List<Object> its = new ArrayList<>(List.of(dimension));
                its.addAll(values);
                among.add(
                        "EXISTS (SELECT 1 FROM response_segment x WHERE x.dimension = ? AND x.value" + in(values)
                                + " AND x.answered_at = r.answered_at AND x.response_id = r.id)",
                        its);
            }
        });
        condition(false, "r.comment LIKE ? ESCAPE '!'", likeness(filter.words()));
    }

    private enum Walk {
        RESPONDENT("ix_response_respondent"),
        TOUCHPOINT("ix_response_touchpoint"),
        SURVEY("ix_response_survey"),
        SEGMENT("PRIMARY"),
        ALL("ix_response_answered");

        private final String index;

        Walk(String index) {
            this.index = index;
        }
    }

    private static Walk walk(ResponseFilter filter, boolean oneSegment) {
        if (filter.respondent() != null) {
            return Walk.RESPONDENT;
        }
        if (filter.touchpoint() != null) {
            return Walk.TOUCHPOINT;
        }
        if (filter.survey() != null) {
            return Walk.SURVEY;
        }
        return oneSegment ? Walk.SEGMENT : Walk.ALL;
    }

    private void condition(boolean answeredByIndex, String sql, Object value) {
        if (value != null) {
            (answeredByIndex ? along : among).add(sql, value);
        }
    }

    /** Whether there are conditions that only a look at each row answers. */
    boolean looksAtRows() {
        return !among.sql.isEmpty();
    }

    /** The first answers after one place, none before another is looked at. */
    Statement page(String columns, Optional<Place> after, Optional<Place> downTo, int limit) {
        var conditions =
                along.and(after(after)).and(downTo(downTo)).and(STANDING).and(among);
        return new Statement(
                "SELECT " + columns + " FROM " + table + conditions.where() + order() + " LIMIT " + limit,
                conditions.values);
    }

    /** Where so many steps along the index lead, if it is that long: {@code answered_at} and {@code id}. */
    Statement placeAfter(Optional<Place> after, int steps) {
        var conditions = along.and(after(after));
        return new Statement(
                "SELECT " + at + ", " + id + " FROM " + table + conditions.where() + order() + " LIMIT 1 OFFSET "
                        + (steps - 1),
                conditions.values);
    }

    private Conditions after(Optional<Place> place) {
        return bound(place, "%1$s <= ? AND (%1$s < ? OR %2$s < ?)");
    }

    private Conditions downTo(Optional<Place> place) {
        return bound(place, "%1$s >= ? AND (%1$s > ? OR %2$s >= ?)");
    }

    private Conditions bound(Optional<Place> place, String condition) {
        var bound = new Conditions();
        place.ifPresent(there -> {
            LocalDateTime time = stored(there.answeredAt());
            bound.add(condition.formatted(at, id), time, time, there.id());
        });
        return bound;
    }

    private String order() {
        return " ORDER BY " + at + " DESC, " + id + " DESC";
    }

    private static LocalDateTime stored(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }

    private static String in(Collection<?> values) {
        return " IN (" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    private static String likeness(String words) {
        return words == null ? null : "%" + words.replaceAll("[!%_]", "!$0") + "%";
    }
}
