package io.aftertouch.score.cusum;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.score.ingest.AnswerChange;
import io.aftertouch.score.metric.Band;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.segment.SegmentProfiles;
import io.aftertouch.score.watch.Share;

/**
 * Watches every cell with every answer, in the transaction that counts it. Answers of a batch are taken in the order in which they were given;
 * those heard of long after they were given are left to the tallies, from which the cells learn.
 */
@ApplicationScoped
public class AnswerWatch {

    private static final int REMEMBERED = 100_000;
    private static final double MOST_EXPECTED = 0.8;

    private final Cells cells;
    private final PlaceHistory history;
    private final SegmentProfiles profiles;
    private final AlarmConfig config;
    private final Expectation expectation;
    private final Clock clock;
    private final ZoneId zone;
    private final Gauges gauges = new Gauges();
    private final Map<Integer, Set<Segment>> segments = new ConcurrentHashMap<>();

    AnswerWatch(
            Cells cells, PlaceHistory history, SegmentProfiles profiles, AlarmConfig config, Clock clock, ZoneId zone) {
        this.cells = cells;
        this.history = history;
        this.profiles = profiles;
        this.config = config;
        this.clock = clock;
        this.zone = zone;
        this.expectation = new Expectation(
                config.placeAtLeast(),
                config.cellAtLeast(),
                config.weight(),
                config.doubt(),
                config.least(),
                MOST_EXPECTED);
    }

    /** What is there to tell after these changes, which the tallies hold already. */
    public List<Signal> see(List<AnswerChange> changes) {
        List<AnswerChange> young = changes.stream()
                .filter(this::isYoung)
                .filter(AnswerWatch::matters)
                .sorted(Comparator.comparing(AnswerChange::answeredAt))
                .toList();
        if (young.isEmpty()) {
            return List.of();
        }
        meet(young);
        Map<Cell, CellWatch> watches =
                cells.hold(young.stream().flatMap(this::cellsOf).collect(Collectors.toSet()));
        Round round = new Round();
        for (AnswerChange change : young) {
            cellsOf(change).map(watches::get).forEach(watch -> round.see(watch, change));
        }
        cells.save(watches.values(), round.days);
        return round.signals;
    }

    /** Ends the alarms of cells that have had no answer for as long as a cell learns: nobody is asked there any more. */
    public List<Signal> giveUpSilent() {
        LocalDate lately = clock.instant().atZone(zone).toLocalDate().minusDays(config.learningDays());
        List<Cell> silent = cells.silentSince(lately);
        if (silent.isEmpty()) {
            return List.of();
        }
        List<CellWatch> watches = cells.hold(silent).values().stream()
                .filter(watch -> watch.isSilentSince(lately))
                .toList();
        List<Signal> signals = watches.stream().map(CellWatch::giveUp).toList();
        cells.save(watches, List.of());
        return signals;
    }

    /** What a batch leads to, and what was looked up for it. */
    private final class Round {

        private record Question(Cell place, LocalDate day) {}

        private final List<Signal> signals = new ArrayList<>();
        private final List<Cells.PastDay> days = new ArrayList<>();
        private final Map<Question, Map<Optional<Segment>, Share>> pasts = new HashMap<>();
        private double quietAtLeast;

        private void see(CellWatch watch, AnswerChange change) {
            Instant at = change.answeredAt();
            if (change.before() != null) {
                watch.takeBack(isNegative(change.before()), at);
            }
            if (change.now() != null) {
                watch.turnTo(at.atZone(zone).toLocalDate())
                        .ifPresent(day -> days.add(new Cells.PastDay(watch.id(), day)));
                if (watch.isToLearn()) {
                    learn(watch);
                }
                watch.see(isNegative(change.now()), at, config.learningDays()).ifPresent(signals::add);
            }
        }

        private void learn(CellWatch watch) {
            Cell cell = watch.cell();
            Map<Optional<Segment>, Share> past = pasts.computeIfAbsent(
                    new Question(cell.whole(), watch.day()),
                    question -> history.before(question.place(), question.day(), config.learningDays()));
            Share own = past.getOrDefault(cell.segment(), Share.NONE);
            Share place = past.get(Optional.<Segment>empty());
            Optional<Double> expected =
                    cell.segment().isPresent() ? expectation.ofSegment(own, place) : expectation.ofPlace(place);
            watch.learn(own, expected.map(share -> gauges.of(share, quietAtLeast())));
        }

        private double quietAtLeast() {
            if (quietAtLeast == 0) {
                quietAtLeast = Math.max(
                        config.quietAtLeast(),
                        cells.answersPerWeek(config.learningDays()) / config.falseAlarmsPerWeek());
            }
            return quietAtLeast;
        }
    }

    private boolean isYoung(AnswerChange change) {
        return Duration.between(change.answeredAt(), change.event().time()).compareTo(config.lateAfter()) <= 0;
    }

    /** A changed answer that is as negative as it was says nothing new. */
    private static boolean matters(AnswerChange change) {
        return change.before() == null
                || change.now() == null
                || isNegative(change.before()) != isNegative(change.now());
    }

    private static boolean isNegative(AnswerChange.Given given) {
        return given.band() == Band.NEGATIVE;
    }

    private Stream<Cell> cellsOf(AnswerChange change) {
        Cell place = new Cell(change.origin().touchpoint(), change.scale().key(), Optional.empty());
        return Stream.concat(
                Stream.of(place),
                segments.getOrDefault(change.origin().profile(), Set.of()).stream()
                        .map(segment -> new Cell(place.touchpoint(), place.scale(), Optional.of(segment))));
    }

    /** A profile never changes: its segments are read once. */
    private void meet(List<AnswerChange> changes) {
        if (segments.size() > REMEMBERED) {
            segments.clear();
        }
        Set<Integer> unseen = changes.stream()
                .map(change -> change.origin().profile())
                .filter(Predicate.not(segments::containsKey))
                .collect(Collectors.toSet());
        Map<Integer, Set<Segment>> read = profiles.segmentsOf(unseen);
        unseen.forEach(profile -> segments.put(profile, read.getOrDefault(profile, Set.of())));
    }
}
