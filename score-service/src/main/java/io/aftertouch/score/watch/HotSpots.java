package io.aftertouch.score.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.catalog.SurveyVersion;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.report.ScoreQuery;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.report.Scores;
import io.aftertouch.score.report.Step;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.segment.SegmentProfiles;
import io.aftertouch.score.tally.Grain;
import io.aftertouch.score.tally.Span;
import io.aftertouch.score.tally.Tallies;
import io.aftertouch.score.tally.Tally;
import io.aftertouch.score.tally.TallyFilter;
import io.aftertouch.score.tally.TallyGroup;

/** Watches all cells: where is it significantly worse than before? */
@ApplicationScoped
public class HotSpots {

    private final Tallies tallies;
    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;
    private final SegmentProfiles profiles;
    private final Scores scores;
    private final WatchConfig config;
    private final Clock clock;
    private final ZoneId zone;
    private HotSpotReport latest;

    HotSpots(
            Tallies tallies,
            Touchpoints touchpoints,
            SurveyVersions surveys,
            SegmentProfiles profiles,
            Scores scores,
            WatchConfig config,
            Clock clock,
            ZoneId zone) {
        this.tallies = tallies;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.profiles = profiles;
        this.scores = scores;
        this.config = config;
        this.clock = clock;
        this.zone = zone;
    }

    /** The hot spots as of a moment ago at most. */
    public synchronized HotSpotReport current() {
        Instant now = clock.instant();
        if (latest == null || !now.isBefore(latest.asOf().plus(config.refresh()))) {
            latest = look(now);
        }
        return latest;
    }

    private HotSpotReport look(Instant now) {
        Instant end = Grain.HOUR.next(Grain.HOUR.floor(now));
        Instant start = end.minus(config.window());
        Span window = new Span(Grain.HOUR.floor(start), end);
        Span baseline = new Span(window.from().minus(config.baseline()), window.from());
        Map<Integer, Touchpoint> byId =
                touchpoints.all().stream().collect(Collectors.toMap(Touchpoint::id, Function.identity()));
        var search = new HotSpotSearch(config.falseDiscoveryRate(), config.atLeastAnswers(), config.atLeastPoints());
        var findings = search.search(observations(byId.keySet(), window, baseline));
        Span both = new Span(baseline.from(), window.to());
        return new HotSpotReport(
                now,
                window,
                baseline,
                findings.cells(),
                findings.hotSpots().stream()
                        .map(hotSpot -> {
                            Touchpoint touchpoint = byId.get(hotSpot.place().touchpoint());
                            return new HotSpotReport.Entry(
                                    touchpoint, hotSpot, since(touchpoint, hotSpot, both, window));
                        })
                        .toList());
    }

    private List<Observation> observations(Set<Integer> allTouchpoints, Span window, Span baseline) {
        record Key(Place place, int profile) {}
        Map<Integer, Scale> scales =
                surveys.all().stream().collect(Collectors.toMap(SurveyVersion::id, SurveyVersion::scale));
        TallyFilter everything = new TallyFilter(allTouchpoints, scales.keySet(), Set.of(), Map.of());
        Function<Tally, Key> key = tally -> new Key(
                new Place(tally.touchpoint(), scales.get(tally.surveyVersion())), Integer.parseInt(tally.group()));
        Function<Span, Map<Key, Share>> read =
                span -> tallies.sum(everything, new TallyGroup.ByProfile(), span).stream()
                        .collect(Collectors.toMap(
                                key,
                                tally -> Share.of(scales.get(tally.surveyVersion()), tally.counts()),
                                Share::plus,
                                HashMap::new));
        Map<Key, Share> now = read.apply(window);
        Map<Key, Share> before = read.apply(baseline);
        Set<Key> keys = Stream.of(now, before)
                .flatMap(period -> period.keySet().stream())
                .collect(Collectors.toCollection(HashSet::new));
        Map<Integer, Set<Segment>> segments =
                profiles.segmentsOf(keys.stream().map(Key::profile).collect(Collectors.toSet()));
        return keys.stream()
                .map(one -> new Observation(
                        one.place(),
                        segments.getOrDefault(one.profile(), Set.of()),
                        now.getOrDefault(one, Share.NONE),
                        before.getOrDefault(one, Share.NONE)))
                .toList();
    }

    /** The day since which the cell has been worse; the first of the window if no day stands out. */
    private LocalDate since(Touchpoint touchpoint, HotSpot hotSpot, Span both, Span window) {
        Scale scale = hotSpot.place().scale();
        Map<String, Set<String>> segments = hotSpot.segment()
                .map(segment -> Map.of(segment.dimension(), Set.of(segment.value())))
                .orElse(Map.of());
        List<ScoreReport.Bucket> days = scores
                .byTouchpoint(ScoreQuery.of(scale.metric(), zone)
                        .at(touchpoint.key())
                        .matching(segments, Set.of())
                        .between(both.from(), both.to())
                        .per(Step.DAY))
                .getOrDefault(touchpoint.key(), List.of())
                .stream()
                .filter(group -> group.scale().equals(scale))
                .flatMap(group -> group.buckets().stream())
                .toList();
        List<Share> shares =
                days.stream().map(day -> Share.of(scale, day.score().counts())).toList();
        Instant first = ChangePoint.firstDay(shares).stream()
                .mapToObj(day -> days.get(day).span().from())
                .findFirst()
                .orElse(window.from());
        return first.atZone(zone).toLocalDate();
    }
}
