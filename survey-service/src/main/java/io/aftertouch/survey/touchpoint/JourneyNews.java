package io.aftertouch.survey.touchpoint;

import java.time.Instant;
import java.util.Collection;

import jakarta.inject.Singleton;

import io.aftertouch.platform.outbox.Outbox;
import org.jboss.logging.Logger;

/** Tells the other services what became of touchpoints. What they know of a stage they know from its touchpoints. */
@Singleton
class JourneyNews {

    private static final Logger LOG = Logger.getLogger(JourneyNews.class);

    private final Outbox outbox;

    JourneyNews(Outbox outbox) {
        this.outbox = outbox;
    }

    void tell(Collection<Touchpoint> touchpoints, Instant now) {
        for (Touchpoint touchpoint : touchpoints) {
            outbox.add(
                    TouchpointSaved.TOPIC, touchpoint.key(), TouchpointSaved.TYPE, TouchpointSaved.of(touchpoint, now));
            LOG.infof("Touchpoint %s saved, version %d", touchpoint.key(), touchpoint.version());
        }
    }
}
