package io.aftertouch.score.cusum;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.watch.Share;

/**
 * An installation of many cells whose answers are negative by chance, watched day by day with the classes that watch in earnest: each cell learns
 * from its own last four weeks, which are as much chance as all the rest.
 */
final class WatchSimulation {

    private static final int LEARNING_DAYS = 28;
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");

    private final Expectation expectation;
    private final double quietAtLeast;
    private final Gauges gauges = new Gauges();
    private final List<Cell> cells = new ArrayList<>();

    /** One cell with its days so far. */
    private final class Cell {

        final double share;
        final double answersPerDay;
        final Random random;
        final CellWatch watch;
        final Deque<Share> days = new ArrayDeque<>();
        Share past = Share.NONE;
        int seen;

        Cell(int id, double share, double answersPerDay) {
            this.share = share;
            this.answersPerDay = answersPerDay;
            this.random = new Random(7_919L * id);
            this.watch = new CellWatch(
                    id, new io.aftertouch.score.cusum.Cell(id, "NPS", Optional.of(new Segment("cell", "c" + id))));
        }

        /** @return how often the cell was alarmed on that day */
        int live(LocalDate day, double factor) {
            int answers = (int) (answersPerDay * (0.5 + random.nextDouble()) + random.nextDouble());
            Share today = Share.NONE;
            int alarms = 0;
            watch.turnTo(day);
            for (int i = 0; i < answers; i++) {
                if (days.size() == LEARNING_DAYS && watch.isToLearn()) {
                    watch.learn(past, expectation.ofPlace(past).map(known -> gauges.of(known, quietAtLeast)));
                }
                boolean negative = random.nextDouble() < share * factor;
                today = today.plus(new Share(negative ? 1 : 0, 1));
                seen++;
                alarms += watch.see(negative, at(day, i), LEARNING_DAYS)
                        .filter(signal -> signal.kind() == Signal.Kind.ALARMED)
                        .map(signal -> 1)
                        .orElse(0);
                if (factor > 1 && alarms > 0) {
                    return alarms;
                }
            }
            days.addLast(today);
            past = past.plus(today);
            if (days.size() > LEARNING_DAYS) {
                past = past.minus(days.removeFirst());
            }
            return alarms;
        }

        private Instant at(LocalDate day, int answer) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofSeconds(answer));
        }
    }

    /** What came of it. */
    record Quiet(int cells, int weeks, long answers, double quietAtLeast, int alarms) {

        double alarmsPerWeek() {
            return (double) alarms / weeks;
        }
    }

    record Doubled(int cells, int alarmed, double meanAnswers, int median, int ninetieth) {}

    WatchSimulation(int number, Expectation expectation, long seed) {
        this.expectation = expectation;
        Random random = new Random(seed);
        double answersPerWeek = 0;
        for (int id = 0; id < number; id++) {
            double share = 0.04 + 0.21 * random.nextDouble();
            double perDay = Math.exp(Math.log(2) + random.nextDouble() * Math.log(40));
            answersPerWeek += 7 * perDay;
            cells.add(new Cell(id, share, perDay));
        }
        this.quietAtLeast = Math.max(5_000, answersPerWeek);
    }

    Quiet quiet(int weeks) {
        int alarms = 0;
        long answers = 0;
        for (int day = 0; day < LEARNING_DAYS + 7 * weeks; day++) {
            for (Cell cell : cells) {
                int before = cell.seen;
                alarms += cell.live(FIRST_DAY.plusDays(day), 1);
                answers += day < LEARNING_DAYS ? 0 : cell.seen - before;
            }
        }
        return new Quiet(cells.size(), weeks, answers, quietAtLeast, alarms);
    }

    /** From a day on the busier cells give negative answers twice as often: how many answers it takes until they are alarmed. */
    Doubled doubled(double answersPerDay, int days) {
        LocalDate start = FIRST_DAY.plusDays(400);
        List<Integer> delays = new ArrayList<>();
        List<Cell> busier = cells.stream()
                .filter(cell -> cell.answersPerDay >= answersPerDay)
                .toList();
        for (Cell cell : busier) {
            int before = cell.seen;
            for (int day = 0; day < days; day++) {
                if (cell.live(start.plusDays(day), 2) > 0) {
                    delays.add(cell.seen - before);
                    break;
                }
            }
        }
        delays.sort(null);
        return new Doubled(
                busier.size(),
                delays.size(),
                delays.stream().mapToInt(delay -> delay).average().orElse(0),
                delays.get(delays.size() / 2),
                delays.get(delays.size() * 9 / 10));
    }
}
