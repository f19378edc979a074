package io.aftertouch.feedback.response;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Writes all answers of a filter to a file, latest first. They are read slice by slice along an index, each slice once the one before is on its way, so
 * that memory holds one slice, and a reader who is slow or gone keeps neither a connection nor a view of the database open.
 */
@ApplicationScoped
class ResponseExport {

    static final int SLICE = 1_000;
    private static final int BUFFER = 64 * 1024;

    private final ResponseReading reading;
    private final ObjectMapper json;

    ResponseExport(ResponseReading reading, ObjectMapper json) {
        this.reading = reading;
        this.json = json;
    }

    ExportStream.Content of(ResponseFilter filter, ExportFormat format, boolean byteOrderMark) {
        List<ResponseView> start = start(filter);
        return body -> write(filter, start, format, byteOrderMark, body);
    }

    /** What a file starts with, read before a byte of it is sent: a database that is away is a clear answer and no broken file. */
    List<ResponseView> start(ResponseFilter filter) {
        return reading.slice(filter, Optional.empty(), SLICE);
    }

    /**
     * Writes the file and closes it.
     *
     * @throws IOException when whoever reads it has gone
     */
    void write(
            ResponseFilter filter,
            List<ResponseView> start,
            ExportFormat format,
            boolean byteOrderMark,
            OutputStream to)
            throws IOException {
        try (var writer = ResponseWriter.open(format, byteOrderMark, new BufferedOutputStream(to, BUFFER), json)) {
            List<ResponseView> slice = start;
            while (!slice.isEmpty()) {
                for (ResponseView response : slice) {
                    writer.write(response);
                }
                writer.flush();
                slice = slice.size() < SLICE
                        ? List.of()
                        : reading.slice(filter, Optional.of(ResponseReading.placeOf(slice.getLast())), SLICE);
            }
        }
    }
}
