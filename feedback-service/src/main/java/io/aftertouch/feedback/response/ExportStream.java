package io.aftertouch.feedback.response;

import java.io.IOException;
import java.io.OutputStream;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.vertx.core.http.HttpConnection;
import org.jboss.logging.Logger;

/** A file on its way to whoever asked for it. A file that cannot be finished is cut off, so that nobody takes a part for the whole. */
public final class ExportStream implements StreamingOutput {

    private static final Logger LOG = Logger.getLogger(ExportStream.class);

    private final Content content;
    private final HttpConnection reader;

    private ExportStream(Content content, HttpConnection reader) {
        this.content = content;
        this.reader = reader;
    }

    /** What stands in a file. Its beginning was read before, so that a database that is away is a clear answer and no broken file. */
    public interface Content {

        /** @throws IOException when whoever reads it has gone */
        void writeTo(OutputStream body) throws IOException;
    }

    public static Response response(Content content, String mediaType, String fileName, HttpConnection reader) {
        return Response.ok(new ExportStream(content, reader))
                .type(mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @Override
    public void write(OutputStream body) throws IOException {
        try {
            content.writeTo(body);
        } catch (IOException gone) {
            LOG.debugf("An export was not read to its end: %s", gone.getMessage());
            reader.close();
        } catch (RuntimeException e) {
            LOG.warnf(e, "An export was cut off");
            reader.close();
        }
    }
}
