package io.aftertouch.feedback.inbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.aftertouch.feedback.review.CaseStep;
import io.aftertouch.feedback.review.CasesMoved;
import io.aftertouch.feedback.review.ReviewCaseRepository;
import io.aftertouch.platform.retry.SqlFailures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import org.jboss.logging.Logger;

/**
 * Tells whoever listens of every step of every case, in the order of the history. It reads the database, so that it also hears of what happens in
 * other instances: at once when this one did it, else twice a second. While nobody listens it rests.
 */
@ApplicationScoped
class CaseFeed {

    private static final Logger LOG = Logger.getLogger(CaseFeed.class);
    private static final long POLL_MILLIS = 500;
    private static final int MOST_AT_ONCE = 500;
    private static final long MOST_MISSED = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReviewCaseRepository cases;
    private final Clock clock;
    private final Gaps gaps = new Gaps(PATIENCE);
    private final Semaphore bell = new Semaphore(0);
    private final Queue<Listener> joining = new ConcurrentLinkedQueue<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private long position = -1;

    private record Listener(MultiEmitter<? super CaseStep> emitter, Long lastSeen, Runnable joined) {}

    CaseFeed(ReviewCaseRepository cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * @param lastSeen the last step that the listener knows, to be told what it missed; null for a new listener
     * @param joined runs when no step can be missed any more
     * @return the steps from now on; never ends by itself while the service runs
     */
    Multi<CaseStep> steps(Long lastSeen, Runnable joined) {
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            var listener = new Listener(emitter, lastSeen, joined);
                            emitter.onTermination(() -> {
                                joining.remove(listener);
                                listeners.remove(listener);
                            });
                            joining.add(listener);
                            bell.release();
                        },
                        BackPressureStrategy.BUFFER);
    }

    void start(@Observes StartupEvent event) {
        running = true;
        Thread.ofPlatform().name("case-feed").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        bell.release();
        listeners.forEach(listener -> listener.emitter().complete());
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) CasesMoved event) {
        if (!listeners.isEmpty()) {
            bell.release();
        }
    }

    private void run() {
        while (running) {
            try {
                awaitBell();
                tell();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.debugf("The live inbox waits, the database is away: %s", SqlFailures.describe(e));
            }
        }
    }

    private void awaitBell() throws InterruptedException {
        if (listeners.isEmpty() && joining.isEmpty()) {
            bell.acquire();
            position = -1;
            gaps.forget();
        } else {
            bell.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        bell.drainPermits();
    }

    private void tell() {
        if (position < 0) {
            position = QuarkusTransaction.requiringNew().call(cases::lastSeq);
        }
        for (Listener next = joining.poll(); next != null; next = joining.poll()) {
            tellWhatWasMissed(next);
            listeners.add(next);
            next.joined().run();
        }
        for (CaseStep step : freshSteps()) {
            listeners.forEach(listener -> listener.emitter().emit(step));
        }
    }

    /** Of whoever was away for very long only the latest: the list that they look at next shows the rest. */
    private void tellWhatWasMissed(Listener listener) {
        if (listener.lastSeen() == null) {
            return;
        }
        long told = Math.max(listener.lastSeen(), position - MOST_MISSED);
        while (told < position) {
            long from = told;
            List<CaseStep> missed = QuarkusTransaction.requiringNew().call(() -> cases.stepsAfter(from, MOST_AT_ONCE));
            missed.stream().filter(step -> step.seq() <= position).forEach(listener.emitter()::emit);
            told = missed.size() < MOST_AT_ONCE ? position : missed.getLast().seq();
        }
    }

    private List<CaseStep> freshSteps() {
        var now = clock.instant();
        Set<Long> late = gaps.open(now);
        List<CaseStep> fresh = new ArrayList<>();
        QuarkusTransaction.requiringNew().run(() -> {
            if (!late.isEmpty()) {
                fresh.addAll(cases.stepsAt(late));
            }
            fresh.addAll(cases.stepsAfter(position, MOST_AT_ONCE));
        });
        for (CaseStep step : fresh) {
            if (step.seq() > position) {
                gaps.passedOver(position, step.seq(), now);
                position = step.seq();
            } else {
                gaps.filled(step.seq());
            }
        }
        return fresh;
    }
}
