package io.aftertouch.score.report;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.aftertouch.score.catalog.SurveyVersion;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.tally.Grain;
import io.aftertouch.score.tally.Span;
import io.aftertouch.score.tally.Tallies;
import io.aftertouch.score.tally.Tally;
import io.aftertouch.score.tally.TallyFilter;
import io.aftertouch.score.tally.TallyGroup;

/**
 * Answers the questions of one page or one request, which gives it up afterwards. What touchpoints, survey versions and channels are called is read
 * once for all of them, and so are tallies that several questions group in different ways. Questions may be put beside each other.
 */
public final class ScoreReading {

    static final int MOST_BUCKETS = 1_000;

    private final Tallies tallies;
    private final List<Touchpoint> touchpoints;
    private final Names names;
    private final Map<Asked, List<Tally>> read = new ConcurrentHashMap<>();

    ScoreReading(
            Tallies tallies, List<Touchpoint> touchpoints, List<SurveyVersion> surveys, Map<Integer, String> channels) {
        this.tallies = tallies;
        this.touchpoints = touchpoints;
        this.names = new Names(touchpoints, surveys, channels);
    }

    private record Asked(TallyFilter filter, TallyGroup group, List<Instant> borders) {}

    /** All touchpoints, in the order of their keys. */
    public List<Touchpoint> touchpoints() {
        return touchpoints;
    }

    /**
     * For each touchpoint by itself, found by its key. Where a touchpoint was asked about on several scales, each of them has a group of its own.
     *
     * @throws InvalidQuery when there would be too many buckets
     */
    public Map<String, List<ScoreReport.Group>> byTouchpoint(ScoreQuery query) {
        return assemble(query, group(query)).map(Assembly::groupsByTouchpoint).orElse(Map.of());
    }

    /** @throws MixedScales when answers given on different scales would have to be added up */
    List<ScoreReport.Group> groups(ScoreQuery query) {
        Optional<Assembly> together = assemble(query, together(query));
        boolean mixed = together.filter(Assembly::hasSeveralScales).isPresent();
        // told apart the surveys can be named
        return (mixed ? assemble(query, group(query)) : together)
                .map(Assembly::groups)
                .orElse(List.of());
    }

    /** The same without an eye on scales: each of them has groups of its own. */
    List<ScoreReport.Group> byScale(ScoreQuery query) {
        return assemble(query, together(query)).map(Assembly::groupsByScale).orElse(List.of());
    }

    TallyFilter filter(ScoreQuery query) {
        return names.filter(query);
    }

    Set<SurveyVersion> versionsBehind(ScoreQuery query) {
        return assemble(query, group(query)).map(Assembly::versions).orElse(Set.of());
    }

    private Optional<Assembly> assemble(ScoreQuery query, TallyGroup group) {
        TallyFilter filter = filter(query);
        return timeline(query, filter).map(timeline -> {
            Assembly assembly = new Assembly(query.grouping(), names, timeline);
            read.computeIfAbsent(new Asked(filter, group, timeline.borders()), this::read)
                    .forEach(assembly::add);
            return assembly;
        });
    }

    private List<Tally> read(Asked asked) {
        return tallies.series(asked.filter(), asked.group(), asked.borders());
    }

    /** Touchpoints and survey versions told apart only where somebody asked for that. */
    private TallyGroup together(ScoreQuery query) {
        TallyFilter filter = filter(query);
        boolean several = query.grouping() instanceof Grouping.None
                && filter.touchpoints().size() > 1;
        return several
                ? new TallyGroup.Together(
                        Collections.min(filter.touchpoints()),
                        names.standIns(filter.surveyVersions()),
                        names.areAll(filter))
                : group(query);
    }

    private static TallyGroup group(ScoreQuery query) {
        return switch (query.grouping()) {
            case Grouping.ByChannel byChannel -> new TallyGroup.ByChannel();
            case Grouping.BySegment(String dimension) -> new TallyGroup.BySegment(dimension);
            case Grouping.None none -> new TallyGroup.All();
            case Grouping.ByTouchpoint byTouchpoint -> new TallyGroup.All();
            case Grouping.ByStage byStage -> new TallyGroup.All();
            case Grouping.BySurvey bySurvey -> new TallyGroup.All();
        };
    }

    private Optional<Timeline> timeline(ScoreQuery query, TallyFilter filter) {
        Span hours = query.hours();
        if (query.step() == Step.NONE) {
            return Optional.of(Timeline.undivided(hours));
        }
        return bounded(hours.from(), hours.to(), query, filter)
                .filter(span -> !span.isEmpty())
                .map(span -> cut(span, query));
    }

    /** Open ends close where the answers end, the first one at the start of its step. */
    private Optional<Span> bounded(Instant from, Instant to, ScoreQuery query, TallyFilter filter) {
        if (from != null && to != null) {
            return Optional.of(new Span(from, to));
        }
        Function<Span, Instant> first = extent -> Grain.HOUR.floor(query.step().floor(extent.from(), query.zone()));
        return tallies.extent(filter)
                .map(extent -> new Bounds(from == null ? first.apply(extent) : from, to == null ? extent.to() : to))
                .filter(bounds -> bounds.from().isBefore(bounds.to()))
                .map(bounds -> new Span(bounds.from(), bounds.to()));
    }

    private record Bounds(Instant from, Instant to) {}

    private static Timeline cut(Span span, ScoreQuery query) {
        if (Timeline.atLeast(span, query.step()) <= MOST_BUCKETS) {
            Timeline timeline = Timeline.of(span, query.step(), query.zone());
            if (timeline.buckets().size() <= MOST_BUCKETS) {
                return timeline;
            }
        }
        throw InvalidQuery.of(
                "interval",
                "makes more than %,d buckets; name a later from, an earlier to or a longer interval"
                        .formatted(MOST_BUCKETS));
    }
}
