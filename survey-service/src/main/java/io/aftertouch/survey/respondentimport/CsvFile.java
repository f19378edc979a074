package io.aftertouch.survey.respondentimport;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;

import io.aftertouch.platform.csv.CsvRow;
import io.aftertouch.platform.csv.CsvSource;
import io.aftertouch.platform.csv.UnreadableFile;

/** An uploaded file of rows about respondents, the first row naming the columns. It may be read several times. */
record CsvFile(UploadedFile file, Columns columns) {

    /**
     * Looks at the first row.
     *
     * @throws UnreadableFile when there is none, or it does not name the columns
     */
    static CsvFile of(UploadedFile file, Map<Column, String> headers) throws IOException {
        try (InputStream bytes = file.open()) {
            CsvSource rows = CsvSource.open(bytes, file.charset());
            return new CsvFile(file, Columns.of(rows.columns(), headers));
        }
    }

    /**
     * Hands on every row below the first, in order.
     *
     * @return how many there are
     * @throws UnreadableFile when the file breaks off or is not text; what came before has been handed on
     */
    long forEach(Consumer<CsvRow> handler) throws IOException {
        try (InputStream bytes = file.open()) {
            CsvSource rows = CsvSource.open(bytes, file.charset());
            long count = 0;
            while (rows.hasNext()) {
                handler.accept(rows.next());
                count++;
            }
            return count;
        }
    }
}
