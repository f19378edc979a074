package io.aftertouch.local.suite;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.aftertouch.embedded.ServerProcess;
import io.aftertouch.embedded.StartFailure;

/**
 * Keeps one part running. Life of a part: starting → running → (ended by itself → waiting → starting)… → stopped. Only the very first start may
 * fail; after that it is tried again and again, since the other parts go on meanwhile.
 */
final class PartKeeper {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int LINES_SHOWN = 8;

    private final Part part;
    private final StopWish wish;
    private final BackOff backOff;
    private final Progress progress;
    private final Runnable changed;
    private final CompletableFuture<Void> firstStart = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean lastRun;
    private volatile boolean starting;
    private volatile ServerProcess process;

    /** @param changed is told whenever the part has another process, or none */
    PartKeeper(Part part, StopWish wish, BackOff backOff, Progress progress, Runnable changed) {
        this.part = part;
        this.wish = wish;
        this.backOff = backOff;
        this.progress = progress;
        this.changed = changed;
        this.thread = new Thread(this::keep, part.name());
    }

    String name() {
        return part.name();
    }

    OptionalLong pid() {
        ServerProcess current = process;
        return current == null ? OptionalLong.empty() : OptionalLong.of(current.pid());
    }

    void launch() {
        thread.start();
    }

    /** Waits until the part is ready for the first time. */
    void awaitFirstStart() {
        try {
            firstStart.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure : new StartFailure(e.getMessage(), e);
        }
    }

    /** From now on the part is not started again when it ends; a signal to stop often reaches all processes at once. */
    void startNoMore() {
        lastRun = true;
    }

    /** Stops the part in order and for good; returns when its process is gone. */
    void stop() {
        stopping = true;
        if (starting) {
            thread.interrupt();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        int endings = 0;
        while (!stopping) {
            if (!start()) {
                if (!firstStart.isDone() || firstStart.isCompletedExceptionally()) {
                    return;
                }
                endings++;
                waitBefore(endings);
                continue;
            }
            long readyAt = System.nanoTime();
            watch();
            if (stopping || wish.isThere()) {
                end();
                waitForWithdrawal();
                endings = 0;
            } else if (lastRun) {
                process = null;
                return;
            } else {
                endings = backOff.endingsInARow(endings, Duration.ofNanos(System.nanoTime() - readyAt));
                tellOfEnd(endings);
                waitBefore(endings);
            }
        }
    }

    private boolean start() {
        starting = true;
        try {
            process = part.start();
            changed.run();
            progress.say(part.name() + " is ready");
            firstStart.complete(null);
            return true;
        } catch (StartFailure failure) {
            if (!firstStart.completeExceptionally(failure) && !stopping) {
                progress.say(failure.getMessage());
            }
            return false;
        } catch (RuntimeException failure) {
            firstStart.completeExceptionally(failure);
            throw failure;
        } finally {
            starting = false;
            Thread.interrupted();
        }
    }

    /** A signal may reach the part before it reaches the launcher: what ends is looked at only a moment later. */
    private void watch() {
        while (!stopping && !wish.isThere() && process.isAlive()) {
            pause(POLL);
        }
        pause(POLL);
    }

    private void end() {
        process.stop(part.patience());
        process = null;
        changed.run();
        if (!stopping) {
            progress.say(part.name() + " is stopped as wished");
        }
    }

    private void waitForWithdrawal() {
        while (!stopping && wish.isThere()) {
            pause(POLL);
        }
    }

    private void tellOfEnd(int endings) {
        ServerProcess ended = process;
        process = null;
        changed.run();
        progress.say("%s ended by itself with status %d; starting it again in %.1f s. Its last lines (%s):\n%s"
                .formatted(
                        part.name(),
                        ended.onExit().join(),
                        backOff.before(endings).toMillis() / 1e3,
                        ended.log(),
                        ended.lastLines(LINES_SHOWN)));
    }

    private void waitBefore(int endings) {
        long until = System.nanoTime() + backOff.before(endings).toNanos();
        while (!stopping && System.nanoTime() < until) {
            pause(POLL);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException late) {
            // it was meant for the start that has just ended; the flags say what to do next
        }
    }
}
