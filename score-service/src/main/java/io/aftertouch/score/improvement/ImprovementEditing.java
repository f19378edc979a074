package io.aftertouch.score.improvement;

import java.time.Clock;
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
import org.jboss.logging.Logger;

/** Writes improvements down, corrects them and takes them out. */
@ApplicationScoped
class ImprovementEditing {

    private static final Logger LOG = Logger.getLogger(ImprovementEditing.class);

    private final ImprovementRepository improvements;
    private final Touchpoints touchpoints;
    private final Ids ids;
    private final Caller caller;
    private final Clock clock;

    ImprovementEditing(
            ImprovementRepository improvements, Touchpoints touchpoints, Ids ids, Caller caller, Clock clock) {
        this.improvements = improvements;
        this.touchpoints = touchpoints;
        this.ids = ids;
        this.caller = caller;
        this.clock = clock;
    }

    @RetryOnConflict
    @Transactional
    Improvement create(CreateImprovement wish) {
        touchpoints.mustKnow("touchpoint", wish.touchpoint());
        ImprovementSettings settings = checked(wish.settings(), wish.touchpoint());
        Improvement improvement = new Improvement(
                ids.next(),
                wish.touchpoint(),
                wish.metric(),
                Segment.named("segment", wish.segment()),
                settings,
                caller.name(),
                clock.instant());
        improvements.persistAndFlush(improvement);
        LOG.infof("Improvement %s written down at %s", improvement.id(), improvement.touchpoint());
        return improvement;
    }

    @RetryOnConflict
    @Transactional
    Improvement change(UUID id, String ifMatch, ChangeImprovement wish) {
        Improvement improvement = current(id, ifMatch);
        improvement.change(checked(wish.settings(), improvement.touchpoint()), clock.instant());
        flush(ifMatch);
        LOG.infof("Improvement %s changed", id);
        return improvement;
    }

    @RetryOnConflict
    @Transactional
    void delete(UUID id, String ifMatch) {
        improvements.delete(current(id, ifMatch));
        flush(ifMatch);
        LOG.infof("Improvement %s taken out", id);
    }

    private ImprovementSettings checked(ImprovementSettings settings, String touchpoint) {
        settings.mustFit(touchpoint);
        settings.comparedWith().forEach(key -> touchpoints.mustKnow("comparedWith", key));
        return settings;
    }

    private Improvement current(UUID id, String ifMatch) {
        Improvement improvement = improvements.findByIdOptional(id).orElseThrow(NotFound::new);
        new EntityTag(improvement.version()).mustMatch(ifMatch);
        return improvement;
    }

    private void flush(String ifMatch) {
        try {
            improvements.flush();
        } catch (OptimisticLockException somebodyWasFaster) {
            throw EntityTag.changedSince(ifMatch);
        }
    }
}
