package io.aftertouch.score.tally;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.aftertouch.score.metric.Counts;
import io.aftertouch.score.metric.Scale;

/** Adds stored tallies up by touchpoint, survey version, group and stretch of time. */
final class Sums {

    private record Cell(int touchpoint, int surveyVersion, String group) {}

    private final Stretches stretches;
    private final Map<Cell, long[][]> sums = new LinkedHashMap<>();

    Sums(Stretches stretches) {
        this.stretches = stretches;
    }

    /** Adds counts as often as they count in each stretch. */
    void add(int touchpoint, int surveyVersion, String group, Map<Integer, Integer> shares, long[] answers) {
        if (shares.isEmpty()) {
            return;
        }
        long[][] cell =
                sums.computeIfAbsent(new Cell(touchpoint, surveyVersion, group), fresh -> new long[stretches.size()][]);
        shares.forEach((stretch, times) -> {
            if (cell[stretch] == null) {
                cell[stretch] = new long[Scale.HIGHEST + 1];
            }
            for (int score = 0; score < answers.length; score++) {
                cell[stretch][score] += times * answers[score];
            }
        });
    }

    /** What came out; where nobody answered there is no tally. */
    List<Tally> tallies() {
        List<Tally> tallies = new ArrayList<>();
        sums.forEach((cell, stretchesOfCell) -> {
            for (int i = 0; i < stretchesOfCell.length; i++) {
                long[] answers = Objects.requireNonNullElse(stretchesOfCell[i], new long[0]);
                // less than none for the moment in which an answer was taken back before it was counted
                Counts counts = Counts.of(
                        Arrays.stream(answers).map(n -> Math.max(0, n)).toArray());
                if (!counts.isEmpty()) {
                    tallies.add(new Tally(
                            cell.touchpoint(), cell.surveyVersion(), stretches.start(i), cell.group(), counts));
                }
            }
        });
        return tallies;
    }
}
