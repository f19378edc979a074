package io.aftertouch.local.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Does pieces of work, some at a time, and tells how long it took. */
record Crew(int hands) {

    /** One piece of work. */
    @FunctionalInterface
    interface Work {
        void on(int piece) throws Exception;
    }

    /**
     * How it went.
     *
     * @param all from the first start to the last end
     * @param each in ascending order
     */
    record Took(Duration all, long[] each) {

        double perSecond(int things) {
            return things / (all.toNanos() / 1e9);
        }

        double milliseconds(int percentile) {
            return each[Math.min(each.length - 1, each.length * percentile / 100)] / 1e6;
        }
    }

    /** Different works in turn, one at a time, each of them so often: whatever else happens meanwhile strikes all of them alike. */
    static Map<String, Took> inTurn(int rounds, Map<String, Work> works) throws Exception {
        Map<String, long[]> each = new LinkedHashMap<>();
        works.keySet().forEach(name -> each.put(name, new long[rounds]));
        for (int round = 0; round < rounds; round++) {
            for (var work : works.entrySet()) {
                long begun = System.nanoTime();
                work.getValue().on(round);
                each.get(work.getKey())[round] = System.nanoTime() - begun;
            }
        }
        Map<String, Took> took = new LinkedHashMap<>();
        each.forEach((name, nanos) -> {
            Duration all = Duration.ofNanos(Arrays.stream(nanos).sum());
            Arrays.sort(nanos);
            took.put(name, new Took(all, nanos));
        });
        return took;
    }

    Took each(int pieces, Work work) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        long[] each = new long[pieces];
        long from = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(hands)) {
            List<Future<?>> done = IntStream.range(0, hands)
                    .<Future<?>>mapToObj(hand -> pool.submit(() -> {
                        for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                            long begun = System.nanoTime();
                            work.on(piece);
                            each[piece] = System.nanoTime() - begun;
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> one : done) {
                one.get();
            }
        }
        Duration all = Duration.ofNanos(System.nanoTime() - from);
        Arrays.sort(each);
        return new Took(all, each);
    }
}
