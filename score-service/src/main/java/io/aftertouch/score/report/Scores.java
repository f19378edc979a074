package io.aftertouch.score.report;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.catalog.Channels;
import io.aftertouch.score.catalog.SurveyVersion;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.tally.Grain;
import io.aftertouch.score.tally.Span;
import io.aftertouch.score.tally.Tallies;
import io.aftertouch.score.tally.Tally;
import io.aftertouch.score.tally.TallyFilter;
import io.aftertouch.score.tally.TallyGroup;

/** Answers questions about scores from the tallies. */
@ApplicationScoped
public class Scores {

    static final int MOST_BUCKETS = 1_000;

    private final Tallies tallies;
    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;
    private final Channels channels;
    private final Clock clock;

    Scores(Tallies tallies, Touchpoints touchpoints, SurveyVersions surveys, Channels channels, Clock clock) {
        this.tallies = tallies;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * @throws MixedScales when answers given on different scales would have to be added up
     * @throws InvalidQuery when there would be too many buckets
     */
    public ScoreReport report(ScoreQuery query) {
        Instant asOf = clock.instant();
        return new ScoreReport(
                query.metric(), asOf, assemble(query).map(Assembly::groups).orElse(List.of()));
    }

    /**
     * The same for each touchpoint by itself, found by its key. Where a touchpoint was asked about on several scales, each of them
     * has a group of its own.
     *
     * @throws InvalidQuery when there would be too many buckets
     */
    public Map<String, List<ScoreReport.Group>> byTouchpoint(ScoreQuery query) {
        return assemble(query).map(Assembly::groupsByTouchpoint).orElse(Map.of());
    }

    /** The same without an eye on scales: each of them has groups of its own. */
    List<ScoreReport.Group> byScale(ScoreQuery query) {
        return assemble(query).map(Assembly::groupsByScale).orElse(List.of());
    }

    /** Which tallies a question is about. */
    TallyFilter filter(ScoreQuery query) {
        return names().filter(query);
    }

    /** The survey versions whose answers a question is about. */
    Set<SurveyVersion> versionsBehind(List<ScoreQuery> queries) {
        return queries.stream()
                .flatMap(query -> assemble(query).stream())
                .flatMap(assembly -> assembly.versions().stream())
                .collect(Collectors.toSet());
    }

    private Names names() {
        return new Names(touchpoints.all(), surveys.all(), channels.all());
    }

    private Optional<Assembly> assemble(ScoreQuery query) {
        Names names = names();
        TallyFilter filter = names.filter(query);
        return timeline(query, filter).map(timeline -> {
            Assembly assembly = new Assembly(query.grouping(), names, timeline);
            read(query, filter, timeline).forEach(assembly::add);
            return assembly;
        });
    }

    private List<Tally> read(ScoreQuery query, TallyFilter filter, Timeline timeline) {
        TallyGroup group =
                switch (query.grouping()) {
                    case Grouping.ByChannel byChannel -> new TallyGroup.ByChannel();
                    case Grouping.BySegment(String dimension) -> new TallyGroup.BySegment(dimension);
                    case Grouping.None none -> new TallyGroup.All();
                    case Grouping.ByTouchpoint byTouchpoint -> new TallyGroup.All();
                    case Grouping.ByStage byStage -> new TallyGroup.All();
                    case Grouping.BySurvey bySurvey -> new TallyGroup.All();
                };
        return tallies.series(filter, group, timeline.borders());
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
