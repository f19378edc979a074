package io.aftertouch.platform.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV file row by row, whoever wrote it: encoding and delimiter are found out, empty lines are passed over. Memory holds one row at a time, so
 * a file may have any size. An apostrophe that keeps a spreadsheet from reading a cell as a formula is taken off again.
 */
public final class CsvSource implements Iterator<CsvRow> {

    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int MOST_COLUMNS = 500;
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\r|\\n");

    private final RecordLimit limit;
    private final Iterator<CSVRecord> records;
    private final CSVParser parser;
    private final List<String> columns;
    private CSVRecord ahead;

    private CsvSource(BufferedReader text) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .get();
        limit = new RecordLimit(text);
        parser = CSVParser.builder().setReader(limit).setFormat(format).get();
        records = parser.iterator();
        CSVRecord header = read().orElseThrow(
                        () -> new InvalidCsv("The file is empty: it needs a line with the names of its columns."));
        columns = Stream.of(header.values()).map(String::strip).toList();
        checkColumns();
    }

    /** @throws InvalidCsv when it has no line of column names that can be read */
    public static CsvSource open(InputStream bytes) throws IOException {
        return new CsvSource(new BufferedReader(Decoding.reader(bytes), 2 * LONGEST_HEADER));
    }

    /** The names of the columns as they stand in the first line. */
    public List<String> columns() {
        return columns;
    }

    /** The column of this name, in whatever case the file writes it. */
    public Optional<String> column(String name) {
        return columns.stream().filter(column -> column.equalsIgnoreCase(name)).findFirst();
    }

    /** @throws InvalidCsv when the file cannot be read any further */
    @Override
    public boolean hasNext() {
        if (ahead == null) {
            ahead = read().orElse(null);
        }
        return ahead != null;
    }

    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CSVRecord row = ahead;
        ahead = null;
        long line = parser.getCurrentLineNumber() - breaksWithin(row);
        if (row.size() > columns.size()) {
            throw new InvalidCsv(
                    "Line %d has %d cells, but there are %d columns.".formatted(line, row.size(), columns.size()));
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String cell = unguarded(row.get(i).strip());
            if (!cell.isEmpty()) {
                cells.put(columns.get(i), cell);
            }
        }
        return new CsvRow(line, cells);
    }

    private Optional<CSVRecord> read() {
        try {
            limit.nextRecord();
            return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw unreadable(e);
        }
    }

    private static long breaksWithin(CSVRecord row) {
        return row.stream()
                .mapToLong(cell -> LINE_BREAK.matcher(cell).results().count())
                .sum();
    }

    private InvalidCsv unreadable(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String why = cause instanceof CharacterCodingException
                ? "it holds bytes that are no text in the encoding of the lines before"
                : cause.getMessage();
        return new InvalidCsv(
                "The file cannot be read after line %d: %s.".formatted(parser.getCurrentLineNumber(), why));
    }

    private void checkColumns() {
        if (columns.size() > MOST_COLUMNS) {
            throw new InvalidCsv("The file has more than " + MOST_COLUMNS + " columns.");
        }
        long named = columns.stream().filter(column -> !column.isEmpty()).count();
        long different =
                columns.stream().filter(column -> !column.isEmpty()).distinct().count();
        if (named == 0 || named != different) {
            throw new InvalidCsv("The first line must name the columns, each differently.");
        }
    }

    private static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && CsvWriter.startsFormula(cell.charAt(1))
                ? cell.substring(1)
                : cell;
    }

    /** The one that parts most of the first line, not looking into quotes. */
    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        Map<Character, Integer> seen = new LinkedHashMap<>(Map.of(',', 0));
        boolean quoted = false;
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int character = text.read();
            if (character < 0 || !quoted && character == '\n') {
                break;
            }
            quoted ^= character == '"';
            if (!quoted && (character == ',' || character == ';' || character == '\t')) {
                seen.merge((char) character, 1, Integer::sum);
            }
        }
        text.reset();
        return seen.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(',');
    }
}
