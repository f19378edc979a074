package io.aftertouch.survey.survey;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.brand.Brands;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/** Makes, changes, publishes and retires surveys. */
@ApplicationScoped
class SurveyEditing {

    private static final Logger LOG = Logger.getLogger(SurveyEditing.class);

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;
    private final SurveyDrafting drafting;
    private final NeutralityProof neutrality;
    private final Brands brands;
    private final SurveyConfig config;
    private final Outbox outbox;
    private final Event<SurveyTurned> turned;
    private final Caller caller;
    private final Clock clock;

    SurveyEditing(
            SurveyRepository surveys,
            SurveyVersionRepository versions,
            SurveyDrafting drafting,
            NeutralityProof neutrality,
            Brands brands,
            SurveyConfig config,
            Outbox outbox,
            Event<SurveyTurned> turned,
            Caller caller,
            Clock clock) {
        this.surveys = surveys;
        this.versions = versions;
        this.drafting = drafting;
        this.neutrality = neutrality;
        this.brands = brands;
        this.config = config;
        this.outbox = outbox;
        this.turned = turned;
        this.caller = caller;
        this.clock = clock;
    }

    /** A published version, and whether this very request made it. */
    record Publication(SurveyPublished version, boolean isNew) {}

    @RetryOnConflict
    @Transactional
    SurveyView create(CreateSurvey wish) {
        Survey survey =
                new Survey(wish.key(), wish.chosenScale(), wish.settings(config.defaultLanguage()), clock.instant());
        add(survey);
        LOG.infof("Survey %s made", survey.key());
        return SurveyView.of(survey);
    }

    /** Makes a draft that says and allows what another survey does. */
    @RetryOnConflict
    @Transactional
    SurveyView duplicate(String key, DuplicateSurvey wish) {
        Survey first = survey(key);
        SurveySettings settings = first.settings();
        Survey second = new Survey(
                wish.key(),
                first.scale(),
                wish.title() == null ? settings : settings.named(wish.title()),
                clock.instant());
        add(second);
        brands.copy(key, second.key());
        LOG.infof("Survey %s made after %s", second.key(), key);
        return SurveyView.of(second);
    }

    private void add(Survey survey) {
        if (surveys.findByIdOptional(survey.key()).isPresent()) {
            throw new SurveyExists(survey.key());
        }
        try {
            surveys.persistAndFlush(survey);
        } catch (ConstraintViolationException sameKeyAtTheSameTime) {
            throw new SurveyExists(survey.key());
        }
    }

    @RetryOnConflict
    @Transactional
    SurveyView change(String key, String ifMatch, ChangeSurvey wish) {
        Survey survey = survey(key);
        new EntityTag(survey.version()).mustMatch(ifMatch);
        SurveySettings settings = wish.settings(survey);
        survey.measureOn(wish.chosenScale(survey));
        survey.settle(settings, clock.instant());
        flush(ifMatch);
        LOG.infof("Survey %s changed", key);
        return SurveyView.of(survey);
    }

    /**
     * Publishes what is being edited. When nothing differs from what customers see, the version that they see is the answer.
     *
     * @param ifMatch null when whatever is there now shall be published
     */
    @RetryOnConflict
    @Transactional
    Publication publish(String key, String ifMatch) {
        Survey survey = survey(key);
        if (ifMatch != null) {
            new EntityTag(survey.version()).mustMatch(ifMatch);
        }
        SurveyPublished next = drafting.nextVersion(survey, clock.instant());
        Optional<SurveyPublished> current = versions.definition(key, survey.publishedVersion());
        if (current.filter(next::sameAs).isPresent()) {
            if (survey.state() == SurveyState.RETIRED) {
                survey.reopen(clock.instant());
                turned.fire(new SurveyTurned(key));
            }
            return new Publication(current.get(), false);
        }
        neutrality.require(next);
        boolean asksAgain = survey.state() == SurveyState.RETIRED;
        survey.publish(clock.instant());
        flush(new EntityTag(survey.version()).header());
        versions.add(next, caller.name());
        outbox.add(SurveyPublished.TOPIC, next.eventKey(), SurveyPublished.TYPE, next);
        if (asksAgain) {
            turned.fire(new SurveyTurned(key));
        }
        LOG.infof("Survey %s published, version %d", key, next.version());
        return new Publication(next, true);
    }

    /** Forgets what was changed since the last publication. */
    @RetryOnConflict
    @Transactional
    SurveyView discard(String key, String ifMatch) {
        Survey survey = survey(key);
        new EntityTag(survey.version()).mustMatch(ifMatch);
        SurveyPublished current =
                versions.definition(key, survey.publishedVersion()).orElseThrow(() -> new SurveyNotPublished(key));
        survey.settle(drafting.settings(current), clock.instant());
        flush(ifMatch);
        LOG.infof("Draft of survey %s discarded, back to version %d", key, current.version());
        return SurveyView.of(survey);
    }

    @RetryOnConflict
    @Transactional
    SurveyView retire(String key) {
        Survey survey = survey(key);
        survey.retire(clock.instant());
        flush(new EntityTag(survey.version()).header());
        turned.fire(new SurveyTurned(key));
        LOG.infof("Survey %s retired", key);
        return SurveyView.of(survey);
    }

    private Survey survey(String key) {
        return surveys.findByIdOptional(key).orElseThrow(NotFound::new);
    }

    private void flush(String ifMatch) {
        try {
            surveys.flush();
        } catch (OptimisticLockException somebodyWasFaster) {
            throw EntityTag.changedSince(ifMatch);
        }
    }
}
