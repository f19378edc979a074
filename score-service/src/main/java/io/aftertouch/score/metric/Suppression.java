package io.aftertouch.score.metric;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which cells of a row must not be shown, so that nobody's answer can be told from few. A cell with one to four answers is
 * hidden. So that it cannot be had by subtracting its neighbours from their sum either, the smallest neighbours are hidden with
 * it until at least two cells are and until together they have so many answers that the sum fixes neither.
 */
public final class Suppression {

    /** So many answers hidden cells have together at least, where there are as many. */
    static final int HIDDEN_TOGETHER = 2 * Score.SHOWN_FROM;

    private Suppression() {}

    /** Whether a cell that stands alone must be hidden. No answers at all are no secret. */
    public static boolean hides(long n) {
        return 0 < n && n < Score.SHOWN_FROM;
    }

    /** The positions of those cells that hold too few answers by themselves. */
    public static BitSet tooSmall(List<Long> cells) {
        BitSet small = new BitSet(cells.size());
        IntStream.range(0, cells.size()).filter(i -> hides(cells.get(i))).forEach(small::set);
        return small;
    }

    /** The positions of all cells to hide among those that add up to one sum. */
    public static BitSet hidden(List<Long> cells) {
        BitSet hidden = tooSmall(cells);
        if (hidden.isEmpty()) {
            return hidden;
        }
        int[] neighbours = IntStream.range(0, cells.size())
                .filter(i -> cells.get(i) >= Score.SHOWN_FROM)
                .boxed()
                .sorted(Comparator.comparing(cells::get))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int neighbour : neighbours) {
            if (hidden.cardinality() >= 2 && sum(cells, hidden) >= HIDDEN_TOGETHER) {
                break;
            }
            hidden.set(neighbour);
        }
        return hidden;
    }

    /**
     * The hidden columns of each row of a table whose rows and columns each add up to a sum.
     *
     * @param table the number of answers by row and column; all rows are as long
     */
    public static BitSet[] hidden(long[][] table) {
        return new HiddenCells(table).find();
    }

    private static long sum(List<Long> cells, BitSet positions) {
        return positions.stream().mapToLong(cells::get).sum();
    }
}
