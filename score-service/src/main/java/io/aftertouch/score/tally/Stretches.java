package io.aftertouch.score.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Stretches of time that lie one after the other, and the few stored tallies that they add up from. Between two borders lie whole days or
 * months of UTC. At a border that lies beside one of those, the tallies between the two are given to one neighbour and taken from the other: a
 * month of Copenhagen is a month of UTC with an hour or two more at its beginning and as many less at its end.
 */
final class Stretches {

    /**
     * Tallies of one grain in these spans; of hours, those at these hours of the day.
     *
     * @param portions what of them may be added up before it is handed out; empty when each is wanted by itself
     */
    record Range(Grain grain, SortedSet<Integer> hoursOfDay, List<Span> spans, List<Portion> portions) {}

    /** Tallies from here to the next portion, which all count so many times in the same stretch. */
    record Portion(Instant from, int stretch, int times) {}

    /** Handing out a tally costs as much as adding up about so many. */
    private static final int LEAST_TO_ADD_UP = 3;

    private static final SortedSet<Integer> MIDNIGHT = new TreeSet<>(List.of(0));

    private final List<Instant> borders;
    private final Grain whole;
    private final NavigableMap<Instant, Integer> wholeFrom = new TreeMap<>();
    private final Map<Grain, SortedMap<Instant, Map<Integer, Integer>>> pieces = new EnumMap<>(Grain.class);

    private Stretches(List<Instant> borders, Grain whole) {
        this.borders = borders;
        this.whole = whole;
        if (whole == Grain.HOUR) {
            for (int i = 0; i + 1 < borders.size(); i++) {
                count(Grain.HOUR, borders.get(i), borders.get(i + 1), i, 1);
            }
        } else {
            for (int i = 0; i < borders.size(); i++) {
                settle(i);
            }
        }
        pieces.values().forEach(units -> units.values().removeIf(Map::isEmpty));
    }

    /**
     * The stretches between these borders, full hours in ascending order. The first may be null, for since ever, and the last, for ever. They are
     * put together by the grain with which the fewest tallies have to be read.
     */
    static Stretches between(List<Instant> borders) {
        Grain whole = Arrays.stream(Grain.values())
                .min(Comparator.comparingLong(grain -> tallies(borders, grain)))
                .orElseThrow();
        return new Stretches(borders, whole);
    }

    static Stretches of(Span span) {
        return between(Arrays.asList(span.from(), span.to()));
    }

    int size() {
        return borders.size() - 1;
    }

    /** Where a stretch begins; null for since ever. */
    Instant start(int stretch) {
        return borders.get(stretch);
    }

    /** How often a stored tally counts in which stretch; less than nothing where it is taken off. */
    Map<Integer, Integer> shares(Grain grain, Instant bucket) {
        if (grain == whole && whole != Grain.HOUR) {
            return Map.of(wholeFrom.floorEntry(bucket).getValue(), 1);
        }
        return pieces.getOrDefault(grain, new TreeMap<>()).getOrDefault(bucket, Map.of());
    }

    /** What has to be read, for a table in which the hour of the day comes before the time. */
    List<Range> rangesByHourOfDay() {
        List<Range> ranges = new ArrayList<>();
        whole().ifPresent(span -> ranges.add(new Range(whole, MIDNIGHT, List.of(span), portions(span))));
        if (size() == 1) {
            addPieces(ranges, Map.of(0, 1)::equals, List.of(new Portion(null, 0, 1)));
            addPieces(ranges, Map.of(0, -1)::equals, List.of(new Portion(null, 0, -1)));
        } else {
            addPieces(ranges, any -> true, List.of());
        }
        return ranges;
    }

    /** Where several lie in one stretch, they are added up; a stretch has none when it is shorter than they are. */
    private List<Portion> portions(Span span) {
        if (size() == 1) {
            return List.of(new Portion(span.from(), 0, 1));
        }
        boolean several = span.from() != null
                && span.to() != null
                && whole.between(span.from(), span.to()) >= LEAST_TO_ADD_UP * wholeFrom.size();
        return several
                ? wholeFrom.entrySet().stream()
                        .map(start -> new Portion(start.getKey(), start.getValue(), 1))
                        .toList()
                : List.of();
    }

    private void addPieces(List<Range> ranges, Predicate<Map<Integer, Integer>> which, List<Portion> portions) {
        List<Span> days = runs(units(Grain.DAY, which), Grain.DAY);
        if (!days.isEmpty()) {
            ranges.add(new Range(Grain.DAY, MIDNIGHT, days, portions));
        }
        SortedMap<Integer, List<Instant>> daysByHour = new TreeMap<>();
        units(Grain.HOUR, which).forEach(unit -> daysByHour
                .computeIfAbsent(unit.atOffset(ZoneOffset.UTC).getHour(), hour -> new ArrayList<>())
                .add(Grain.DAY.floor(unit)));
        Map<List<Span>, SortedSet<Integer>> hoursByDays = new LinkedHashMap<>();
        daysByHour.forEach((hour, at) -> hoursByDays
                .computeIfAbsent(runs(at, Grain.DAY), fresh -> new TreeSet<>())
                .add(hour));
        hoursByDays.forEach((at, hours) -> ranges.add(new Range(Grain.HOUR, hours, at, portions)));
    }

    /** What has to be read of each grain, for a table in which tallies lie in the order of time. */
    Map<Grain, List<Span>> rangesInOrder() {
        Map<Grain, List<Span>> ranges = new EnumMap<>(Grain.class);
        whole().ifPresent(span -> ranges.put(whole, List.of(span)));
        pieces.keySet().forEach(grain -> ranges.put(grain, runs(units(grain, any -> true), grain)));
        ranges.values().removeIf(List::isEmpty);
        return ranges;
    }

    private Optional<Span> whole() {
        Instant from = nearest(whole, borders.getFirst());
        Instant to = nearest(whole, borders.getLast());
        boolean nothing = whole == Grain.HOUR || from != null && to != null && !from.isBefore(to);
        return nothing ? Optional.empty() : Optional.of(new Span(from, to));
    }

    private List<Instant> units(Grain grain, Predicate<Map<Integer, Integer>> which) {
        return pieces.getOrDefault(grain, new TreeMap<>()).entrySet().stream()
                .filter(unit -> which.test(unit.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Neighbours put together. */
    private static List<Span> runs(List<Instant> units, Grain grain) {
        List<Span> runs = new ArrayList<>();
        for (Instant unit : units) {
            boolean joins = !runs.isEmpty() && runs.getLast().to().equals(unit);
            Instant from = joins ? runs.removeLast().from() : unit;
            runs.add(new Span(from, grain.next(unit)));
        }
        return runs;
    }

    /** Gives what lies between a border and the nearest one of whole tallies to the neighbour that it belongs to. */
    private void settle(int border) {
        Instant at = borders.get(border);
        Instant near = nearest(whole, at);
        if (border < size()) {
            wholeFrom.put(near == null ? Instant.MIN : near, border);
        }
        if (at == null) {
            return;
        }
        Instant midnight = nearest(Grain.DAY, at);
        move(Grain.HOUR, at, midnight, border);
        if (whole == Grain.MONTH) {
            move(Grain.DAY, midnight, near, border);
        }
    }

    private void move(Grain grain, Instant border, Instant near, int stretchAfter) {
        if (border.isBefore(near)) {
            count(grain, border, near, stretchAfter, 1);
            count(grain, border, near, stretchAfter - 1, -1);
        } else {
            count(grain, near, border, stretchAfter, -1);
            count(grain, near, border, stretchAfter - 1, 1);
        }
    }

    private void count(Grain grain, Instant from, Instant to, int stretch, int times) {
        if (stretch < 0 || stretch >= size()) {
            return;
        }
        var units = pieces.computeIfAbsent(grain, fresh -> new TreeMap<>());
        for (Instant unit = from; unit.isBefore(to); unit = grain.next(unit)) {
            units.computeIfAbsent(unit, fresh -> new HashMap<>())
                    .merge(
                            stretch,
                            times,
                            (before, more) -> before + more == 0 ? null : Integer.valueOf(before + more));
        }
    }

    /** About so many tallies of one cell have to be read with this grain. */
    private static long tallies(List<Instant> borders, Grain whole) {
        Instant from = borders.getFirst();
        Instant to = borders.getLast();
        boolean open = from == null || to == null;
        if (open && whole != Grain.MONTH) {
            return Long.MAX_VALUE;
        }
        long tallies = open ? 0 : whole.between(nearest(whole, from), nearest(whole, to));
        for (Instant border : borders) {
            if (border != null && whole != Grain.HOUR) {
                Instant midnight = nearest(Grain.DAY, border);
                tallies += Grain.HOUR.between(border, midnight);
                tallies += whole == Grain.MONTH ? Grain.DAY.between(midnight, nearest(whole, border)) : 0;
            }
        }
        return tallies;
    }

    private static Instant nearest(Grain grain, Instant instant) {
        if (instant == null || grain == Grain.HOUR) {
            return instant;
        }
        Instant before = grain.floor(instant);
        Instant after = grain.ceiling(instant);
        return Duration.between(before, instant).compareTo(Duration.between(instant, after)) <= 0 ? before : after;
    }
}
