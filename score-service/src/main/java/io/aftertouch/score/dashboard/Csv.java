package io.aftertouch.score.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.aftertouch.platform.csv.CsvWriter;

/** A small table as CSV, made in memory. */
public final class Csv {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CsvWriter rows;

    public Csv(String... columns) {
        try {
            rows = new CsvWriter(bytes, false);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory can be written", impossible);
        }
        row(List.of(columns));
    }

    public void row(List<?> values) {
        try {
            rows.row(values);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory can be written", impossible);
        }
    }

    @Override
    public String toString() {
        try {
            rows.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory can be written", impossible);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
