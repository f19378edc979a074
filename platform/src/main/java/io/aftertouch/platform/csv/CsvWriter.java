package io.aftertouch.platform.csv;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes CSV by RFC 4180 in UTF-8, row by row. Text that a spreadsheet would run as a formula, since it starts with {@code = + - @} or with a tab or
 * carriage return, gets an apostrophe before it.
 */
public final class CsvWriter implements Closeable {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;

    /** @param byteOrderMark whether the file says at its start that it is UTF-8, as some spreadsheets want */
    public CsvWriter(OutputStream bytes, boolean byteOrderMark) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 32 * 1024);
        if (byteOrderMark) {
            text.write(BYTE_ORDER_MARK);
        }
        printer = new CSVPrinter(text, CSVFormat.RFC4180);
    }

    /** Writes a row; null is an empty cell, numbers and truth values stay as they are. */
    public void row(List<?> cells) throws IOException {
        for (Object cell : cells) {
            printer.print(cell instanceof CharSequence text ? guarded(text.toString()) : cell);
        }
        printer.println();
    }

    public void flush() throws IOException {
        printer.flush();
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }

    static boolean startsFormula(char first) {
        return FORMULA_STARTS.indexOf(first) >= 0;
    }

    private static String guarded(String text) {
        return !text.isEmpty() && startsFormula(text.charAt(0)) ? "'" + text : text;
    }
}
