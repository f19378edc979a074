package io.aftertouch.platform.webhook;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;

/** Reads one answer as far as anybody wants to know it. Whoever says a status and then goes on for ever, or falls silent, has said the status. */
final class ReplyReading {

    private static final int READ = 1024;

    private final Buffer body = Buffer.buffer(READ);
    private int status;
    private String retryAfter;

    Future<WebhookReply> read(HttpClientRequest request, byte[] message) {
        return request.send(Buffer.buffer(message)).compose(this::read);
    }

    private Future<WebhookReply> read(HttpClientResponse response) {
        Promise<WebhookReply> read = Promise.promise();
        begin(response);
        response.exceptionHandler(cutOff -> read.tryComplete(reply()));
        response.endHandler(end -> read.tryComplete(reply()));
        response.handler(chunk -> {
            if (append(chunk)) {
                read.tryComplete(reply());
            }
        });
        return read.future();
    }

    private synchronized void begin(HttpClientResponse response) {
        status = response.statusCode();
        retryAfter = response.getHeader(HttpHeaders.RETRY_AFTER);
    }

    /** Tells whether that was enough. */
    private synchronized boolean append(Buffer chunk) {
        body.appendBuffer(chunk, 0, Math.min(chunk.length(), READ - body.length()));
        return body.length() == READ;
    }

    private synchronized WebhookReply reply() {
        return new WebhookReply(status, body.toString(StandardCharsets.UTF_8), retryAfter);
    }

    /** What has arrived up to now; empty while there is no status. */
    synchronized Optional<WebhookReply> soFar() {
        return status == 0 ? Optional.empty() : Optional.of(reply());
    }
}
