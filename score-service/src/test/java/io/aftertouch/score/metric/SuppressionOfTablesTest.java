package io.aftertouch.score.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Scores by group and time: what is shown of them, and the sums that others may be shown, give nobody away. */
class SuppressionOfTablesTest {

    @Test
    void aDayWithFewAnswersTakesTheSmallestOtherDayWithIt() {
        assertThat(shown(new long[][] {{30, 3, 12, 0, 40}})).containsExactly("30 . . 0 40");
    }

    @Test
    void twoDaysWithFewAnswersTakeAThirdUntilTheirSumFixesNone() {
        assertThat(shown(new long[][] {{30, 1, 2, 12}})).containsExactly("30 . . .");
    }

    @Test
    void groupsAtOneTimeHideAsARow() {
        assertThat(shown(new long[][] {{20}, {8}, {3}})).containsExactly("20", ".", ".");
    }

    @Test
    void aCellHidesAmongItsGroupsAndItsTimes() {
        assertThat(shown(new long[][] {
                    {50, 3, 20},
                    {60, 40, 30},
                    {70, 80, 90}
                }))
                .containsExactly("50 . .", "60 . .", "70 80 90");
    }

    @Test
    void whatIsAloneInItsRowHidesBehindNothing() {
        assertThat(shown(new long[][] {
                    {0, 7},
                    {20, 3},
                    {30, 40}
                }))
                .as("a zero is hidden where else the sum of its row would tell the seven")
                .allMatch(row -> row.chars().filter(c -> c == '.').count() != 1);
    }

    @Test
    void withoutFewAnswersEverythingIsShown() {
        assertThat(shown(new long[][] {{5, 0}, {9, 400}})).containsExactly("5 0", "9 400");
    }

    @Test
    void aYearOfDaysByGroupIsQuicklyDecided() {
        Random random = new Random(1);
        long[][] table = Stream.generate(() -> random.longs(366, 0, 20).toArray())
                .limit(50)
                .toArray(long[][]::new);

        assertThat(Suppression.hidden(table)).hasSize(50);
    }

    /**
     * Whoever knows the sum of each row and column that is large enough to be shown, and every shown cell, can name no hidden one: there is another table
     * with the same sums and shown cells, in which it has one answer more or less.
     */
    @RepeatedTest(500)
    void noHiddenCellFollowsFromSumsAndShownCells(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        int rows = 1 + random.nextInt(5);
        int columns = 1 + random.nextInt(6);
        int most = 6 + random.nextInt(40);
        long[][] table = Stream.generate(() -> random.longs(columns, 0, most)
                        .map(n -> random.nextInt(4) == 0 ? 0 : n)
                        .toArray())
                .limit(rows)
                .toArray(long[][]::new);

        BitSet[] hidden = Suppression.hidden(table);

        Onlooker onlooker = new Onlooker(table, hidden);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (Suppression.hides(table[row][column])) {
                    assertThat(hidden[row].get(column)).isTrue();
                    assertThat(onlooker.canTell(row, column) && onlooker.somethingElseToHideBehind())
                            .as(
                                    "cell %d, %d of %s with %s hidden",
                                    row, column, Arrays.deepToString(table), Arrays.toString(hidden))
                            .isFalse();
                }
            }
        }
    }

    /** Knows the shown cells and the sums of lines, of those with hidden sums only together. */
    private record Onlooker(long[][] table, BitSet[] hidden) {

        /** Where every cell with answers is hidden already, no more can be done. */
        boolean somethingElseToHideBehind() {
            return IntStream.range(0, table.length).anyMatch(row -> IntStream.range(0, table[row].length)
                    .anyMatch(column -> table[row][column] > 0 && !hidden[row].get(column)));
        }

        /** A cell may have one answer more exactly if answers can be moved around a circle of hidden cells. */
        boolean canTell(int row, int column) {
            return !(reaches(column(column), row(row), row, column) || reaches(row(row), column(column), row, column));
        }

        private int row(int row) {
            return untoldRows().get(row) ? -1 : row;
        }

        private int column(int column) {
            return 1000 + (untoldColumns().get(column) ? -1 : column);
        }

        private BitSet untoldRows() {
            return untold(
                    IntStream.range(0, table.length)
                            .mapToObj(row -> Arrays.stream(table[row]).sum())
                            .toList(),
                    table[0].length);
        }

        private BitSet untoldColumns() {
            return untold(
                    IntStream.range(0, table[0].length)
                            .mapToObj(column -> Arrays.stream(table)
                                    .mapToLong(row -> row[column])
                                    .sum())
                            .toList(),
                    table.length);
        }

        private static BitSet untold(List<Long> sums, int across) {
            BitSet untold = Suppression.hidden(sums);
            if (across == 1) {
                untold.set(0, sums.size());
            }
            return untold;
        }

        /** From row to column a cell is raised, from column to row one with answers is lowered. */
        private boolean reaches(int from, int to, int exceptRow, int exceptColumn) {
            List<Integer> reached = new ArrayList<>(List.of(from));
            for (int i = 0; i < reached.size(); i++) {
                for (int row = 0; row < table.length; row++) {
                    for (int column = 0; column < table[0].length; column++) {
                        boolean usable = hidden[row].get(column) && !(row == exceptRow && column == exceptColumn);
                        if (usable && reached.get(i) == row(row) && !reached.contains(column(column))) {
                            reached.add(column(column));
                        }
                        if (usable
                                && table[row][column] > 0
                                && reached.get(i) == column(column)
                                && !reached.contains(row(row))) {
                            reached.add(row(row));
                        }
                    }
                }
            }
            return reached.contains(to);
        }
    }

    private static List<String> shown(long[][] table) {
        BitSet[] hidden = Suppression.hidden(table);
        return IntStream.range(0, table.length)
                .mapToObj(row -> String.join(
                        " ",
                        IntStream.range(0, table[row].length)
                                .mapToObj(column -> hidden[row].get(column) ? "." : Long.toString(table[row][column]))
                                .toList()))
                .toList();
    }
}
