package io.aftertouch.platform.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * Reads a CSV file row by row, whoever wrote it: encoding and separator are found out, empty lines are passed over. Memory holds one row at a time, so
 * a file may have any size. An apostrophe that keeps a spreadsheet from reading a cell as a formula is taken off again.
 */
public final class CsvSource implements Iterator<CsvRow> {

    private static final int MOST_COLUMNS = 500;
    private static final int LONGEST_ROW = 256 * 1024;
    private static final int LONGEST_HEADER = 64 * 1024;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final Charset charset;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private long line;
    private CsvRecord ahead;

    private CsvSource(Decoding decoding) throws IOException {
        charset = decoding.charset();
        var text = new BufferedReader(decoding.reader(), 2 * LONGEST_HEADER);
        records = reader(text, separator(text)).iterator();
        columns = read().map(CsvSource::names)
                .orElseThrow(() -> new UnreadableFile("The file is empty.", "line 1", "must name the columns"));
        if (columns.stream().allMatch(String::isEmpty)) {
            throw new UnreadableFile("The first row is empty.", "line 1", "must name the columns");
        }
    }

    /** @throws UnreadableFile when it has no line of column names that can be read */
    public static CsvSource open(InputStream bytes) throws IOException {
        return open(bytes, Optional.empty());
    }

    /**
     * @param said the charset that the sender named, if any
     * @throws UnreadableFile when it has no line of column names that can be read
     */
    public static CsvSource open(InputStream bytes, Optional<Charset> said) throws IOException {
        return new CsvSource(Decoding.of(bytes, said));
    }

    /**
     * The charset that a sender names.
     *
     * @throws UnreadableFile when there is none of this name
     */
    public static Optional<Charset> charset(MediaType type) {
        String name = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            return Optional.ofNullable(name).map(Charset::forName);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new UnreadableFile("The charset is not known.", HttpHeaders.CONTENT_TYPE, "names an unknown charset");
        }
    }

    /** The names of the columns as they stand in the first line. */
    public List<String> columns() {
        return columns;
    }

    /** The column of this name, in whatever case the file writes it. */
    public Optional<String> column(String name) {
        return columns.stream().filter(column -> column.equalsIgnoreCase(name)).findFirst();
    }

    /** @throws UnreadableFile when the file cannot be read any further */
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
        CsvRecord row = ahead;
        ahead = null;
        Map<String, String> cells = new LinkedHashMap<>();
        boolean overlong = false;
        for (int i = 0; i < row.getFieldCount(); i++) {
            String cell = unguarded(row.getField(i).strip());
            if (cell.isEmpty()) {
                continue;
            }
            if (i < columns.size()) {
                cells.putIfAbsent(columns.get(i), cell);
            } else {
                overlong = true;
            }
        }
        return new CsvRow(row.getStartingLineNumber(), cells, overlong);
    }

    private static CsvReader<CsvRecord> reader(BufferedReader text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_ROW)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MOST_COLUMNS)
                                .maxFieldSize(LONGEST_ROW)
                                .maxRecordSize(LONGEST_ROW)
                                .build(),
                        text);
    }

    private static List<String> names(CsvRecord first) {
        return first.getFields().stream().map(String::strip).toList();
    }

    private Optional<CsvRecord> read() {
        try {
            Optional<CsvRecord> row = records.hasNext() ? Optional.of(records.next()) : Optional.empty();
            line = row.map(CsvRecord::getStartingLineNumber).orElse(line);
            return row;
        } catch (CsvParseException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private UnreadableFile unreadable(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return noText(line + 1);
            }
        }
        var said = LINE.matcher(String.valueOf(e.getMessage()));
        return UnreadableFile.at(
                said.find() ? Long.parseLong(said.group(1)) : line + 1,
                "breaks the rules of CSV: a quote is not closed, something follows a closing one, or a row is longer than "
                        + MOST_COLUMNS + " cells or " + LONGEST_ROW + " characters");
    }

    private UnreadableFile noText(long near) {
        return UnreadableFile.at(
                near,
                "or a line soon after it holds bytes that are not " + charset.name()
                        + "; save the file as UTF-8, or name its charset in the Content-Type");
    }

    private static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && CsvWriter.startsFormula(cell.charAt(1))
                ? cell.substring(1)
                : cell;
    }

    /** The one that parts most of the first line, not looking into quotes. */
    private char separator(BufferedReader text) throws IOException {
        Map<Character, Integer> seen = new LinkedHashMap<>(Map.of(',', 0));
        boolean quoted = false;
        boolean begun = false;
        text.mark(LONGEST_HEADER);
        try {
            for (int i = 0; i < LONGEST_HEADER - 1; i++) {
                int character = text.read();
                boolean lineBreak = !quoted && (character == '\n' || character == '\r');
                if (character < 0 || lineBreak && begun) {
                    break;
                }
                begun |= !lineBreak;
                quoted ^= character == '"';
                if (!quoted && (character == ',' || character == ';' || character == '\t')) {
                    seen.merge((char) character, 1, Integer::sum);
                }
            }
        } catch (CharacterCodingException e) {
            throw noText(1);
        }
        text.reset();
        return seen.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow();
    }
}
