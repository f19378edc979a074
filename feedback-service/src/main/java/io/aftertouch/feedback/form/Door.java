package io.aftertouch.feedback.form;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.Invitation;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Token;
import io.aftertouch.feedback.response.ResponseRepository;
import io.aftertouch.platform.access.TokenMisses;

/** Opens a link: tells by its token alone what is behind it. */
@ApplicationScoped
class Door {

    private final Catalog catalog;
    private final ResponseRepository responses;
    private final TokenMisses misses;
    private final Clock clock;

    Door(Catalog catalog, ResponseRepository responses, TokenMisses misses, Clock clock) {
        this.catalog = catalog;
        this.responses = responses;
        this.misses = misses;
        this.clock = clock;
    }

    Visit open(String token, String address) {
        return catalog.invitation(new Token(token))
                .map(this::behind)
                .orElseGet(() -> misses.allowAnother(address) ? new Visit.Unknown() : new Visit.TooMany());
    }

    private Visit behind(Invitation invitation) {
        return catalog.survey(invitation.survey())
                .map(survey -> behind(invitation, survey))
                .orElseGet(() -> new Visit.NotReady(invitation));
    }

    private Visit behind(Invitation invitation, SurveyVersion survey) {
        return responses
                .toInvitation(invitation.id())
                .<Visit>map(response -> response.isWithdrawn()
                        ? new Visit.Withdrawn(invitation, survey)
                        : new Visit.Answered(invitation, survey, response))
                .orElseGet(() -> invitation.isOpenAt(clock.instant())
                        ? new Visit.Open(invitation, survey)
                        : new Visit.Closed(invitation, survey));
    }
}
