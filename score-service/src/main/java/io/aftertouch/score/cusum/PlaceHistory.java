package io.aftertouch.score.cusum;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.catalog.SurveyVersion;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.segment.SegmentProfiles;
import io.aftertouch.score.tally.Grain;
import io.aftertouch.score.tally.Span;
import io.aftertouch.score.tally.Tallies;
import io.aftertouch.score.tally.TallyFilter;
import io.aftertouch.score.tally.TallyGroup;
import io.aftertouch.score.watch.Share;

/** How many answers were negative at a touchpoint on one scale, as the tallies have it. */
@ApplicationScoped
public class PlaceHistory {

    private final Tallies tallies;
    private final SurveyVersions surveys;
    private final SegmentProfiles profiles;
    private final ZoneId zone;

    PlaceHistory(Tallies tallies, SurveyVersions surveys, SegmentProfiles profiles, ZoneId zone) {
        this.tallies = tallies;
        this.surveys = surveys;
        this.profiles = profiles;
        this.zone = zone;
    }

    /** The answers of a place in a time, by the segments of who gave them. */
    public Map<Set<Segment>, Share> byProfile(Cell place, Span span) {
        Map<Integer, Scale> scales = surveys.all().stream()
                .filter(survey -> survey.scale().key().equals(place.scale()))
                .collect(Collectors.toMap(SurveyVersion::id, SurveyVersion::scale));
        TallyFilter filter = new TallyFilter(Set.of(place.touchpoint()), scales.keySet(), Set.of(), Map.of());
        Map<Integer, Share> shares = new HashMap<>();
        tallies.sum(filter, new TallyGroup.ByProfile(), span)
                .forEach(tally -> shares.merge(
                        Integer.valueOf(tally.group()),
                        Share.of(scales.get(tally.surveyVersion()), tally.counts()),
                        Share::plus));
        Map<Integer, Set<Segment>> segments = profiles.segmentsOf(shares.keySet());
        Map<Set<Segment>, Share> byProfile = new HashMap<>();
        shares.forEach(
                (profile, share) -> byProfile.merge(segments.getOrDefault(profile, Set.of()), share, Share::plus));
        return byProfile;
    }

    /** The answers of every cell of a place in the days before a day; what has none is left out, but for the place as a whole. */
    Map<Optional<Segment>, Share> before(Cell place, LocalDate day, int days) {
        Map<Set<Segment>, Share> profiles = byProfile(place, new Span(start(day.minusDays(days)), start(day)));
        Map<Optional<Segment>, Share> cells = new HashMap<>(Map.of(Optional.empty(), Share.NONE));
        profiles.forEach((segments, share) -> {
            Set<Optional<Segment>> all =
                    segments.stream().map(Optional::of).collect(Collectors.toCollection(HashSet::new));
            all.add(Optional.empty());
            all.forEach(cell -> cells.merge(cell, share, Share::plus));
        });
        return cells;
    }

    private Instant start(LocalDate day) {
        return Grain.HOUR.floor(day.atStartOfDay(zone).toInstant());
    }
}
