package io.aftertouch.survey.respondentimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.platform.csv.UnreadableFile;

/**
 * Imports respondents from a file. The whole file is read once before anything is written, so that one that breaks off, or is not text, changes
 * nothing; then its rows are taken in groups.
 */
@Singleton
class Importing {

    private static final int GROUP = 250;

    private final ImportSteps steps;
    private final RowReader rows;

    Importing(ImportSteps steps, RowReader rows) {
        this.steps = steps;
        this.rows = rows;
    }

    /**
     * Takes all rows that can be taken, and lists the others.
     *
     * @param charset what the sender said, if anything
     * @param headers what columns are called that are not called as usual
     * @param expected the hash of the file that was checked before, if one was
     * @return the import, ended
     * @throws UnreadableFile when the file as a whole cannot be imported; then nothing was
     */
    UUID run(
            InputStream body,
            Optional<Charset> charset,
            Map<Column, String> headers,
            RespondentImport.Origin origin,
            Optional<String> expected)
            throws IOException {
        try (UploadedFile file = UploadedFile.receive(body, charset)) {
            if (expected.filter(hash -> !hash.equals(file.hash())).isPresent()) {
                throw new UnreadableFile(
                        "This is another file than the one that was checked.",
                        "file",
                        "must be the same, or be checked first");
            }
            CsvFile csv = CsvFile.of(file, headers);
            long count = csv.forEach(row -> {});
            UUID id = steps.begin(origin, file.hash(), csv.columns().ignored(), count);
            boolean done = false;
            try {
                take(id, csv);
                done = true;
            } finally {
                steps.end(id, done ? ImportState.DONE : ImportState.FAILED);
            }
            return id;
        }
    }

    private void take(UUID id, CsvFile csv) throws IOException {
        List<Row> group = new ArrayList<>(GROUP);
        csv.forEach(row -> {
            group.add(rows.read(row, csv.columns()));
            if (group.size() == GROUP) {
                steps.take(id, List.copyOf(group));
                group.clear();
            }
        });
        if (!group.isEmpty()) {
            steps.take(id, List.copyOf(group));
        }
    }
}
