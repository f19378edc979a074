package io.aftertouch.survey.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.judging.Addressee;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Judge;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.judging.Terms;
import io.aftertouch.survey.mail.LetterOrder;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.survey.Language;
import io.aftertouch.survey.survey.SurveyPublished;
import io.aftertouch.survey.survey.Surveys;
import io.aftertouch.survey.trigger.Rules;
import org.jboss.logging.Logger;

/** The steps of sending an invitation, each a transaction of its own. What talks to the mail server happens between them. */
@ApplicationScoped
class InvitationSending {

    private static final Logger LOG = Logger.getLogger(InvitationSending.class);

    private final InvitationRepository invitations;
    private final Invitations people;
    private final InvitationLinks links;
    private final InvitationAnnouncements announcements;
    private final InvitationConfig config;
    private final Rules rules;
    private final Judge judge;
    private final Respondents respondents;
    private final Surveys surveys;
    private final Clock clock;

    InvitationSending(
            InvitationRepository invitations,
            Invitations people,
            InvitationLinks links,
            InvitationAnnouncements announcements,
            InvitationConfig config,
            Rules rules,
            Judge judge,
            Respondents respondents,
            Surveys surveys,
            Clock clock) {
        this.invitations = invitations;
        this.people = people;
        this.links = links;
        this.announcements = announcements;
        this.config = config;
        this.rules = rules;
        this.judge = judge;
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
        Instant now = clock.instant();
        List<Invitation> due = invitations.claimDue(now, config.batch());
        due.forEach(invitation -> invitation.lease(now.plus(config.lease())));
        return due.stream().map(Invitation::id).toList();
    }

    /** Judges once more. Empty when there is no e-mail to send: it was cancelled, is too late, or is a link only. */
    @RetryOnConflict
    @Transactional
    Optional<Dispatch> prepare(UUID id) {
        Invitation invitation = invitations.lock(id).orElseThrow();
        Instant now = clock.instant();
        if (!invitation.isScheduled()) {
            return Optional.empty();
        }
        if (invitation.isExpiredAt(now)) {
            invitation.expire(now);
            announcements.expired(invitation);
            LOG.infof("Invitation %s expired before it could be sent", id);
            return Optional.empty();
        }
        Optional<Reason> objection = objection(invitation, now);
        if (objection.isPresent()) {
            invitation.cancel(objection.get(), now);
            announcements.cancelled(invitation);
            LOG.infof("Invitation %s cancelled before sending: %s", id, objection.get());
            return Optional.empty();
        }
        if (invitation.channel() == Channel.LINK) {
            markSent(invitation);
            return Optional.empty();
        }
        return Optional.of(dispatch(invitation));
    }

    private Optional<Reason> objection(Invitation invitation, Instant now) {
        Optional<Terms> terms = rules.active(invitation.ruleId());
        if (terms.isEmpty()) {
            return Optional.of(Reason.RULE_PAUSED);
        }
        Addressee addressee = people.addresseeOf(invitation);
        return judge.objection(terms.get(), invitation.channel(), addressee, now);
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
        Invitation invitation = invitations.lock(id).orElseThrow();
        if (invitation.isScheduled()) {
            markSent(invitation);
        }
    }

    private void markSent(Invitation invitation) {
        invitation.send(clock.instant());
        announcements.sent(invitation);
        LOG.infof("Invitation %s sent by %s", invitation.id(), invitation.channel());
    }

    /** The mail server could not be reached or was not willing; later perhaps. */
    @RetryOnConflict
    @Transactional
    void postpone(UUID id) {
        Invitation invitation = invitations.lock(id).orElseThrow();
        if (invitation.isScheduled()) {
            invitation.waitAfterFailure(clock.instant(), config.firstPause());
        }
    }

    /** The mail server will never take it. */
    @RetryOnConflict
    @Transactional
    void fail(UUID id) {
        Invitation invitation = invitations.lock(id).orElseThrow();
        if (invitation.isScheduled()) {
            invitation.fail(Reason.ADDRESS_REFUSED, clock.instant());
            announcements.failed(invitation);
            LOG.infof("Invitation %s failed: the mail server refuses the address", id);
        }
    }

    /** Closes sent invitations whose time is over; tells how many. */
    @RetryOnConflict
    @Transactional
    int expire() {
        List<Invitation> late = invitations.claimExpired(clock.instant(), config.batch());
        for (Invitation invitation : late) {
            invitation.expire(clock.instant());
            announcements.expired(invitation);
            LOG.infof("Invitation %s expired", invitation.id());
        }
        return late.size();
    }
}
