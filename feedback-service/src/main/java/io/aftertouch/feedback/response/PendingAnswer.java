package io.aftertouch.feedback.response;

import java.util.concurrent.CompletableFuture;

/**
 * An answer on its way to the database, and the promise to say what became of it.
 *
 * @param request null when the caller gave no Idempotency-Key
 */
record PendingAnswer(Answer answer, IdempotentRequest request, CompletableFuture<Submitted> promise) {

    PendingAnswer(Answer answer, IdempotentRequest request) {
        this(answer, request, new CompletableFuture<>());
    }

    boolean sharesKeyWith(PendingAnswer other) {
        return request != null && other.request != null && request.sharesKeyWith(other.request);
    }
}
