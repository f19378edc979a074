package io.aftertouch.survey.profile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.judging.Asking;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.trigger.ContactPolicies;

/** How much is asked of one person: what they were asked and when, and when the contact policy leaves them free again. */
@ApplicationScoped
class SurveyLoad {

    private static final Duration YEAR = Duration.ofDays(365);

    private final Respondents respondents;
    private final Invitations invitations;
    private final ContactPolicies policies;
    private final Clock clock;

    SurveyLoad(Respondents respondents, Invitations invitations, ContactPolicies policies, Clock clock) {
        this.respondents = respondents;
        this.invitations = invitations;
        this.policies = policies;
        this.clock = clock;
    }

    @Transactional
    Optional<SurveyLoadView> of(String ref, int limit) {
        return respondents.find(ref).map(person -> of(person, limit));
    }

    private SurveyLoadView of(Respondent person, int limit) {
        Instant now = clock.instant();
        List<Asking> askings = invitations.askings(person);
        return SurveyLoadView.of(
                (int) askings.stream()
                        .filter(asking -> asking.at().isAfter(now.minus(YEAR)))
                        .filter(asking -> !asking.at().isAfter(now))
                        .count(),
                policies.current().restUntil(askings, now),
                invitations.askedOf(person.ref(), limit));
    }
}
