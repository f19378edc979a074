package io.aftertouch.survey.event;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.retry.SqlFailures;
import org.jboss.logging.Logger;

/**
 * Takes events, judges them and writes down what was decided. Those that come together are taken in groups, each in one transaction; a group that
 * fails is taken one by one, so that a bad event harms no other.
 */
@ApplicationScoped
class EventIntake {

    private static final Logger LOG = Logger.getLogger(EventIntake.class);
    private static final int TRIES = 5;

    private final EventTransaction transaction;
    private final EventConfig config;

    EventIntake(EventTransaction transaction, EventConfig config) {
        this.transaction = transaction;
        this.config = config;
    }

    /**
     * Takes each as if it had come alone, in their order.
     *
     * @return what became of each, in their order
     */
    List<Taken> receive(List<ReceiveEvent> events) {
        List<Taken> taken = new ArrayList<>(events.size());
        for (int from = 0; from < events.size(); from += config.group()) {
            taken.addAll(together(events.subList(from, Math.min(from + config.group(), events.size()))));
        }
        return taken;
    }

    /** What would be decided about an event now, with nothing written or sent. */
    EventAnswer simulate(SimulateEvent wish) {
        return transaction.simulate(wish);
    }

    private List<Taken> together(List<ReceiveEvent> group) {
        if (group.size() > 1) {
            try {
                return transaction.take(group);
            } catch (RuntimeException e) {
                if (SqlFailures.isOutage(e)) {
                    throw e;
                }
                LOG.warnf("%d events are taken one by one: %s", group.size(), SqlFailures.describe(e));
            }
        }
        return group.stream().map(this::alone).toList();
    }

    private Taken alone(ReceiveEvent event) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.take(List.of(event)).getFirst();
            } catch (RuntimeException e) {
                if (SqlFailures.isOutage(e) || SqlFailures.isConflict(e)) {
                    throw e;
                }
                // the same event of another person at the same time: the next look finds it
                if (!SqlFailures.isDuplicate(e) || attempt == TRIES) {
                    return new Taken.Refused(SqlFailures.isBadData(e) ? new EventRefused() : e);
                }
            }
        }
    }
}
