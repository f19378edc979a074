package io.aftertouch.local.bench;

import java.util.concurrent.locks.LockSupport;

/** People who come one after the other, as many a second, whether or not those before them were served. */
record Arrivals(int aSecond) {

    /** What one of them does. */
    @FunctionalInterface
    interface Step {

        /**
         * @param who counted from 0
         * @param at when it was to be done, in nanoseconds of {@link System#nanoTime()}
         */
        void by(int who, long at);
    }

    void each(int people, long start, Step step) throws InterruptedException {
        for (int who = 0; who < people; who++) {
            long at = start + who * 1_000_000_000L / aSecond;
            for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
                LockSupport.parkNanos(left);
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            step.by(who, at);
        }
    }
}
