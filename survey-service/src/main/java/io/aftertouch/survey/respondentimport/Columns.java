package io.aftertouch.survey.respondentimport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.aftertouch.platform.csv.CsvRow;
import io.aftertouch.platform.csv.UnreadableFile;

/**
 * Which column of a file says what.
 *
 * @param headers what a column is called in the first row, by what it says
 * @param ignored headers of columns that say nothing about a respondent
 */
record Columns(Map<Column, String> headers, List<String> ignored) {

    /**
     * Reads the first row.
     *
     * @param otherwise what a column is called where it is not called as usual
     * @throws UnreadableFile when the reference is missing, or a column is there twice or not at all
     */
    static Columns of(List<String> first, Map<Column, String> otherwise) {
        Map<Column, String> headers = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        for (String header : first) {
            Column column = column(header, otherwise);
            if (column == null) {
                ignored.add(header);
            } else if (headers.putIfAbsent(column, header) != null) {
                throw new UnreadableFile(
                        "Two columns say the same.", column.field(), "stands in more than one column of the first row");
            }
        }
        otherwise.forEach((column, header) -> {
            if (!headers.containsKey(column)) {
                throw new UnreadableFile(
                        "A column is missing.",
                        column.field(),
                        "was said to stand in a column that the first row does not have");
            }
        });
        if (!headers.containsKey(Column.REF)) {
            throw new UnreadableFile(
                    "The first row must name the columns, the reference among them.",
                    Column.REF.field(),
                    "has no column; name it ref, or say which column holds it");
        }
        return new Columns(headers, ignored);
    }

    private static Column column(String header, Map<Column, String> otherwise) {
        return otherwise.entrySet().stream()
                .filter(given -> Column.plain(given.getValue()).equals(Column.plain(header)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> Column.of(header)
                        .filter(usual -> !otherwise.containsKey(usual))
                        .orElse(null));
    }

    /** What a row says, null when it says nothing. */
    String text(CsvRow row, Column column) {
        return row.cell(headers.get(column));
    }
}
