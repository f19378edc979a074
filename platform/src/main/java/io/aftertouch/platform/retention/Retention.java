package io.aftertouch.platform.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.aftertouch.platform.retry.SqlFailures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.jboss.logging.Logger;

import static java.time.ZoneOffset.UTC;

/** Tells how old the data about people is that this service keeps. */
@ApplicationScoped
public class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final List<KeptData> kinds;
    private final RetentionTable table;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile Optional<Map<String, Instant>> oldest = Optional.empty();

    Retention(@All List<KeptData> kinds, RetentionTable table, MeterRegistry meters, Clock clock) {
        this.kinds = kinds;
        this.table = table;
        this.meters = meters;
        this.clock = clock;
    }

    /** Every kind, by its name. */
    public List<RetentionView> overview() {
        return kinds.stream()
                .sorted(Comparator.comparing(KeptData::kind))
                .map(this::view)
                .toList();
    }

    void start(@Observes StartupEvent event) {
        for (KeptData kind : kinds) {
            Gauge.builder("aftertouch.retention.oldest.age", () -> ageInSeconds(kind))
                    .description("Age of the oldest data that still tells who it was; 0 when there is none")
                    .baseUnit("seconds")
                    .tag("kind", kind.kind())
                    .register(meters);
        }
    }

    /** Looks now, for the metrics: whoever asks for them does not wait for a database that is away. */
    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    public void look() {
        try {
            Map<String, Instant> found = new HashMap<>();
            kinds.forEach(kind -> oldest(kind, progress(kind)).ifPresent(at -> found.put(kind.kind(), at)));
            oldest = Optional.of(found);
        } catch (RuntimeException e) {
            LOG.debugf("How old data is cannot be read: %s", SqlFailures.describe(e));
            oldest = Optional.empty();
        }
    }

    private double ageInSeconds(KeptData kind) {
        return oldest.map(found -> Optional.ofNullable(found.get(kind.kind()))
                        .map(at -> Duration.between(at, clock.instant()).toMillis() / 1_000.0)
                        .orElse(0.0))
                .orElse(Double.NaN);
    }

    private RetentionView view(KeptData kind) {
        Optional<RetentionTable.Progress> progress = progress(kind);
        Instant dueAt = clock.instant().atZone(UTC).minus(kind.keptFor()).toInstant();
        return new RetentionView(
                kind.kind(),
                kind.what(),
                kind.keptFor().toString(),
                oldest(kind, progress).orElse(null),
                dueAt,
                progress.map(RetentionTable.Progress::ranAt).orElse(null),
                progress.map(RetentionTable.Progress::forgotten).orElse(0L));
    }

    private Optional<RetentionTable.Progress> progress(KeptData kind) {
        return table.progress(kind.kind());
    }

    private static Optional<Instant> oldest(KeptData kind, Optional<RetentionTable.Progress> progress) {
        return kind.oldest(progress.map(RetentionTable.Progress::done).orElse(KeptData.START));
    }
}
