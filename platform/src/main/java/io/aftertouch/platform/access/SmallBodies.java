package io.aftertouch.platform.access;

import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * Reads the body of a small request before a thread is given to it. A thread that reads it itself waits for each piece, and whoever sends slowly holds
 * it.
 */
@ApplicationScoped
class SmallBodies {

    private static final int AFTER_EVERYTHING_THAT_REFUSES = 0;
    private static final int LARGEST = 64 * 1024;
    private static final int SECONDS_TO_SEND = 60;

    void register(@Observes Filters filters) {
        filters.register(SmallBodies::read, AFTER_EVERYTHING_THAT_REFUSES);
    }

    private static void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!isSmall(request)) {
            context.next();
            return;
        }
        Future<Buffer> whole = request.body();
        // the server has paused it until somebody wants it
        request.resume();
        whole.timeout(SECONDS_TO_SEND, TimeUnit.SECONDS).onComplete(body -> {
            if (body.succeeded()) {
                ((RoutingContextInternal) context).setBody(body.result());
                context.next();
            } else {
                request.connection().close();
            }
        });
    }

    /** Whoever sends files, waits to be told to go on or shares a connection with other requests is served by what reads streams. */
    private static boolean isSmall(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return length != null
                && length.length() <= 5
                && Integer.parseInt(length) <= LARGEST
                && request.version() == HttpVersion.HTTP_1_1
                && !request.isEnded()
                && (type == null || !type.startsWith("multipart/"))
                && request.getHeader(HttpHeaders.EXPECT) == null;
    }
}
