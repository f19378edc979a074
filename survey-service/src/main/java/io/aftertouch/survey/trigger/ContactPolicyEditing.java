package io.aftertouch.survey.trigger;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.survey.Surveys;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/** Shows and changes the contact policy. */
@ApplicationScoped
class ContactPolicyEditing {

    private static final Logger LOG = Logger.getLogger(ContactPolicyEditing.class);

    private final ContactPolicyRepository policies;
    private final ContactPolicyConfig config;
    private final Surveys surveys;
    private final ZoneId zone;
    private final Clock clock;

    ContactPolicyEditing(
            ContactPolicyRepository policies, ContactPolicyConfig config, Surveys surveys, ZoneId zone, Clock clock) {
        this.policies = policies;
        this.config = config;
        this.surveys = surveys;
        this.zone = zone;
        this.clock = clock;
    }

    @Transactional
    ContactPolicyView current() {
        return view(policies.saved());
    }

    @RetryOnConflict
    @Transactional
    ContactPolicyView change(String ifMatch, ChangePolicy wish, String who) {
        Optional<SavedPolicy> before = policies.saved();
        new EntityTag(view(before).version()).mustMatch(ifMatch);
        PolicySettings settings = wish.settings();
        mustKnow(settings);
        SavedPolicy after = before.orElseGet(() -> new SavedPolicy(settings, who, clock.instant()));
        after.change(settings, who, clock.instant());
        try {
            policies.persistAndFlush(after);
        } catch (OptimisticLockException | ConstraintViolationException somebodyWasFaster) {
            throw EntityTag.changedSince(ifMatch);
        }
        LOG.infof("Contact policy changed, version %d", after.version() + 1);
        return ContactPolicyView.of(after, zone.getId());
    }

    private ContactPolicyView view(Optional<SavedPolicy> saved) {
        return saved.map(policy -> ContactPolicyView.of(policy, zone.getId()))
                .orElseGet(() -> ContactPolicyView.configured(PolicySettings.of(config), zone.getId()));
    }

    private void mustKnow(PolicySettings settings) {
        List<FieldError> unknown = settings.surveys().keySet().stream()
                .filter(survey -> surveys.find(survey).isEmpty())
                .map(survey -> new FieldError("surveys." + survey, "is no survey here"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new InvalidPolicy(unknown);
        }
    }
}
