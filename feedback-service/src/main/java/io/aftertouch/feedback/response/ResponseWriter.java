package io.aftertouch.feedback.response;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.aftertouch.platform.csv.CsvWriter;

/** Writes answers one after the other. */
sealed interface ResponseWriter extends Closeable {

    void write(ResponseView response) throws IOException;

    void flush() throws IOException;

    /** @param byteOrderMark at the start of CSV; JSON has none */
    static ResponseWriter open(ExportFormat format, boolean byteOrderMark, OutputStream bytes, ObjectMapper json)
            throws IOException {
        return switch (format) {
            case CSV -> Table.withHeader(new CsvWriter(bytes, byteOrderMark));
            case NDJSON -> new Lines(bytes, json.writer());
        };
    }

    /** CSV, the columns in the order in which they are read best. */
    record Table(CsvWriter csv) implements ResponseWriter {

        private static final List<String> COLUMNS = Arrays.asList(
                "answeredAt",
                "touchpoint",
                "survey",
                "surveyVersion",
                "metric",
                "scale",
                "score",
                "band",
                "comment",
                "respondentRef",
                "segments",
                "channel",
                "locale",
                "contactPermitted",
                "id",
                "revision",
                "firstScore",
                "revisedAt",
                "invitationId",
                "source",
                "sourceId",
                "recordedAt");

        static Table withHeader(CsvWriter csv) throws IOException {
            csv.row(COLUMNS);
            return new Table(csv);
        }

        @Override
        public void write(ResponseView response) throws IOException {
            csv.row(Arrays.asList(
                    response.answeredAt().toString(),
                    response.touchpoint(),
                    response.survey(),
                    response.surveyVersion(),
                    response.metric().name(),
                    response.scale(),
                    response.score(),
                    response.band().name(),
                    response.comment(),
                    response.respondentRef(),
                    response.segments().entrySet().stream()
                            .map(segment -> segment.getKey() + ":" + segment.getValue())
                            .collect(Collectors.joining(", ")),
                    response.channel(),
                    response.locale(),
                    response.contactPermitted(),
                    response.id().toString(),
                    response.revision(),
                    response.firstScore(),
                    response.revisedAt() == null ? null : response.revisedAt().toString(),
                    response.invitationId() == null
                            ? null
                            : response.invitationId().toString(),
                    response.source(),
                    response.sourceId(),
                    response.recordedAt().toString()));
        }

        @Override
        public void flush() throws IOException {
            csv.flush();
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /** Newline-delimited JSON. */
    record Lines(OutputStream bytes, ObjectWriter json) implements ResponseWriter {

        @Override
        public void write(ResponseView response) throws IOException {
            bytes.write(json.writeValueAsString(response).getBytes(StandardCharsets.UTF_8));
            bytes.write('\n');
        }

        @Override
        public void flush() throws IOException {
            bytes.flush();
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
