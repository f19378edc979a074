package io.aftertouch.score.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.aftertouch.score.catalog.SurveyVersion;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.metric.Score;
import io.aftertouch.score.metric.Suppression;
import io.aftertouch.score.report.ScoreReport.Bucket;
import io.aftertouch.score.report.ScoreReport.Group;
import io.aftertouch.score.tally.Tally;

/** Puts sums of tallies together to groups and buckets, and hides what must not be shown. */
final class Assembly {

    static final int MOST_CELLS = 20_000;

    /** Where a sum goes. Touchpoints and survey versions are kept apart until it is known what may be added up. */
    private record Row(String group, String touchpoint, SurveyVersion survey) {}

    private final Grouping grouping;
    private final Names names;
    private final Timeline timeline;
    private final NavigableMap<Instant, Integer> positions;
    private final Map<Row, Counts[]> rows = new LinkedHashMap<>();

    Assembly(Grouping grouping, Names names, Timeline timeline) {
        this.grouping = grouping;
        this.names = names;
        this.timeline = timeline;
        this.positions = timeline.positions();
    }

    void add(Tally tally) {
        int position = tally.bucket() == null
                ? 0
                : positions.floorEntry(tally.bucket()).getValue();
        Row row = new Row(
                names.group(grouping, tally),
                names.touchpoints().get(tally.touchpoint()).key(),
                names.version(tally.surveyVersion()));
        Counts[] counts = rows.computeIfAbsent(row, fresh -> empty());
        counts[position] = counts[position].plus(tally.counts());
        if ((long) rows.size() * counts.length > MOST_CELLS) {
            throw InvalidQuery.of("groupBy", "makes more than %,d cells; ask for less at once".formatted(MOST_CELLS));
        }
    }

    /** @throws MixedScales when a group holds answers given on different scales */
    List<Group> groups() {
        var versions = rows.keySet().stream()
                .collect(Collectors.groupingBy(
                        row -> String.valueOf(row.group()), Collectors.mapping(Row::survey, Collectors.toSet())));
        versions.values().stream()
                .filter(several ->
                        several.stream().map(SurveyVersion::scale).distinct().count() > 1)
                .findFirst()
                .ifPresent(several -> {
                    throw new MixedScales(several);
                });
        return groups(rows);
    }

    boolean hasSeveralScales() {
        return versions().stream().map(SurveyVersion::scale).distinct().count() > 1;
    }

    List<Group> groupsByScale() {
        return groups(rows);
    }

    /** The survey versions that have answers. */
    Set<SurveyVersion> versions() {
        return rows.keySet().stream().map(Row::survey).collect(Collectors.toSet());
    }

    Map<String, List<Group>> groupsByTouchpoint() {
        Map<String, Map<Row, Counts[]>> byTouchpoint = new TreeMap<>();
        rows.forEach((row, counts) -> byTouchpoint
                .computeIfAbsent(row.touchpoint(), fresh -> new LinkedHashMap<>())
                .put(row, counts));
        return byTouchpoint.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> groups(entry.getValue())));
    }

    private record GroupKey(String group, Scale scale) {}

    private List<Group> groups(Map<Row, Counts[]> some) {
        SortedMap<GroupKey, Counts[]> merged =
                new TreeMap<>(Comparator.comparing(GroupKey::group, Comparator.nullsFirst(names.order(grouping)))
                        .thenComparing(key -> key.scale().toString()));
        some.forEach((row, counts) ->
                merged.merge(new GroupKey(row.group(), row.survey().scale()), counts, Assembly::sum));
        Map<GroupKey, BitSet> hidden = hidden(merged);
        return merged.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue(), hidden.get(entry.getKey())))
                .toList();
    }

    private Group group(GroupKey key, Counts[] counts, BitSet hidden) {
        List<Bucket> buckets = IntStream.range(0, counts.length)
                .mapToObj(i -> new Bucket(timeline.buckets().get(i), Score.of(key.scale(), counts[i]), hidden.get(i)))
                .toList();
        return new Group(key.group(), names.display(grouping, key.group()), key.scale(), buckets);
    }

    /**
     * Which buckets of each group stay hidden. The groups of one scale add up to what is asked for and shown without groups, and the buckets of each
     * to what is shown without steps.
     */
    private Map<GroupKey, BitSet> hidden(SortedMap<GroupKey, Counts[]> groups) {
        Map<GroupKey, BitSet> hidden = new HashMap<>();
        groups.keySet().stream()
                .collect(Collectors.groupingBy(GroupKey::scale))
                .values()
                .forEach(keys -> {
                    BitSet[] rows = Suppression.hidden(keys.stream()
                            .map(key -> Arrays.stream(groups.get(key))
                                    .mapToLong(Counts::total)
                                    .toArray())
                            .toArray(long[][]::new));
                    IntStream.range(0, rows.length).forEach(row -> hidden.put(keys.get(row), rows[row]));
                });
        return hidden;
    }

    private Counts[] empty() {
        Counts[] counts = new Counts[timeline.buckets().size()];
        Arrays.fill(counts, Counts.NONE);
        return counts;
    }

    private static Counts[] sum(Counts[] a, Counts[] b) {
        Counts[] sum = new Counts[a.length];
        Arrays.setAll(sum, i -> a[i].plus(b[i]));
        return sum;
    }
}
