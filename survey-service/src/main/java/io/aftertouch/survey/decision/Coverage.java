package io.aftertouch.survey.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** Tells who is asked and who never is, per touchpoint or segment. */
@Singleton
class Coverage {

    /** More values of a dimension than these are put together. */
    static final int MOST_GROUPS = 200;

    static final String OTHER = "other";

    private final CoverageTable table;
    private final Clock clock;

    Coverage(CoverageTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Transactional
    CoverageView of(CoverageQuestion question) {
        Instant now = clock.instant();
        CoverageTable.Counted counted = table.count(question);
        CoverageCount total = new CoverageCount();
        counted.groups().values().forEach(total::add);
        return new CoverageView(
                question.from(),
                question.to(),
                counted.asOf().orElse(now),
                question.grouping().text(),
                groups(counted.groups()),
                total.row(null));
    }

    Set<String> dimensions() {
        return table.dimensions();
    }

    /** The one that was judged most often first. */
    static List<CoverageRow> groups(Map<String, CoverageCount> counts) {
        List<Map.Entry<String, CoverageCount>> ordered = new ArrayList<>(counts.entrySet());
        ordered.sort(Comparator.comparingLong((Map.Entry<String, CoverageCount> group) ->
                        group.getValue().judged())
                .reversed()
                .thenComparing(Map.Entry::getKey, Comparator.nullsLast(Comparator.naturalOrder())));
        List<CoverageRow> rows = new ArrayList<>();
        CoverageCount rest = new CoverageCount();
        for (Map.Entry<String, CoverageCount> group : ordered) {
            if (rows.size() < MOST_GROUPS && !OTHER.equals(group.getKey())) {
                rows.add(group.getValue().row(group.getKey()));
            } else {
                rest.add(group.getValue());
            }
        }
        if (rest.judged() > 0) {
            rows.add(rest.row(OTHER));
        }
        return List.copyOf(rows);
    }
}
