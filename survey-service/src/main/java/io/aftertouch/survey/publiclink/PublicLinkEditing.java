package io.aftertouch.survey.publiclink;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.survey.Survey;
import io.aftertouch.survey.survey.SurveyTurned;
import io.aftertouch.survey.survey.Surveys;
import io.aftertouch.survey.survey.UnknownSurvey;
import io.aftertouch.survey.touchpoint.TouchpointTurned;
import io.aftertouch.survey.touchpoint.Touchpoints;
import io.aftertouch.survey.touchpoint.UnknownTouchpoint;
import org.jboss.logging.Logger;

/** Makes, changes, closes and opens public links, and tells the service that shows their forms. */
@ApplicationScoped
class PublicLinkEditing {

    private static final Logger LOG = Logger.getLogger(PublicLinkEditing.class);

    private final PublicLinkRepository links;
    private final LinkCodes codes;
    private final LinkAddresses addresses;
    private final Touchpoints touchpoints;
    private final Surveys surveys;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    PublicLinkEditing(
            PublicLinkRepository links,
            LinkCodes codes,
            LinkAddresses addresses,
            Touchpoints touchpoints,
            Surveys surveys,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.links = links;
        this.codes = codes;
        this.addresses = addresses;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @RetryOnConflict
    @Transactional
    PublicLinkView create(CreatePublicLink wish) {
        touchpoints.holdStill();
        Instant now = clock.instant();
        if (touchpoints.find(wish.touchpoint()).isEmpty()) {
            throw new UnknownTouchpoint("touchpoint", wish.touchpoint());
        }
        PublicLinkSettings settings = wish.settings();
        mustBeAsked(settings.survey());
        mustLieAhead(settings.activeUntil(), now);
        PublicLink link = new PublicLink(freeCode(), wish.touchpoint(), settings, caller.name(), now);
        links.persistAndFlush(link);
        LOG.infof("Public link %s made: %s asks at %s", link.code(), link.survey(), link.touchpoint());
        return told(link, now);
    }

    @RetryOnConflict
    @Transactional
    PublicLinkView change(String code, String ifMatch, ChangePublicLink wish) {
        touchpoints.holdStill();
        Instant now = clock.instant();
        PublicLink link = links.findByIdOptional(code).orElseThrow(NotFound::new);
        new EntityTag(link.version()).mustMatch(ifMatch);
        PublicLinkSettings settings = wish.settings(link.state());
        if (!settings.survey().equals(link.survey())) {
            mustBeAsked(settings.survey());
        }
        if (!Objects.equals(settings.activeUntil(), link.activeUntil().orElse(null))) {
            mustLieAhead(settings.activeUntil(), now);
        }
        link.change(settings, now);
        try {
            links.flush();
        } catch (OptimisticLockException somebodyWasFaster) {
            throw EntityTag.changedSince(ifMatch);
        }
        LOG.infof("Public link %s changed, %s", code, link.state());
        return told(link, now);
    }

    /** Links open and close with their touchpoint. */
    void turned(@Observes TouchpointTurned event) {
        tellAgain(links.at(event.touchpoint()).stream());
    }

    /** And with their survey. */
    void turned(@Observes SurveyTurned event) {
        tellAgain(links.asking(event.survey()).stream());
    }

    private void tellAgain(Stream<PublicLink> concerned) {
        Instant now = clock.instant();
        concerned.forEach(link -> told(link, now));
    }

    private PublicLinkView told(PublicLink link, Instant now) {
        boolean asked = touchpoints
                        .find(link.touchpoint())
                        .filter(touchpoint -> !touchpoint.isRetired())
                        .isPresent()
                && surveys.find(link.survey()).flatMap(Survey::versionToAsk).isPresent();
        outbox.add(
                PublicLinkSaved.TOPIC,
                link.code(),
                PublicLinkSaved.TYPE,
                new PublicLinkSaved(
                        link.code(),
                        link.survey(),
                        link.touchpoint(),
                        link.segments(),
                        asked && link.state() == PublicLinkState.OPEN,
                        link.activeUntil().orElse(null),
                        now));
        return PublicLinkView.of(link, addresses.of(link.code()));
    }

    private void mustBeAsked(String key) {
        Survey survey = surveys.find(key).orElseThrow(() -> new UnknownSurvey(key));
        if (survey.versionToAsk().isEmpty()) {
            throw new SurveyNotAsked(key);
        }
    }

    private static void mustLieAhead(Instant activeUntil, Instant now) {
        if (activeUntil != null && !activeUntil.isAfter(now)) {
            throw new EndInThePast();
        }
    }

    private String freeCode() {
        return Stream.generate(codes::next)
                .filter(code -> links.findByIdOptional(code).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
