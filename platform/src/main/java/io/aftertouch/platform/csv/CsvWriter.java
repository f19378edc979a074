package io.aftertouch.platform.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.LineDelimiter;

/**
 * Writes CSV by RFC 4180 in UTF-8, row by row. Text that a spreadsheet would run as a formula, since it starts with {@code = + - @} or with a tab or
 * carriage return, gets an apostrophe before it.
 */
public final class CsvWriter implements Closeable {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final de.siegmar.fastcsv.writer.CsvWriter file;

    /** @param byteOrderMark whether the file says at its start that it is UTF-8, as some spreadsheets want */
    public CsvWriter(OutputStream bytes, boolean byteOrderMark) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 32 * 1024);
        if (byteOrderMark) {
            text.write(BYTE_ORDER_MARK);
        }
        file = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
    }

    /** Writes a row; null is an empty cell, numbers and truth values stay as they are. */
    public void row(List<?> cells) throws IOException {
        try {
            file.writeRecord(cells.stream().map(CsvWriter::text).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    public void flush() throws IOException {
        file.flush();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    static boolean startsFormula(char first) {
        return FORMULA_STARTS.indexOf(first) >= 0;
    }

    private static String text(Object cell) {
        return switch (cell) {
            case null -> "";
            case CharSequence text -> guarded(text.toString());
            default -> cell.toString();
        };
    }

    private static String guarded(String text) {
        return !text.isEmpty() && startsFormula(text.charAt(0)) ? "'" + text : text;
    }
}
