package io.aftertouch.survey.respondentimport;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * Which column of a file says what.
 *
 * @param places by what they say
 * @param ignored headers of columns that say nothing about a respondent
 */
record Columns(Map<Column, Integer> places, List<String> ignored) {

    /**
     * Reads the first row.
     *
     * @param headers what a column is called where it is not called as usual
     * @throws UnreadableFile when the reference is missing, or a column is there twice or not at all
     */
    static Columns of(CsvRecord first, Map<Column, String> headers) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<String> ignored = new ArrayList<>();
        for (int place = 0; place < first.getFieldCount(); place++) {
            String header = first.getField(place).strip();
            Column column = column(header, headers);
            if (column == null) {
                ignored.add(header);
            } else if (places.putIfAbsent(column, place) != null) {
                throw new UnreadableFile(
                        "Two columns say the same.", column.field(), "stands in more than one column of the first row");
            }
        }
        headers.forEach((column, header) -> {
            if (!places.containsKey(column)) {
                throw new UnreadableFile(
                        "A column is missing.",
                        column.field(),
                        "was said to stand in a column that the first row does not have");
            }
        });
        if (!places.containsKey(Column.REF)) {
            throw new UnreadableFile(
                    "The first row must name the columns, the reference among them.",
                    Column.REF.field(),
                    "has no column; name it ref, or say which column holds it");
        }
        return new Columns(places, ignored);
    }

    private static Column column(String header, Map<Column, String> headers) {
        return headers.entrySet().stream()
                .filter(given -> Column.plain(given.getValue()).equals(Column.plain(header)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> Column.of(header)
                        .filter(usual -> !headers.containsKey(usual))
                        .orElse(null));
    }

    /** What a row says, null when it says nothing. */
    String text(CsvRecord row, Column column) {
        Integer place = places.get(column);
        if (place == null || place >= row.getFieldCount()) {
            return null;
        }
        String text = row.getField(place).strip();
        return text.isEmpty() ? null : text;
    }

    int width() {
        return places.size() + ignored.size();
    }
}
