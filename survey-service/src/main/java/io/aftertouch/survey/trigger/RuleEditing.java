package io.aftertouch.survey.trigger;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Terms;
import io.aftertouch.survey.survey.Survey;
import io.aftertouch.survey.survey.Surveys;
import io.aftertouch.survey.survey.UnknownSurvey;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.aftertouch.survey.touchpoint.UnknownTouchpoint;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes and changes trigger rules. */
@ApplicationScoped
class RuleEditing {

    private static final Logger LOG = Logger.getLogger(RuleEditing.class);

    private final RuleRepository rules;
    private final Touchpoints touchpoints;
    private final Surveys surveys;
    private final Ids ids;
    private final Clock clock;
    private final Optional<URI> smsGateway;

    RuleEditing(
            RuleRepository rules,
            Touchpoints touchpoints,
            Surveys surveys,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "aftertouch.webhook-channel.url") Optional<URI> smsGateway) {
        this.rules = rules;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.ids = ids;
        this.clock = clock;
        this.smsGateway = smsGateway;
    }

    @RetryOnConflict
    @Transactional
    RuleView create(CreateRule wish) {
        RuleSettings settings = wish.settings();
        mustBeAvailable(settings.channels());
        mustExist("touchpoint", wish.touchpoint());
        Survey survey = surveys.find(wish.survey()).orElseThrow(() -> new UnknownSurvey(wish.survey()));
        settings.cancelledBy().ifPresent(touchpoint -> mustExist("cancelledBy", touchpoint));
        TriggerRule rule = new TriggerRule(ids.next(), wish.touchpoint(), survey, settings, clock.instant());
        rules.persistAndFlush(rule);
        LOG.infof("Rule %s made: %s asks at %s", rule.id(), survey.key(), rule.touchpoint());
        return RuleView.of(rule);
    }

    /**
     * The terms of a rule that is not saved.
     *
     * @param replaces the rule that it would take the place of, which lends it its name in the sample; null when it would be a new one
     */
    Terms draft(UUID replaces, CreateRule wish) {
        RuleSettings settings = wish.settings();
        mustBeAvailable(settings.channels());
        mustExist("touchpoint", wish.touchpoint());
        Survey survey = surveys.find(wish.survey()).orElseThrow(() -> new UnknownSurvey(wish.survey()));
        settings.cancelledBy().ifPresent(touchpoint -> mustExist("cancelledBy", touchpoint));
        if (replaces != null && rules.findByIdOptional(replaces).isEmpty()) {
            throw new InvalidRule(List.of(new FieldError("replaces", "is no rule here")));
        }
        UUID name = replaces == null ? Rules.UNNAMED : replaces;
        boolean retired = touchpoints
                .find(wish.touchpoint())
                .filter(Touchpoint::isRetired)
                .isPresent();
        return new TriggerRule(name, wish.touchpoint(), survey, settings, clock.instant()).terms(retired);
    }

    @RetryOnConflict
    @Transactional
    RuleView change(UUID id, String ifMatch, ChangeRule wish) {
        TriggerRule rule = rules.findByIdOptional(id).orElseThrow(NotFound::new);
        new EntityTag(rule.version()).mustMatch(ifMatch);
        RuleSettings settings = wish.settings();
        mustBeAvailable(settings.channels());
        settings.cancelledBy().ifPresent(touchpoint -> mustExist("cancelledBy", touchpoint));
        rule.change(settings, clock.instant());
        try {
            rules.flush();
        } catch (OptimisticLockException somebodyWasFaster) {
            throw EntityTag.changedSince(ifMatch);
        }
        LOG.infof("Rule %s changed", id);
        return RuleView.of(rule);
    }

    /** Whether this installation can send by a channel. */
    boolean isAvailable(Channel channel) {
        return switch (channel) {
            case EMAIL, LINK -> true;
            case WEBHOOK -> smsGateway.isPresent();
        };
    }

    private void mustBeAvailable(List<Channel> channels) {
        channels.stream().filter(channel -> !isAvailable(channel)).findFirst().ifPresent(missing -> {
            throw new ChannelNotAvailable(missing);
        });
    }

    /** A rule that has decided something stays, so that the ledger can name it; it can be paused. */
    @RetryOnConflict
    @Transactional
    void delete(UUID id, String ifMatch) {
        TriggerRule rule = rules.findByIdOptional(id).orElseThrow(NotFound::new);
        new EntityTag(rule.version()).mustMatch(ifMatch);
        if (rules.hasDecided(id)) {
            throw new RuleInUse(id);
        }
        try {
            rules.delete(rule);
            rules.flush();
        } catch (OptimisticLockException somebodyWasFaster) {
            throw EntityTag.changedSince(ifMatch);
        }
        LOG.infof("Rule %s deleted", id);
    }

    private void mustExist(String field, String touchpoint) {
        if (touchpoints.find(touchpoint).isEmpty()) {
            throw new UnknownTouchpoint(field, touchpoint);
        }
    }
}
