package io.aftertouch.survey.survey;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.EntityTag;
import io.aftertouch.survey.NotFound;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/** Makes, changes, publishes and retires surveys. */
@ApplicationScoped
class SurveyEditing {

    private static final Logger LOG = Logger.getLogger(SurveyEditing.class);

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;
    private final SurveyDrafting drafting;
    private final SurveyConfig config;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    SurveyEditing(
            SurveyRepository surveys,
            SurveyVersionRepository versions,
            SurveyDrafting drafting,
            SurveyConfig config,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.surveys = surveys;
        this.versions = versions;
        this.drafting = drafting;
        this.config = config;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** A published version, and whether this very request made it. */
    record Publication(SurveyPublished version, boolean isNew) {}

    @RetryOnConflict
    @Transactional
    SurveyView create(CreateSurvey wish) {
        Survey survey = new Survey(
                wish.key(),
                wish.chosenScale(),
                wish.subject(),
                Objects.requireNonNullElse(wish.title(), wish.subject()),
                Objects.requireNonNullElse(wish.defaultLanguage(), config.defaultLanguage()),
                clock.instant());
        if (surveys.findByIdOptional(wish.key()).isPresent()) {
            throw new SurveyExists(wish.key());
        }
        try {
            surveys.persistAndFlush(survey);
        } catch (ConstraintViolationException sameKeyAtTheSameTime) {
            throw new SurveyExists(wish.key());
        }
        LOG.infof("Survey %s made", survey.key());
        return SurveyView.of(survey);
    }

    @RetryOnConflict
    @Transactional
    SurveyView change(String key, String ifMatch, ChangeSurvey wish) {
        Survey survey = survey(key);
        new EntityTag(survey.version()).mustMatch(ifMatch);
        survey.measureOn(wish.chosenScale(survey));
        survey.reword(
                wish.subject(),
                Objects.requireNonNullElse(wish.title(), wish.subject()),
                Objects.requireNonNullElse(wish.defaultLanguage(), survey.defaultLanguage()),
                clock.instant());
        flush(ifMatch);
        LOG.infof("Survey %s changed", key);
        return SurveyView.of(survey);
    }

    /** Publishes what is being edited. When nothing differs from what customers see, the version that they see is the answer. */
    @RetryOnConflict
    @Transactional
    Publication publish(String key) {
        Survey survey = survey(key);
        SurveyPublished next = drafting.nextVersion(survey, clock.instant());
        Optional<SurveyPublished> current = versions.definition(key, survey.publishedVersion());
        if (current.filter(next::sameAs).isPresent()) {
            if (survey.state() == SurveyState.RETIRED) {
                survey.reopen(clock.instant());
            }
            return new Publication(current.get(), false);
        }
        survey.publish(clock.instant());
        flush(new EntityTag(survey.version()).header());
        versions.add(next, caller.name());
        outbox.add(SurveyPublished.TOPIC, next.eventKey(), SurveyPublished.TYPE, next);
        LOG.infof("Survey %s published, version %d", key, next.version());
        return new Publication(next, true);
    }

    @RetryOnConflict
    @Transactional
    SurveyView retire(String key) {
        Survey survey = survey(key);
        survey.retire(clock.instant());
        flush(new EntityTag(survey.version()).header());
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
