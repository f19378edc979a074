package io.aftertouch.platform.csv;

import java.util.Map;

/**
 * One row of a CSV file.
 *
 * @param line where it begins in the file, the first line being 1
 * @param cells by the name of their column, without blanks around them; an empty cell is not there, and of columns with one name the first counts
 * @param overlong whether it has more cells than the file has columns
 */
public record CsvRow(long line, Map<String, String> cells, boolean overlong) {

    /** The text of a column, null when there is none. */
    public String cell(String column) {
        return cells.get(column);
    }
}
