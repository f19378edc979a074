package io.aftertouch.platform.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.retry.SqlFailures;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

import static java.time.ZoneOffset.UTC;

/**
 * Goes through each kind of data about people and forgets what has been kept long enough. One instance at a time is at a kind, which it holds by a
 * lease; it works in small transactions that also write down how far it is, so that after a crash another one goes on from there.
 */
@ApplicationScoped
public class RetentionRounds {

    private static final Logger LOG = Logger.getLogger(RetentionRounds.class);
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final List<KeptData> kinds;
    private final RetentionTable table;
    private final RetentionConfig config;
    private final Clock clock;

    RetentionRounds(@All List<KeptData> kinds, RetentionTable table, RetentionConfig config, Clock clock) {
        this.kinds = kinds;
        this.table = table;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${aftertouch.retention.look:1m}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        kinds.forEach(kind -> goThrough(kind, clock.instant()));
    }

    /**
     * Goes through a kind as of a moment, if a round of it is due then.
     *
     * @return whether it was due and is through; false also when another instance is at it
     */
    public boolean goThrough(KeptData kind, Instant now) {
        try {
            if (!table.claim(kind.kind(), now, LEASE)) {
                return false;
            }
            long forgotten = forget(kind, now);
            table.finish(kind.kind(), now, now.plus(config.every()));
            if (forgotten > 0) {
                LOG.infof("Retention of %s: %d forgotten", kind.kind(), forgotten);
            }
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("Retention of %s waits for the next round: %s", kind.kind(), SqlFailures.describe(e));
            return false;
        }
    }

    private long forget(KeptData kind, Instant now) {
        Instant before = now.atZone(UTC).minus(kind.keptFor()).toInstant();
        long total = 0;
        KeptData.Forgotten step;
        do {
            step = QuarkusTransaction.requiringNew().call(() -> forgetSome(kind, before));
            total += step.rows();
        } while (!step.finished());
        return total;
    }

    private KeptData.Forgotten forgetSome(KeptData kind, Instant before) {
        var done =
                table.progress(kind.kind()).map(RetentionTable.Progress::done).orElse(KeptData.START);
        KeptData.Forgotten step = kind.forgetSome(done, before);
        table.advance(kind.kind(), step, clock.instant().plus(LEASE));
        return step;
    }
}
