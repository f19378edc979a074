package io.aftertouch.score.target;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.segment.Segment;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/** Sets, changes and drops targets. */
@ApplicationScoped
class TargetEditing {

    private static final Logger LOG = Logger.getLogger(TargetEditing.class);

    private final TargetRepository targets;
    private final Touchpoints touchpoints;
    private final Ids ids;
    private final Caller caller;
    private final Clock clock;
    private final ZoneId zone;

    TargetEditing(TargetRepository targets, Touchpoints touchpoints, Ids ids, Caller caller, Clock clock, ZoneId zone) {
        this.targets = targets;
        this.touchpoints = touchpoints;
        this.ids = ids;
        this.caller = caller;
        this.clock = clock;
        this.zone = zone;
    }

    @RetryOnConflict
    @Transactional
    Target create(CreateTarget wish) {
        Instant now = clock.instant();
        touchpoints.mustKnow("touchpoint", wish.touchpoint());
        Optional<Segment> segment = Segment.named("segment", wish.segment());
        TargetSettings settings = wish.settings(LocalDate.ofInstant(now, zone));
        settings.mustFit(wish.metric());
        Target target = new Target(ids.next(), wish.touchpoint(), wish.metric(), segment, settings, caller.name(), now);
        try {
            targets.persistAndFlush(target);
        } catch (ConstraintViolationException taken) {
            throw new TargetExists();
        }
        LOG.infof("Target %s set for %s", target.id(), target.touchpoint());
        return target;
    }

    @RetryOnConflict
    @Transactional
    Target change(UUID id, String ifMatch, ChangeTarget wish) {
        Target target = current(id, ifMatch);
        TargetSettings settings = wish.settings();
        settings.mustFit(target.metric());
        target.change(settings, clock.instant());
        flush(ifMatch);
        LOG.infof("Target %s changed", id);
        return target;
    }

    @RetryOnConflict
    @Transactional
    void delete(UUID id, String ifMatch) {
        targets.delete(current(id, ifMatch));
        flush(ifMatch);
        LOG.infof("Target %s dropped", id);
    }

    private Target current(UUID id, String ifMatch) {
        Target target = targets.findByIdOptional(id).orElseThrow(NotFound::new);
        new EntityTag(target.version()).mustMatch(ifMatch);
        return target;
    }

    private void flush(String ifMatch) {
        try {
            targets.flush();
        } catch (OptimisticLockException somebodyWasFaster) {
            throw EntityTag.changedSince(ifMatch);
        } catch (ConstraintViolationException taken) {
            throw new TargetExists();
        }
    }
}
