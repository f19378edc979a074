package io.aftertouch.survey.touchpoint;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.EntityTag;
import io.aftertouch.survey.NotFound;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/** Makes and changes touchpoints, and tells the other services. */
@ApplicationScoped
class TouchpointEditing {

    private static final Logger LOG = Logger.getLogger(TouchpointEditing.class);

    private final TouchpointRepository touchpoints;
    private final StageRepository stages;
    private final Outbox outbox;
    private final Clock clock;

    TouchpointEditing(TouchpointRepository touchpoints, StageRepository stages, Outbox outbox, Clock clock) {
        this.touchpoints = touchpoints;
        this.stages = stages;
        this.outbox = outbox;
        this.clock = clock;
    }

    @RetryOnConflict
    @Transactional
    TouchpointView create(CreateTouchpoint wish) {
        Touchpoint touchpoint =
                new Touchpoint(wish.key(), wish.name(), stage(wish.stage()), wish.channel(), clock.instant());
        if (touchpoints.findByIdOptional(wish.key()).isPresent()) {
            throw new TouchpointExists(wish.key());
        }
        try {
            touchpoints.persistAndFlush(touchpoint);
        } catch (ConstraintViolationException sameKeyAtTheSameTime) {
            throw new TouchpointExists(wish.key());
        }
        return saved(touchpoint);
    }

    @RetryOnConflict
    @Transactional
    TouchpointView change(String key, String ifMatch, ChangeTouchpoint wish) {
        Touchpoint touchpoint = touchpoints.findByIdOptional(key).orElseThrow(NotFound::new);
        new EntityTag(touchpoint.version()).mustMatch(ifMatch);
        touchpoint.change(wish.name(), stage(wish.stage()), wish.channel(), clock.instant());
        try {
            touchpoints.flush();
        } catch (OptimisticLockException somebodyWasFaster) {
            throw EntityTag.changedSince(ifMatch);
        }
        return saved(touchpoint);
    }

    private TouchpointView saved(Touchpoint touchpoint) {
        outbox.add(TouchpointSaved.TOPIC, touchpoint.key(), TouchpointSaved.TYPE, TouchpointSaved.of(touchpoint));
        LOG.infof("Touchpoint %s saved, version %d", touchpoint.key(), touchpoint.version());
        return TouchpointView.of(touchpoint);
    }

    private Stage stage(String key) {
        return stages.findByIdOptional(key).orElseThrow(() -> new UnknownStage(key));
    }
}
