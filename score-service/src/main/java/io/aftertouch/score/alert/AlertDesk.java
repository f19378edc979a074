package io.aftertouch.score.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.score.alert.Alert.Told;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.cusum.AnswerWatch;
import io.aftertouch.score.cusum.Cells;
import io.aftertouch.score.cusum.Cells.Standing;
import io.aftertouch.score.cusum.Signal;
import io.aftertouch.score.ingest.AnswerChange;
import io.aftertouch.score.ingest.AnswerFollower;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.watch.Share;
import io.quarkus.scheduler.Scheduled;

/**
 * Turns what the watch signals into alerts, in the transaction that counts the answers. A problem is told once: an alarm that an open alert of
 * the touchpoint explains joins it; one that explains the alert better takes its place; only what is neither opens an alert of its own.
 *
 * <p>Comes after the tallies, which say what explains what.
 */
@ApplicationScoped
@Priority(-10)
class AlertDesk implements AnswerFollower {

    /** A problem that comes back within this time is the same one. */
    private static final Duration SAME_WITHIN = Duration.ofDays(7);

    private final AnswerWatch watch;
    private final Cells cells;
    private final Causes causes;
    private final AlertRepository alerts;
    private final AlertTelling telling;
    private final Touchpoints touchpoints;
    private final Ids ids;
    private final Clock clock;

    AlertDesk(
            AnswerWatch watch,
            Cells cells,
            Causes causes,
            AlertRepository alerts,
            AlertTelling telling,
            Touchpoints touchpoints,
            Ids ids,
            Clock clock) {
        this.watch = watch;
        this.cells = cells;
        this.causes = causes;
        this.alerts = alerts;
        this.telling = telling;
        this.touchpoints = touchpoints;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void follow(List<AnswerChange> changes) {
        tell(watch.see(changes));
    }

    /** What nobody is asked about any more does not stay open for good. */
    @Scheduled(every = "1h", delayed = "9m")
    @Transactional
    @RetryOnConflict
    void endSilent() {
        tell(watch.giveUpSilent());
    }

    /** In the order in which the answers made them. */
    void tell(List<Signal> signals) {
        for (Signal signal : signals) {
            switch (signal.kind()) {
                case ALARMED -> alarmed(signal);
                case GREW -> grew(signal);
                case CALMED -> calmed(signal, Step.RECOVERED);
                case SILENT -> calmed(signal, Step.SILENT);
            }
        }
    }

    private void alarmed(Signal signal) {
        alerts.holdTouchpoint(signal.cell().touchpoint());
        List<Alert> open = alerts.openAt(signal.cell());
        alerts.join(signal.id(), open.isEmpty() ? first(signal) : besides(open, signal));
    }

    private Alert first(Signal signal) {
        Instant now = clock.instant();
        return theSame(signal, now)
                .map(alert -> {
                    telling.tell(alert, alert.reopen(told(signal), now));
                    return alert;
                })
                .orElseGet(() -> open(signal));
    }

    /**
     * The alert of a problem that comes back soon, whichever of its cells reaches its limit first this time. As long as there are too few answers to tell
     * causes apart, it is taken for the last one.
     */
    private Optional<Alert> theSame(Signal signal, Instant now) {
        List<Alert> recovered = alerts.recoveredSince(signal.cell(), now.minus(SAME_WITHIN));
        if (recovered.isEmpty()) {
            return Optional.empty();
        }
        Set<Optional<Segment>> explaining = causes.at(signal.cell().whole(), signal.since(), signal.at());
        return recovered.stream()
                .filter(alert -> explaining.isEmpty() || explaining.contains(cause(alert)))
                .findFirst();
    }

    private Optional<Segment> cause(Alert alert) {
        return cells.standing(alert.causeId())
                .flatMap(standing -> standing.cell().segment());
    }

    private Alert open(Signal signal) {
        Alert alert = Alert.open(ids.next(), touchpoint(signal.cell().touchpoint()), told(signal), clock.instant());
        alerts.persist(alert);
        telling.tell(alert, alert.opened());
        return alert;
    }

    /** The alert that this alarm belongs to, where there are open ones already. */
    private Alert besides(List<Alert> open, Signal signal) {
        Set<Optional<Segment>> explaining = causes.at(signal.cell().whole(), signal.since(), signal.at());
        if (!explaining.contains(signal.cell().segment())) {
            return open.stream()
                    .filter(alert -> explaining.contains(alert.segment()))
                    .findFirst()
                    .orElse(open.getFirst());
        }
        Optional<Alert> mistold = open.stream()
                .filter(alert -> !explaining.contains(alert.segment()))
                .findFirst();
        mistold.ifPresent(alert -> telling.tell(alert, alert.moveTo(told(signal), clock.instant())));
        return mistold.orElseGet(() -> open(signal));
    }

    /** The alert has recovered when nothing that it tells of is alarmed any more; until then it is told of what still is. */
    private void calmed(Signal signal, Step how) {
        alerts.of(signal.id()).ifPresent(alert -> {
            alerts.leave(signal.id());
            List<Integer> left = alerts.cellsOf(alert.id());
            Instant now = clock.instant();
            if (left.isEmpty()) {
                Share after = alert.cellId() == signal.id() ? signal.after() : alert.after();
                telling.tell(alert, alert.recover(how, after, now));
            } else if (!left.contains(alert.cellId())) {
                left.stream()
                        .flatMap(cell -> cells.standing(cell).stream())
                        .filter(Standing::alarmed)
                        .findFirst()
                        .ifPresent(standing -> telling.tell(alert, alert.remainAt(told(standing), now)));
            }
        });
    }

    /** With more answers it may show that another alarmed cell is what it is about. */
    private void grew(Signal signal) {
        alerts.toldOf(signal.id()).ifPresent(alert -> {
            Instant now = clock.instant();
            telling.tell(
                    alert,
                    better(alert, signal)
                            .map(standing -> alert.moveTo(told(standing), now))
                            .orElseGet(() -> alert.grow(signal.after(), now)));
        });
    }

    private Optional<Standing> better(Alert alert, Signal signal) {
        Set<Optional<Segment>> explaining = causes.at(signal.cell().whole(), signal.since(), signal.at());
        return explaining.contains(alert.segment())
                ? Optional.empty()
                : alerts.cellsOf(alert.id()).stream()
                        .flatMap(cell -> cells.standing(cell).stream())
                        .filter(standing -> standing.alarmed()
                                && explaining.contains(standing.cell().segment()))
                        .findFirst();
    }

    private String touchpoint(int id) {
        return touchpoints.all().stream()
                .filter(touchpoint -> touchpoint.id() == id)
                .map(Touchpoint::key)
                .findFirst()
                .orElseThrow();
    }

    private static Told told(Signal signal) {
        return new Told(signal.id(), signal.cell(), signal.since(), signal.before(), signal.after(), signal.gauge());
    }

    private static Told told(Standing standing) {
        return new Told(
                standing.id(),
                standing.cell(),
                standing.since(),
                standing.before(),
                standing.after(),
                standing.gauge());
    }
}
