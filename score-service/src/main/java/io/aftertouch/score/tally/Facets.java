package io.aftertouch.score.tally;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.catalog.Channels;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.segment.SegmentProfiles;

/** Knows under which facets an answer is counted, and which of them answer a question. */
@ApplicationScoped
class Facets {

    /** The one member of the facet of all answers. */
    private static final int EVERYBODY = 0;

    private final SegmentProfiles profiles;
    private final Channels channels;

    Facets(SegmentProfiles profiles, Channels channels) {
        this.profiles = profiles;
        this.channels = channels;
    }

    /**
     * Members of a facet to add up, each with the group that it belongs to, null for none.
     *
     * @param fromRest whether they are part of the group without a name too, which is what is left when they are taken off
     */
    record Members(Facet facet, Map<Integer, String> groups, boolean fromRest) {

        private Members(Facet facet, Map<Integer, String> groups) {
            this(facet, groups, false);
        }

        private static Members everybody() {
            return ungrouped(Facet.ALL, Set.of(EVERYBODY));
        }

        private static Members ungrouped(Facet facet, Set<Integer> members) {
            Map<Integer, String> groups = new HashMap<>();
            members.forEach(member -> groups.put(member, null));
            return new Members(facet, groups);
        }

        private static Members eachByItself(Facet facet, Set<Integer> members) {
            Map<Integer, String> groups = new HashMap<>();
            members.forEach(member -> groups.put(member, member.toString()));
            return new Members(facet, groups);
        }
    }

    /** The same answers as in these tallies, added up by facet. */
    SortedMap<FacetKey, Counts> of(SortedMap<TallyKey, Counts> tallies) {
        SortedMap<FacetKey, Counts> facets = new TreeMap<>();
        tallies.forEach((key, counts) -> {
            add(facets, key, Facet.ALL, EVERYBODY, counts);
            add(facets, key, Facet.CHANNEL, key.channel(), counts);
            profiles.segmentNumbers(key.profile()).forEach(segment -> add(facets, key, Facet.SEGMENT, segment, counts));
            add(facets, key, Facet.PROFILE, key.profile(), counts);
        });
        return facets;
    }

    private static void add(SortedMap<FacetKey, Counts> facets, TallyKey key, Facet facet, int member, Counts counts) {
        facets.merge(
                new FacetKey(key.grain(), key.touchpoint(), facet, member, key.bucket(), key.surveyVersion()),
                counts,
                Counts::plus);
    }

    /** What to add up to answer this; empty when channels and segments are asked for together, which no facet tells apart. */
    Optional<List<Members>> answering(TallyFilter filter, TallyGroup group) {
        if (filter.channels().isEmpty()) {
            return bySegments(filter.segments(), group);
        }
        if (!filter.segments().isEmpty()) {
            return Optional.empty();
        }
        return switch (group) {
            case TallyGroup.All all -> Optional.of(List.of(Members.ungrouped(Facet.CHANNEL, filter.channels())));
            case TallyGroup.Together together ->
                Optional.of(List.of(Members.ungrouped(Facet.CHANNEL, filter.channels())));
            case TallyGroup.ByChannel byChannel ->
                Optional.of(List.of(Members.eachByItself(Facet.CHANNEL, filter.channels())));
            case TallyGroup.ByProfile byProfile -> Optional.empty();
            case TallyGroup.BySegment bySegment -> Optional.empty();
        };
    }

    private Optional<List<Members>> bySegments(Map<String, Set<String>> segments, TallyGroup group) {
        return switch (group) {
            case TallyGroup.All all -> Optional.of(List.of(together(segments)));
            case TallyGroup.Together together -> Optional.of(List.of(together(segments)));
            case TallyGroup.ByChannel byChannel ->
                segments.isEmpty()
                        ? Optional.of(List.of(Members.eachByItself(
                                Facet.CHANNEL, channels.all().keySet())))
                        : Optional.empty();
            case TallyGroup.ByProfile byProfile ->
                Optional.of(List.of(Members.eachByItself(Facet.PROFILE, profiles.with(segments))));
            case TallyGroup.BySegment(String dimension) -> Optional.of(byValue(dimension, segments));
        };
    }

    private Members together(Map<String, Set<String>> segments) {
        return switch (segments.size()) {
            case 0 -> Members.everybody();
            case 1 -> {
                var asked = segments.entrySet().iterator().next();
                Map<Integer, String> values = profiles.valuesOf(asked.getKey());
                values.values().retainAll(asked.getValue());
                yield Members.ungrouped(Facet.SEGMENT, values.keySet());
            }
            default -> Members.ungrouped(Facet.PROFILE, profiles.with(segments));
        };
    }

    /** Whoever has no value of the dimension is left when those who have one are taken from all. */
    private List<Members> byValue(String dimension, Map<String, Set<String>> segments) {
        if (segments.isEmpty()) {
            return List.of(Members.everybody(), new Members(Facet.SEGMENT, profiles.valuesOf(dimension), true));
        }
        if (segments.keySet().equals(Set.of(dimension))) {
            Map<Integer, String> values = profiles.valuesOf(dimension);
            values.values().retainAll(segments.get(dimension));
            return List.of(new Members(Facet.SEGMENT, values));
        }
        Map<Integer, String> values = profiles.valuesByProfile(dimension);
        Map<Integer, String> groups = new HashMap<>();
        profiles.with(segments).forEach(profile -> groups.put(profile, values.get(profile)));
        return List.of(new Members(Facet.PROFILE, groups));
    }
}
