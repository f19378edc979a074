package io.aftertouch.feedback.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When the support team works, and how much of that time may pass until somebody takes a case. Working time is time that really passes: a working
 * day on which the clocks go forward is an hour shorter, one on which they go back an hour longer.
 *
 * @param hours the parts of each weekday in which it works, in order and apart from each other; a day that is left out is free
 * @param holidays the days on which it does not work, and what they are called
 * @param dueWithin the working time within which a case has to be taken
 */
public record BusinessCalendar(
        ZoneId zone, Map<DayOfWeek, List<OpenHours>> hours, SortedMap<LocalDate, String> holidays, Duration dueWithin) {

    private static final int NIGHT_ENDS = 6 * 60;
    private static final LocalTime USUAL_MORNING = LocalTime.of(9, 0);

    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofDays(30);
    static final int LEAST_MINUTES_A_WEEK = 60;
    static final int MOST_HOLIDAYS = 400;

    /** @throws IllegalArgumentException when no deadline could be counted by it; the message says why */
    public BusinessCalendar {
        hours = hours.entrySet().stream()
                .filter(day -> !day.getValue().isEmpty())
                .collect(
                        Collectors.toMap(Map.Entry::getKey, day -> inOrder(day.getValue()), (a, b) -> a, TreeMap::new));
        holidays = new TreeMap<>(holidays);
        if (minutesAWeek(hours) < LEAST_MINUTES_A_WEEK) {
            throw new IllegalArgumentException("must be at least an hour a week");
        }
    }

    /** Every hour of every day. */
    public static BusinessCalendar roundTheClock(ZoneId zone, Duration dueWithin) {
        return new BusinessCalendar(
                zone,
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(Function.identity(), day -> List.of(OpenHours.ALL_DAY))),
                new TreeMap<>(),
                dueWithin);
    }

    public Deadline deadlineFrom(Instant start) {
        return new Deadline(after(start, dueWithin.multipliedBy(4).dividedBy(5)), after(start, dueWithin));
    }

    /** The moment at which so much working time has passed since the start. */
    Instant after(Instant start, Duration working) {
        Instant at = start;
        Duration left = working;
        for (LocalDate day = start.atZone(zone).toLocalDate(); ; day = day.plusDays(1)) {
            for (OpenHours open : hoursOf(day)) {
                Instant opens = open.startOn(day, zone).toInstant();
                Instant closes = open.endOn(day, zone).toInstant();
                Instant from = at.isBefore(opens) ? opens : at;
                if (!from.isBefore(closes)) {
                    continue;
                }
                Duration available = Duration.between(from, closes);
                if (left.compareTo(available) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(available);
                at = closes;
            }
        }
    }

    /** When the team is back on a later day than this: when it opens, but not before six in the morning, then at nine. */
    public Instant nextMorning(Instant now) {
        for (LocalDate day = now.atZone(zone).toLocalDate().plusDays(1); ; day = day.plusDays(1)) {
            List<OpenHours> open = hoursOf(day);
            if (!open.isEmpty()) {
                OpenHours first = open.getFirst();
                return first.from() < NIGHT_ENDS
                        ? day.atTime(USUAL_MORNING).atZone(zone).toInstant()
                        : first.startOn(day, zone).toInstant();
            }
        }
    }

    private List<OpenHours> hoursOf(LocalDate day) {
        return holidays.containsKey(day) ? List.of() : hours.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private static List<OpenHours> inOrder(List<OpenHours> parts) {
        List<OpenHours> sorted =
                parts.stream().sorted(Comparator.comparingInt(OpenHours::from)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                throw new IllegalArgumentException("must not overlap");
            }
        }
        return sorted;
    }

    private static int minutesAWeek(Map<DayOfWeek, List<OpenHours>> hours) {
        return hours.values().stream()
                .flatMap(List::stream)
                .mapToInt(OpenHours::minutes)
                .sum();
    }
}
