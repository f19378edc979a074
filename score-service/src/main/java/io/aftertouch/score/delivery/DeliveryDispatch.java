package io.aftertouch.score.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.aftertouch.platform.retry.SqlFailures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Posts what is due. Each webhook has a few threads of its own for as long as something is due for it, so that whoever hangs holds up only
 * itself. A message is taken by a lease: when this instance dies with it, another one posts it after that.
 */
@ApplicationScoped
class DeliveryDispatch {

    private static final Logger LOG = Logger.getLogger(DeliveryDispatch.class);

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);
    private static final Duration PAUSE_FOR_THE_DATABASE = Duration.ofSeconds(1);

    private final Delivering delivering;
    private final Posting posting;
    private final DeliveryConfig config;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private final Map<UUID, AtomicInteger> atWork = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("webhooks-", 1).daemon().factory());
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;

    DeliveryDispatch(Delivering delivering, Posting posting, DeliveryConfig config, Clock clock) {
        this.delivering = delivering;
        this.posting = posting;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.sending()) {
            threads.execute(this::look);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        stopped.countDown();
        bell.release();
        threads.shutdown();
        threads.awaitTermination(PATIENCE_AT_THE_END.toMillis(), TimeUnit.MILLISECONDS);
    }

    void due(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesWritten event) {
        bell.release();
    }

    private void look() {
        while (!stopping) {
            try {
                for (UUID webhook : delivering.webhooksWithDue()) {
                    putToWork(webhook);
                }
            } catch (RuntimeException e) {
                LOG.warnf("Webhooks wait: %s", SqlFailures.describe(e));
            }
            waitForTheBell();
        }
    }

    private void waitForTheBell() {
        try {
            if (bell.tryAcquire(config.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    /** As many threads as there is something to do for, but never more than one webhook may have. */
    private void putToWork(UUID webhook) {
        AtomicInteger working = atWork.computeIfAbsent(webhook, any -> new AtomicInteger());
        int wanted = Math.min(config.connections(), working.get() + delivering.due(webhook, config.connections()));
        while (!stopping && working.get() < wanted) {
            working.incrementAndGet();
            threads.execute(() -> work(webhook, working));
        }
    }

    private void work(UUID webhook, AtomicInteger working) {
        try {
            while (!stopping && deliverOne(webhook)) {
                LOG.tracef("Webhook %s may have more", webhook);
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "A message to webhook %s waits for the end of its lease", webhook);
        } finally {
            working.decrementAndGet();
        }
    }

    private boolean deliverOne(UUID webhook) {
        return delivering
                .take(webhook)
                .map(parcel -> {
                    writeDown(parcel, posting.post(parcel));
                    return true;
                })
                .orElse(false);
    }

    /** What a receiver has taken must become known, or it is posted again: as long as the lease lasts, this is tried. */
    private void writeDown(Parcel parcel, Attempt attempt) {
        while (true) {
            try {
                delivering.writeDown(parcel, attempt);
                return;
            } catch (RuntimeException e) {
                boolean worthMore = attempt.isTaken() && clock.instant().isBefore(parcel.leasedUntil());
                if (stopping || !worthMore) {
                    throw e;
                }
                LOG.warnf(
                        "Message %s was posted, which is not written down yet: %s",
                        parcel.message().id(), SqlFailures.describe(e));
                waitForTheDatabase();
            }
        }
    }

    /** No longer than the service runs. */
    private void waitForTheDatabase() {
        try {
            stopped.await(PAUSE_FOR_THE_DATABASE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }
}
