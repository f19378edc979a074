package io.aftertouch.feedback.response;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.aftertouch.platform.trace.Trace;

/**
 * An answer on its way to the database, and the promise to say what became of it.
 *
 * @param request null when the caller gave no Idempotency-Key
 * @param trace of the request that brought it
 */
record PendingAnswer(
        Answer answer, IdempotentRequest request, Optional<Trace> trace, CompletableFuture<Submitted> promise) {

    PendingAnswer(Answer answer, IdempotentRequest request) {
        this(answer, request, Trace.current(), new CompletableFuture<>());
    }

    boolean sharesKeyWith(PendingAnswer other) {
        return request != null && other.request != null && request.sharesKeyWith(other.request);
    }
}
