package io.aftertouch.feedback.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Our own copy of what survey-service set up. Published versions never change and are remembered; what may change is read again after a second.
 * What is not there is asked for each time, so that news is seen at once.
 */
@ApplicationScoped
public class Catalog {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final TouchpointRepository touchpoints;
    private final SurveyVersionRepository surveys;
    private final InvitationRepository invitations;
    private final PublicLinkRepository links;
    private final Clock clock;

    private final Map<SurveyRef, SurveyVersion> versions = new ConcurrentHashMap<>();
    private final Map<String, Read<SurveyVersion>> latest = new ConcurrentHashMap<>();
    private final Map<String, Read<Touchpoint>> byKey = new ConcurrentHashMap<>();
    private final Map<String, Read<PublicLink>> byCode = new ConcurrentHashMap<>();

    private record Read<T>(T value, Instant at) {}

    Catalog(
            TouchpointRepository touchpoints,
            SurveyVersionRepository surveys,
            InvitationRepository invitations,
            PublicLinkRepository links,
            Clock clock) {
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.invitations = invitations;
        this.links = links;
        this.clock = clock;
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
        return fresh(byCode, code, () -> links.findByIdOptional(code));
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
        return fresh(latest, key, () -> surveys.latest(key));
    }

    public Optional<Touchpoint> touchpoint(String key) {
        return fresh(byKey, key, () -> touchpoints.findByIdOptional(key));
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

    private <T> Optional<T> fresh(Map<String, Read<T>> known, String key, Supplier<Optional<T>> source) {
        Instant now = clock.instant();
        Read<T> last = known.get(key);
        if (last != null && now.isBefore(last.at().plus(FRESH))) {
            return Optional.of(last.value());
        }
        Optional<T> found = source.get();
        found.ifPresent(value -> known.put(key, new Read<>(value, now)));
        return found;
    }
}
