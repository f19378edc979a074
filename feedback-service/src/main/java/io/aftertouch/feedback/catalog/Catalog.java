package io.aftertouch.feedback.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Our own copy of what survey-service set up. Published versions never change and are remembered; what may change is read again after a second.
 * What is not there is asked for each time, so that news is seen at once.
 */
@ApplicationScoped
public class Catalog {

    private final TouchpointRepository touchpoints;
    private final SurveyVersionRepository surveys;
    private final InvitationRepository invitations;

    private final Map<SurveyRef, SurveyVersion> versions = new ConcurrentHashMap<>();
    private final Recent<SurveyVersion> latest;
    private final Recent<Touchpoint> byKey;
    private final Recent<PublicLink> byCode;

    Catalog(
            TouchpointRepository touchpoints,
            SurveyVersionRepository surveys,
            InvitationRepository invitations,
            PublicLinkRepository links,
            Clock clock) {
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.invitations = invitations;
        this.latest = new Recent<>(surveys::latest, clock);
        this.byKey = new Recent<>(key -> touchpoints.findByIdOptional(key), clock);
        this.byCode = new Recent<>(code -> links.findByIdOptional(code), clock);
    }

    public Optional<Invitation> invitation(Token token) {
        return invitations.byToken(token);
    }

    public Optional<Invitation> invitation(UUID id) {
        return invitations.findByIdOptional(id);
    }

    /** The invitations to a respondent, first to last. */
    public List<Invitation> invitationsTo(String respondentRef) {
        return invitations.to(respondentRef);
    }

    public Optional<PublicLink> publicLink(String code) {
        return byCode.of(code);
    }

    public Optional<SurveyVersion> survey(SurveyRef ref) {
        SurveyVersion known = versions.get(ref);
        if (known != null) {
            return Optional.of(known);
        }
        var found = surveys.findByIdOptional(ref);
        found.ifPresent(version -> versions.put(ref, version));
        return found;
    }

    /** The version that answers given now belong to. */
    public Optional<SurveyVersion> latestSurvey(String key) {
        return latest.of(key);
    }

    /** The same without a look into the database; empty when that would be needed. */
    public Optional<SurveyVersion> latestSurveyAtHand(String key) {
        return latest.atHand(key);
    }

    public Optional<Touchpoint> touchpoint(String key) {
        return byKey.of(key);
    }

    /** The same without a look into the database; empty when that would be needed. */
    public Optional<Touchpoint> touchpointAtHand(String key) {
        return byKey.atHand(key);
    }

    public List<Touchpoint> touchpoints() {
        return touchpoints.inJourneyOrder();
    }

    public List<String> surveyKeys() {
        return surveys.keys();
    }

    /** Who asks, for pages that belong to no survey: the brand of the newest one. */
    public Optional<Brand> brand() {
        return surveys.newest().map(SurveyVersion::brand);
    }
}
