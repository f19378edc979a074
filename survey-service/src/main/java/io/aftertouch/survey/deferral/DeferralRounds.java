package io.aftertouch.survey.deferral;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.platform.retry.SqlFailures;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/** Looks for what was deferred and is due, on a thread of its own. Several instances share the work. */
@ApplicationScoped
class DeferralRounds {

    private static final Logger LOG = Logger.getLogger(DeferralRounds.class);

    private final DeferralJudging judging;
    private final DeferralConfig config;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread worker;

    DeferralRounds(DeferralJudging judging, DeferralConfig config) {
        this.judging = judging;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.judging()) {
            worker = Thread.ofPlatform().name("deferrals").daemon().start(this::work);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.countDown();
        if (worker != null) {
            worker.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    private void work() {
        try {
            while (!stopped.await(config.sweep().toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Judges again all that is due by now. */
    private void round() {
        try {
            Set<String> people;
            do {
                people = judging.claim();
                people.forEach(this::judge);
            } while (!people.isEmpty() && stopped.getCount() > 0);
        } catch (RuntimeException e) {
            LOG.warnf("Deferred decisions wait: %s", SqlFailures.describe(e));
        }
    }

    /** One that fails waits for the end of its lease and harms no other. */
    private void judge(String ref) {
        try {
            judging.judge(ref);
        } catch (RuntimeException e) {
            LOG.warnf(e, "A deferred decision waits, it could not be judged");
        }
    }
}
