package io.aftertouch.score.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.catalog.OpenCases;
import io.aftertouch.score.catalog.OpenCases.Waiting;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.report.ScoreReport.Group;
import io.aftertouch.score.tally.Tallies;

/** How all touchpoints do side by side. */
@ApplicationScoped
public class Standings {

    private final Scores scores;
    private final Tallies tallies;
    private final OpenCases cases;
    private final ZoneId zone;

    Standings(Scores scores, Tallies tallies, OpenCases cases, ZoneId zone) {
        this.scores = scores;
        this.tallies = tallies;
        this.cases = cases;
        this.zone = zone;
    }

    /** One standing per touchpoint and scale, in the order of metrics and keys; touchpoints without answers come last, those that are
     * retired only if a case is open there. */
    public List<Standing> of(Map<String, Set<String>> segments, Set<String> channels, Instant from, Instant to) {
        return of(scores.reading(), segments, channels, from, to);
    }

    /** The same for a page that asks for more. */
    public List<Standing> of(
            ScoreReading reading, Map<String, Set<String>> segments, Set<String> channels, Instant from, Instant to) {
        List<Touchpoint> all = reading.touchpoints();
        Map<Integer, Waiting> waiting = cases.byTouchpoint();
        Map<String, List<Group>> groups = reading.byTouchpoint(
                ScoreQuery.ofAnyMetric(zone).matching(segments, channels).between(from, to));
        List<Standing> standings = new ArrayList<>();
        List<Standing> unanswered = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            for (Touchpoint touchpoint : all) {
                groups.getOrDefault(touchpoint.key(), List.of()).stream()
                        .filter(group -> group.scale().metric() == metric)
                        .forEach(group -> standings.add(standing(touchpoint, Optional.of(group), waiting)));
            }
        }
        all.stream()
                .filter(touchpoint -> !touchpoint.retired() || waiting.containsKey(touchpoint.id()))
                .filter(touchpoint -> !groups.containsKey(touchpoint.key()))
                .forEach(touchpoint -> unanswered.add(standing(touchpoint, Optional.empty(), waiting)));
        standings.addAll(unanswered);
        return standings;
    }

    /** Whether not a single answer has been counted yet. */
    public boolean nothingYet() {
        return tallies.isEmpty();
    }

    private static Standing standing(Touchpoint touchpoint, Optional<Group> group, Map<Integer, Waiting> waiting) {
        return new Standing(touchpoint, group, waiting.getOrDefault(touchpoint.id(), Waiting.NONE));
    }
}
