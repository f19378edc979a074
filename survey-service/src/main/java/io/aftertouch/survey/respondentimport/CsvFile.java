package io.aftertouch.survey.respondentimport;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/** A file of rows with columns between commas, semicolons or tabs, the first row naming the columns. */
final class CsvFile {

    private static final int LONGEST_FIRST_ROW = 64 * 1024;

    private final UploadedFile file;
    private final char separator;
    private final Columns columns;

    private CsvFile(UploadedFile file, char separator, Columns columns) {
        this.file = file;
        this.separator = separator;
        this.columns = columns;
    }

    /** What happens with a row. */
    interface RowHandler {
        void handle(CsvRecord row);
    }

    /**
     * Looks at the first row.
     *
     * @throws UnreadableFile when there is none, or it does not name the columns
     */
    static CsvFile of(UploadedFile file, Map<Column, String> headers) throws IOException {
        char separator = separator(file);
        CsvRecord[] first = new CsvRecord[1];
        read(file, separator, row -> first[0] = first[0] == null ? row : first[0], 1);
        if (first[0] == null) {
            throw new UnreadableFile("The file is empty.", "line 1", "must name the columns");
        }
        return new CsvFile(file, separator, Columns.of(first[0], headers));
    }

    Columns columns() {
        return columns;
    }

    /**
     * Hands on every row below the first, in order.
     *
     * @return how many there are
     * @throws UnreadableFile when the file breaks off or is not text; what came before has been handed on
     */
    long forEach(RowHandler handler) throws IOException {
        return read(
                        file,
                        separator,
                        new RowHandler() {
                            private boolean first = true;

                            @Override
                            public void handle(CsvRecord row) {
                                if (!first) {
                                    handler.handle(row);
                                }
                                first = false;
                            }
                        },
                        Long.MAX_VALUE)
                - 1;
    }

    private static long read(UploadedFile file, char separator, RowHandler handler, long limit) throws IOException {
        long rows = 0;
        long line = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(separator)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .ofCsvRecord(file.open());
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            while (rows < limit && records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                handler.handle(row);
                rows++;
            }
            return rows;
        } catch (CsvParseException e) {
            throw refused(e, line);
        } catch (UncheckedIOException e) {
            throw refused(e, line);
        }
    }

    private static UnreadableFile refused(Throwable e, long lastLine) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return UnreadableFile.at(
                        lastLine + 1,
                        "or soon after it holds bytes that are not UTF-8; save the file as UTF-8, or name its charset in the Content-Type");
            }
        }
        return UnreadableFile.at(
                lineOf(e.getMessage(), lastLine + 1),
                "breaks the rules of quotes: a quote is not closed, or something follows a closing one");
    }

    /** The reader says where it stood: {@code ... on line 17 ...}. */
    private static long lineOf(String message, long otherwise) {
        var line = Pattern.compile("line (\\d+)").matcher(String.valueOf(message));
        return line.find() ? Long.parseLong(line.group(1)) : otherwise;
    }

    /** The one that stands most often in the first row, outside quotes. */
    private static char separator(UploadedFile file) throws IOException {
        int[] count = new int[128];
        boolean quoted = false;
        try (BufferedReader text = new BufferedReader(file.open())) {
            for (int i = 0, c = text.read(); i < LONGEST_FIRST_ROW && c >= 0; i++, c = text.read()) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && (c == '\n' || c == '\r')) {
                    break;
                } else if (!quoted && c < count.length) {
                    count[c]++;
                }
            }
        } catch (CharacterCodingException e) {
            throw refused(e, 0);
        }
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingInt(candidate -> count[candidate]))
                .orElseThrow();
    }
}
