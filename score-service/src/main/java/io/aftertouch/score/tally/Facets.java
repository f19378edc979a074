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
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.segment.SegmentProfiles;

/** Knows under which facets an answer is counted, and which of them answer a question. */
@ApplicationScoped
class Facets {

    /** The one member of the facet of all answers. */
    private static final int EVERYBODY = 0;

    /** The number of no touchpoint. */
    static final int ANY_TOUCHPOINT = 0;

    private final SegmentProfiles profiles;
    private final Channels channels;
    private final SurveyVersions surveys;

    Facets(SegmentProfiles profiles, Channels channels, SurveyVersions surveys) {
        this.profiles = profiles;
        this.channels = channels;
        this.surveys = surveys;
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

        private static Members everybody(TallyFilter filter) {
            return filter.touchpoints().size() == 1
                    ? ungrouped(Facet.TOUCHPOINT, filter.touchpoints())
                    : ungrouped(Facet.ALL, Set.of(EVERYBODY));
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

    /** The same answers as in these tallies, added up by facet: by those of a touchpoint, and anywhere. */
    SortedMap<FacetKey, Counts> of(SortedMap<TallyKey, Counts> tallies) {
        SortedMap<FacetKey, Counts> facets = ofTouchpoints(tallies);
        tallies.forEach((key, counts) -> add(
                facets,
                key,
                ANY_TOUCHPOINT,
                Facet.ANYWHERE,
                key.profile(),
                surveys.firstOnTheScaleOf(key.surveyVersion()),
                counts));
        return facets;
    }

    /** The same answers as in these tallies, added up by the facets of a touchpoint. */
    SortedMap<FacetKey, Counts> ofTouchpoints(SortedMap<TallyKey, Counts> tallies) {
        SortedMap<FacetKey, Counts> facets = new TreeMap<>();
        tallies.forEach((key, counts) -> {
            add(facets, key, Facet.ALL, EVERYBODY, counts);
            add(facets, key, Facet.TOUCHPOINT, key.touchpoint(), counts);
            add(facets, key, Facet.CHANNEL, key.channel(), counts);
            profiles.segmentNumbers(key.profile()).forEach(segment -> add(facets, key, Facet.SEGMENT, segment, counts));
            add(facets, key, Facet.PROFILE, key.profile(), counts);
        });
        return facets;
    }

    private static void add(SortedMap<FacetKey, Counts> facets, TallyKey key, Facet facet, int member, Counts counts) {
        add(facets, key, key.touchpoint(), facet, member, key.surveyVersion(), counts);
    }

    private static void add(
            SortedMap<FacetKey, Counts> facets,
            TallyKey key,
            int touchpoint,
            Facet facet,
            int member,
            int surveyVersion,
            Counts counts) {
        facets.merge(
                new FacetKey(key.grain(), touchpoint, facet, member, key.bucket(), surveyVersion),
                counts,
                Counts::plus);
    }

    /** What to add up to answer this; empty when channels and segments are asked for together, which no facet tells apart. */
    Optional<List<Members>> answering(TallyFilter filter, TallyGroup group) {
        if (filter.channels().isEmpty()) {
            return bySegments(filter, group);
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

    private Optional<List<Members>> bySegments(TallyFilter filter, TallyGroup group) {
        return switch (group) {
            case TallyGroup.All all -> Optional.of(List.of(together(filter, Facet.PROFILE)));
            case TallyGroup.Together together ->
                Optional.of(List.of(together(filter, together.everything() ? Facet.ANYWHERE : Facet.PROFILE)));
            case TallyGroup.ByChannel byChannel ->
                filter.segments().isEmpty()
                        ? Optional.of(List.of(Members.eachByItself(
                                Facet.CHANNEL, channels.all().keySet())))
                        : Optional.empty();
            case TallyGroup.ByProfile byProfile ->
                Optional.of(List.of(Members.eachByItself(Facet.PROFILE, profiles.with(filter.segments()))));
            case TallyGroup.BySegment(String dimension) -> Optional.of(byValue(dimension, filter));
        };
    }

    private Members together(TallyFilter filter, Facet byProfile) {
        return switch (filter.segments().size()) {
            case 0 -> Members.everybody(filter);
            case 1 -> {
                var asked = filter.segments().entrySet().iterator().next();
                Map<Integer, String> values = profiles.valuesOf(asked.getKey());
                values.values().retainAll(asked.getValue());
                yield Members.ungrouped(Facet.SEGMENT, values.keySet());
            }
            default -> Members.ungrouped(byProfile, profiles.with(filter.segments()));
        };
    }

    /** Whoever has no value of the dimension is left when those who have one are taken from all. */
    private List<Members> byValue(String dimension, TallyFilter filter) {
        Map<String, Set<String>> segments = filter.segments();
        if (segments.isEmpty()) {
            return List.of(Members.everybody(filter), new Members(Facet.SEGMENT, profiles.valuesOf(dimension), true));
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
