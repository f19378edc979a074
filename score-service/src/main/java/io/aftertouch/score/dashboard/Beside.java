package io.aftertouch.score.dashboard;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Reads one part of a page while another one is put together: one core reads in the database while the other makes sense of what was read. */
final class Beside {

    private Beside() {}

    /**
     * Begins to read, on a thread that never waits for one of those of requests.
     *
     * @return waits for what was read; throws what reading threw
     */
    static <T> Supplier<T> read(Supplier<T> part) {
        CompletableFuture<T> reading = CompletableFuture.supplyAsync(
                part, task -> Thread.ofVirtual().name("beside").start(task));
        return () -> {
            try {
                return reading.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        };
    }
}
