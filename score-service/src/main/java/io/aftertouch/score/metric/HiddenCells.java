package io.aftertouch.score.metric;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which cells of a table stay hidden when whoever looks at it may know the sums of its rows and columns, from asking less finely. A cell
 * with one to four answers is hidden, and neighbours with it until no hidden one follows from the sums.
 *
 * <p>Rows and columns are taken for the corners of a graph and hidden cells for its edges. A cell can be told from the others exactly if its edge is the
 * only way from one side of the graph to the other; as long as it lies on a circle, it may have had another number as well (Gusfield, "A Graph
 * Theoretic Approach to Statistical Data Security", SIAM Journal on Computing 17 (1988)). Rows whose sums are hidden themselves are known together only, and
 * so are such columns: each of the two makes one corner.
 */
final class HiddenCells {

    private record Cell(int row, int column, long n) {}

    private final long[][] table;
    private final int[] rowCorners;
    private final int[] columnCorners;
    private final List<List<Cell>> cells = new ArrayList<>();
    private final BitSet[] hidden;

    /** @param table the number of answers by row and column; all rows are as long */
    HiddenCells(long[][] table) {
        this.table = table;
        int columns = table[0].length;
        long[] ofRows = IntStream.range(0, table.length)
                .mapToLong(row -> IntStream.range(0, columns)
                        .mapToLong(column -> table[row][column])
                        .sum())
                .toArray();
        long[] ofColumns = IntStream.range(0, columns)
                .mapToLong(column -> IntStream.range(0, table.length)
                        .mapToLong(row -> table[row][column])
                        .sum())
                .toArray();
        rowCorners = corners(ofRows, columns == 1);
        columnCorners = corners(ofColumns, table.length == 1);
        hidden = Stream.generate(() -> new BitSet(columns)).limit(table.length).toArray(BitSet[]::new);
        for (int row = 0; row < table.length; row++) {
            for (int column = 0; column < columns; column++) {
                Cell cell = new Cell(row, column, table[row][column]);
                cells.get(rowCorners[row]).add(cell);
                cells.get(columnCorners[column]).add(cell);
                hidden[row].set(column, Suppression.hides(cell.n()));
            }
        }
        cells.forEach(corner -> corner.sort(Comparator.comparingLong(Cell::n)));
    }

    /** The corner of each line; lines whose sums are not told share one. */
    private int[] corners(long[] sums, boolean noneTold) {
        BitSet untold = Suppression.hidden(
                IntStream.range(0, sums.length).mapToObj(i -> sums[i]).toList());
        if (noneTold) {
            untold.set(0, sums.length);
        }
        int shared = untold.isEmpty() ? -1 : corner();
        return IntStream.range(0, sums.length)
                .map(line -> untold.get(line) ? shared : corner())
                .toArray();
    }

    private int corner() {
        cells.add(new ArrayList<>());
        return cells.size() - 1;
    }

    /** The hidden columns of each row. */
    BitSet[] find() {
        boolean more = Stream.of(hidden).anyMatch(row -> !row.isEmpty());
        while (more) {
            more = hideBesideFew() || hideBesideBridges();
        }
        return hidden;
    }

    /** In each line hides the smallest neighbours of what is hidden until two are, and enough answers that their sum fixes none. */
    private boolean hideBesideFew() {
        boolean any = false;
        for (int corner = 0; corner < cells.size(); corner++) {
            Optional<Cell> next = Optional.of(new Cell(0, 0, 0));
            while (next.isPresent()) {
                next = tooFewHidden(corner) ? smallestShown(corner, numberHidden(corner) < 2) : Optional.empty();
                next.ifPresent(this::hide);
                any |= next.isPresent();
            }
        }
        return any;
    }

    private boolean tooFewHidden(int corner) {
        long number = numberHidden(corner);
        long answers = cells.get(corner).stream()
                .filter(this::isHidden)
                .mapToLong(Cell::n)
                .sum();
        return number > 0 && (number < 2 || answers < Suppression.HIDDEN_TOGETHER);
    }

    private long numberHidden(int corner) {
        return cells.get(corner).stream().filter(this::isHidden).count();
    }

    /** A cell without answers is no secret, but may serve to hide behind where there is nothing else and others of its lines have answers. */
    private Optional<Cell> smallestShown(int corner, boolean orEmpty) {
        Optional<Cell> answered = cells.get(corner).stream()
                .filter(cell -> !isHidden(cell) && cell.n() > 0)
                .findFirst();
        return answered.isPresent() || !orEmpty
                ? answered
                : cells.get(corner).stream()
                        .filter(cell -> !isHidden(cell) && hasAnswers(rowCorners[cell.row()]))
                        .filter(cell -> hasAnswers(columnCorners[cell.column()]))
                        .findFirst();
    }

    private boolean hasAnswers(int corner) {
        return cells.get(corner).getLast().n() > 0;
    }

    private boolean hideBesideBridges() {
        boolean any = false;
        for (Cell bridge : new Bridges(hiddenCells()).find()) {
            Optional<Cell> next = Stream.of(rowCorners[bridge.row()], columnCorners[bridge.column()])
                    .flatMap(corner -> smallestShown(corner, true).stream())
                    .min(Comparator.comparing((Cell cell) -> cell.n() == 0).thenComparing(Cell::n));
            next.ifPresent(this::hide);
            any |= next.isPresent();
        }
        return any;
    }

    private boolean isHidden(Cell cell) {
        return hidden[cell.row()].get(cell.column());
    }

    private void hide(Cell cell) {
        hidden[cell.row()].set(cell.column());
    }

    private List<Cell> hiddenCells() {
        return IntStream.range(0, table.length)
                .boxed()
                .flatMap(row -> hidden[row].stream().mapToObj(column -> new Cell(row, column, table[row][column])))
                .toList();
    }

    /** Finds the edges that lie on no circle, by Tarjan's walk through the graph, without recursion. */
    private final class Bridges {

        private final List<Cell> edges;
        private final List<List<Integer>> edgesOf = new ArrayList<>();
        private final int[] reached;
        private final int[] lowest;
        private final List<Cell> bridges = new ArrayList<>();
        private int clock;

        private Bridges(List<Cell> edges) {
            this.edges = edges;
            cells.forEach(corner -> edgesOf.add(new ArrayList<>()));
            for (int edge = 0; edge < edges.size(); edge++) {
                edgesOf.get(rowCorners[edges.get(edge).row()]).add(edge);
                edgesOf.get(columnCorners[edges.get(edge).column()]).add(edge);
            }
            reached = new int[cells.size()];
            lowest = new int[cells.size()];
        }

        private record Step(int corner, int by, int[] next) {}

        private List<Cell> find() {
            IntStream.range(0, cells.size())
                    .filter(corner -> reached[corner] == 0)
                    .forEach(this::walkFrom);
            return bridges;
        }

        private void walkFrom(int start) {
            List<Step> way = new ArrayList<>(List.of(reach(start, -1)));
            while (!way.isEmpty()) {
                Step at = way.getLast();
                if (at.next()[0] < edgesOf.get(at.corner()).size()) {
                    int edge = edgesOf.get(at.corner()).get(at.next()[0]++);
                    int other = otherEnd(edge, at.corner());
                    if (edge != at.by() && reached[other] == 0) {
                        way.add(reach(other, edge));
                    } else if (edge != at.by()) {
                        lowest[at.corner()] = Math.min(lowest[at.corner()], reached[other]);
                    }
                } else {
                    way.removeLast();
                    if (!way.isEmpty()) {
                        goBack(at, way.getLast().corner());
                    }
                }
            }
        }

        private Step reach(int corner, int by) {
            clock++;
            reached[corner] = clock;
            lowest[corner] = clock;
            return new Step(corner, by, new int[1]);
        }

        private void goBack(Step from, int to) {
            lowest[to] = Math.min(lowest[to], lowest[from.corner()]);
            if (lowest[from.corner()] > reached[to]) {
                bridges.add(edges.get(from.by()));
            }
        }

        private int otherEnd(int edge, int corner) {
            Cell cell = edges.get(edge);
            int row = rowCorners[cell.row()];
            return row == corner ? columnCorners[cell.column()] : row;
        }
    }
}
