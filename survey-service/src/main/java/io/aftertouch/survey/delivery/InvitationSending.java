package io.aftertouch.survey.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.invitation.Invitation;
import io.aftertouch.survey.invitation.InvitationLife;
import io.aftertouch.survey.invitation.InvitationLinks;
import io.aftertouch.survey.invitation.Invitations;
import io.aftertouch.survey.judging.Addressee;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Judge;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.mail.LetterOrder;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.survey.Language;
import io.aftertouch.survey.survey.SurveyPublished;
import io.aftertouch.survey.survey.Surveys;
import io.aftertouch.survey.trigger.ContactPolicies;
import io.aftertouch.survey.trigger.Rules;

/** The steps of sending an invitation, each a transaction of its own. What talks to the mail server happens between them. */
@ApplicationScoped
class InvitationSending {

    private final InvitationLife life;
    private final Invitations invitations;
    private final InvitationLinks links;
    private final DeliveryConfig config;
    private final Rules rules;
    private final ContactPolicies policies;
    private final Respondents respondents;
    private final Surveys surveys;
    private final Clock clock;

    InvitationSending(
            InvitationLife life,
            Invitations invitations,
            InvitationLinks links,
            DeliveryConfig config,
            Rules rules,
            ContactPolicies policies,
            Respondents respondents,
            Surveys surveys,
            Clock clock) {
        this.life = life;
        this.invitations = invitations;
        this.links = links;
        this.config = config;
        this.rules = rules;
        this.policies = policies;
        this.respondents = respondents;
        this.surveys = surveys;
        this.clock = clock;
    }

    /** An e-mail to be sent. */
    record Dispatch(UUID invitation, String to, String messageId, LetterOrder letter) {}

    /** Takes due invitations; nobody else works on them until the lease ends. */
    @RetryOnConflict
    @Transactional
    List<UUID> claim() {
        return life.claimDue(config.batch(), config.lease());
    }

    /** Judges once more. Empty when there is no e-mail to send: it was cancelled, is too late, or is a link only. */
    @RetryOnConflict
    @Transactional
    Optional<Dispatch> prepare(UUID id) {
        return life.scheduled(id).flatMap(this::prepare);
    }

    private Optional<Dispatch> prepare(Invitation invitation) {
        Instant now = clock.instant();
        if (invitation.isExpiredAt(now)) {
            life.expire(invitation);
            return Optional.empty();
        }
        Judge judge = policies.judge();
        Addressee addressee = invitations.addresseeOf(invitation);
        Optional<Reason> objection = objection(judge, invitation, addressee, now);
        if (objection.isPresent()) {
            life.cancel(invitation, objection.get());
            return Optional.empty();
        }
        Optional<Instant> heldUntil = judge.heldUntil(addressee, now);
        if (heldUntil.isPresent()) {
            life.hold(invitation, heldUntil.get());
            return Optional.empty();
        }
        if (invitation.channel() == Channel.LINK) {
            life.send(invitation);
            return Optional.empty();
        }
        return Optional.of(dispatch(invitation));
    }

    private Optional<Reason> objection(Judge judge, Invitation invitation, Addressee addressee, Instant now) {
        return rules.active(invitation.ruleId())
                .map(terms -> judge.objection(terms, invitation.channel(), invitation.occurredAt(), addressee, now))
                .orElse(Optional.of(Reason.RULE_PAUSED));
    }

    private Dispatch dispatch(Invitation invitation) {
        Respondent respondent = respondents.get(invitation.respondentRef());
        SurveyPublished survey = surveys.published(invitation.survey(), invitation.surveyVersion());
        Language language = respondent
                .locale()
                .flatMap(Language::of)
                .or(() -> Language.of(survey.defaultLanguage()))
                .orElse(Language.EN);
        LetterOrder letter = new LetterOrder(
                survey,
                language,
                respondent.name(),
                invitation.occurredAt(),
                invitation.expiresAt(),
                links.form(invitation.id()),
                links.unsubscribe(invitation.id()));
        return new Dispatch(
                invitation.id(), respondent.email().orElseThrow(), links.messageId(invitation.id()), letter);
    }

    /** The mail server has taken it. */
    @RetryOnConflict
    @Transactional
    void sent(UUID id) {
        life.scheduled(id).ifPresent(life::send);
    }

    /** The mail server could not be reached or was not willing; later perhaps. */
    @RetryOnConflict
    @Transactional
    void postpone(UUID id) {
        life.scheduled(id).ifPresent(invitation -> life.postpone(invitation, config.firstPause()));
    }

    /** The mail server will never take it. */
    @RetryOnConflict
    @Transactional
    void fail(UUID id) {
        life.scheduled(id).ifPresent(invitation -> life.fail(invitation, Reason.ADDRESS_REFUSED));
    }

    /** Closes sent invitations whose time is over; tells how many. */
    @RetryOnConflict
    @Transactional
    int expire() {
        return life.expireSent(config.batch());
    }
}
