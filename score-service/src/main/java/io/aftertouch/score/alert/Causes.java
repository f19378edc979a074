package io.aftertouch.score.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.cusum.AlarmConfig;
import io.aftertouch.score.cusum.Cell;
import io.aftertouch.score.cusum.PlaceHistory;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.tally.Grain;
import io.aftertouch.score.tally.Span;
import io.aftertouch.score.watch.HotSpot;
import io.aftertouch.score.watch.HotSpotSearch;
import io.aftertouch.score.watch.Observation;
import io.aftertouch.score.watch.Place;
import io.aftertouch.score.watch.Share;

/**
 * Tells which of the cells of a place a problem is about. One cause alarms several cells: the touchpoint, and every segment that has many
 * of the concerned respondents. Looks at them as hot spots are looked at: a segment must be worse than the other respondents, and any cell must
 * still be worse without those found before it.
 */
@ApplicationScoped
class Causes {

    private static final double LIKELY = 0.05;
    private static final int AT_LEAST_ANSWERS = 5;
    private static final int AT_LEAST_POINTS = 1;

    private final PlaceHistory history;
    private final AlarmConfig config;
    private final HotSpotSearch search = new HotSpotSearch(LIKELY, AT_LEAST_ANSWERS, AT_LEAST_POINTS);

    Causes(PlaceHistory history, AlarmConfig config) {
        this.history = history;
        this.config = config;
    }

    /**
     * @param since when the problem began
     * @param until the answer that raised the last alarm, which may have been given before others that were heard earlier
     * @return the cells that no other explains, alarmed already or not; may be empty when there are too few answers to say
     */
    Set<Optional<Segment>> at(Cell place, Instant since, Instant until) {
        Instant from = Grain.HOUR.floor(since);
        Instant last = until.isAfter(since) ? until : since;
        Span now = new Span(from, Grain.HOUR.next(Grain.HOUR.floor(last)));
        Span before = new Span(from.minus(Duration.ofDays(config.learningDays())), from);
        return search.causesAt(observations(place, now, before)).stream()
                .map(HotSpot::segment)
                .collect(Collectors.toSet());
    }

    private List<Observation> observations(Cell place, Span now, Span before) {
        Place where =
                new Place(place.touchpoint(), Scale.standard(place.scale()).orElseThrow());
        Map<Set<Segment>, Share> shares = history.byProfile(place, now);
        Map<Set<Segment>, Share> past = history.byProfile(place, before);
        return Stream.concat(shares.keySet().stream(), past.keySet().stream())
                .distinct()
                .map(segments -> new Observation(
                        where,
                        segments,
                        shares.getOrDefault(segments, Share.NONE),
                        past.getOrDefault(segments, Share.NONE)))
                .toList();
    }
}
