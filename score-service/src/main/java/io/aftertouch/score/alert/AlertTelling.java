package io.aftertouch.score.alert;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.outbox.Outbox;
import org.jboss.logging.Logger;

/** Writes a step of an alert into its history and tells the other services, in the transaction at hand. */
@ApplicationScoped
class AlertTelling {

    private static final Logger LOG = Logger.getLogger(AlertTelling.class);

    private final AlertRepository alerts;
    private final Outbox outbox;

    AlertTelling(AlertRepository alerts, Outbox outbox) {
        this.alerts = alerts;
        this.outbox = outbox;
    }

    void tell(Alert alert, AlertStep step) {
        alerts.append(step);
        alerts.flush();
        boolean heard = step.step() != Step.GREW || !alert.isMutedAt(step.at());
        if (heard) {
            outbox.add(
                    AlertEvent.TOPIC,
                    alert.id().toString(),
                    AlertEvent.type(step.step()),
                    AlertEvent.of(alert, step.step()));
        }
        LOG.infof(
                "Alert %s at %s: %s by %s",
                alert.id(), alert.touchpoint(), step.step(), step.actor() == null ? "the watch" : step.actor());
    }
}
