package io.aftertouch.feedback.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.aftertouch.feedback.catalog.Labels;
import io.aftertouch.platform.id.UuidBytes;
import io.aftertouch.platform.paging.Cursor;

/**
 * The cases of a filter as SQL. Those of a rare segment are looked at one by one. Else they are walked in the order of the list until enough are found:
 * by an index of the cases, and for words through a narrow table, so that a word that nobody said costs little. The latest first, that table is walked
 * itself, since it lies in that order.
 */
final class CaseSearch {

    private static final String WITH_WORDS = " STRAIGHT_JOIN case_words w ON w.case_id = c.id";

    private final CaseOrder order;
    private final FoldedText words;
    private final String rare;
    private final List<String> rules = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /**
     * @param rare the dimension of which few cases have the values that are asked for, if there is one
     * @param after where the page before ended, or null
     */
    CaseSearch(CaseFilter filter, Optional<String> rare, CaseOrder order, String after) {
        this.order = order;
        this.rare = rare.orElse(null);
        words = FoldedText.of(filter.words());
        choose(filter);
        follow(after);
    }

    String sql() {
        String where = rules.isEmpty() ? "" : " WHERE " + String.join(" AND ", rules);
        return "SELECT c.id FROM " + walked() + where
                + switch (order) {
                    case NEWEST -> " ORDER BY " + id() + " DESC";
                    case DUE -> " ORDER BY c.due_at, c.id";
                };
    }

    private String walked() {
        if (rare != null) {
            return "case_segment s STRAIGHT_JOIN review_case c ON c.id = s.case_id"
                    + (words.isEmpty() ? "" : WITH_WORDS);
        }
        if (walksWords()) {
            return "case_words w STRAIGHT_JOIN review_case c ON c.id = w.case_id";
        }
        return "review_case c" + (words.isEmpty() ? "" : WITH_WORDS);
    }

    private boolean walksWords() {
        return rare == null && order == CaseOrder.NEWEST && !words.isEmpty();
    }

    private String id() {
        return walksWords() ? "w.case_id" : "c.id";
    }

    Map<String, Object> values() {
        return values;
    }

    private void choose(CaseFilter filter) {
        if (filter.states().equals(CaseState.OPEN)) {
            rules.add("c.is_open = TRUE");
        } else if (!filter.states().isEmpty()) {
            rule(
                    "c.state IN (:states)",
                    "states",
                    filter.states().stream().map(Enum::name).toList());
        }
        rule("c.touchpoint = :touchpoint", "touchpoint", filter.touchpoint());
        rule("c.assignee = :assignee", "assignee", filter.assignee());
        if (filter.unassigned()) {
            rules.add("c.assignee IS NULL");
        }
        rule("c.team = :team", "team", filter.team());
        rule("INSTR(w.words, :words) > 0", "words", words.isEmpty() ? null : words.bytes());
        filter.segments().forEach(this::segment);
        rule("c.due_at < :dueBefore", "dueBefore", filter.dueBefore());
    }

    private void segment(String dimension, Set<String> wanted) {
        if (dimension.equals(rare)) {
            rule("s.dimension = :dimension", "dimension", dimension);
            rule("s.value IN (:values)", "values", wanted);
            return;
        }
        List<String> any = new ArrayList<>();
        for (String value : wanted) {
            String mark = "segment" + values.size();
            any.add("JSON_CONTAINS(c.segments, :" + mark + ")");
            values.put(mark, Labels.toJson(Map.of(dimension, value)));
        }
        rules.add("(" + String.join(" OR ", any) + ")");
    }

    private void follow(String after) {
        switch (order) {
            case NEWEST -> {
                Cursor cursor = Cursor.decode(after, 1);
                if (cursor != null) {
                    rule(id() + " < :id", "id", UuidBytes.toBytes(cursor.uuid(0)));
                }
            }
            case DUE -> {
                Cursor cursor = Cursor.decode(after, 2);
                if (cursor != null) {
                    rule("(c.due_at > :dueAt OR c.due_at = :dueAt AND c.id > :id)", "dueAt", cursor.instant(0));
                    values.put("id", UuidBytes.toBytes(cursor.uuid(1)));
                }
            }
        }
    }

    /** @param value null when nothing is asked */
    private void rule(String sql, String mark, Object value) {
        if (value != null) {
            rules.add(sql);
            values.put(mark, value);
        }
    }
}
