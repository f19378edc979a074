package io.aftertouch.feedback.response;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.vertx.core.http.HttpConnection;
import org.jboss.logging.Logger;

/** A file of answers on its way to whoever asked for it. A file that cannot be finished is cut off, so that nobody takes a part for the whole. */
final class ExportStream implements StreamingOutput {

    private static final Logger LOG = Logger.getLogger(ExportStream.class);

    private final ResponseExport export;
    private final ResponseFilter filter;
    private final List<ResponseView> start;
    private final ExportFormat format;
    private final boolean byteOrderMark;
    private final HttpConnection reader;

    private ExportStream(
            ResponseExport export,
            ResponseFilter filter,
            ExportFormat format,
            boolean byteOrderMark,
            HttpConnection reader) {
        this.export = export;
        this.filter = filter;
        this.start = export.start(filter);
        this.format = format;
        this.byteOrderMark = byteOrderMark;
        this.reader = reader;
    }

    static Response response(
            ResponseExport export,
            ResponseFilter filter,
            ExportFormat format,
            boolean byteOrderMark,
            HttpConnection reader) {
        return Response.ok(new ExportStream(export, filter, format, byteOrderMark, reader))
                .type(format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + format.fileName() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @Override
    public void write(OutputStream body) throws IOException {
        try {
            export.write(filter, start, format, byteOrderMark, body);
        } catch (IOException gone) {
            LOG.debugf("An export was not read to its end: %s", gone.getMessage());
            reader.close();
        } catch (RuntimeException e) {
            LOG.warnf(e, "An export was cut off");
            reader.close();
        }
    }
}
