package io.aftertouch.local.demo;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Does many small things, a few at a time so that the suite stays free for others, and tells how far it is. */
record Crew(int hands, Consumer<String> teller) {

    private static final int LINES = 5;

    /** One of the things to do. */
    @FunctionalInterface
    interface Task<T> {

        void does(T item) throws InterruptedException;
    }

    /** In the order of the items, roughly. The first failure ends it. */
    <T> void each(String what, List<T> items, Task<T> task) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Tale tale = new Tale(what, items.size());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = IntStream.range(0, hands)
                    .<Future<?>>mapToObj(hand -> threads.submit(() -> {
                        try {
                            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                                task.does(items.get(i));
                                tale.oneMore();
                            }
                        } finally {
                            next.set(items.size());
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> hand : working) {
                hand.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        }
    }

    /** Tells how many of how many are done, a few times on the way. */
    private final class Tale {

        private final String what;
        private final int all;
        private int done;

        Tale(String what, int all) {
            this.what = what;
            this.all = all;
        }

        synchronized void oneMore() {
            done++;
            if ((long) done * LINES / all > (done - 1L) * LINES / all) {
                teller.accept(String.format(Locale.ROOT, "%,d of %,d %s", done, all, what));
            }
        }
    }
}
