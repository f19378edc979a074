package io.aftertouch.score.dashboard;

import java.util.List;

/**
 * The share of negative answers of every touchpoint in every segment, with the numbers in the cells.
 *
 * @param finding the worst cell of the touchpoint that the page is about, in a sentence
 */
public record HeatMap(String finding, List<Head> dimensions, List<Row> rows) {

    /** A dimension over its values. */
    public record Head(String dimension, List<String> values) {}

    public record Row(String key, String name, boolean here, List<Cell> cells) {}

    /** One cell; {@code css} is its step of colour, or few, or none. */
    public record Cell(String css, boolean hidden, boolean empty, boolean hot, String share, String n) {}
}
