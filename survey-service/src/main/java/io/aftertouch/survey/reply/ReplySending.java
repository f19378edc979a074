package io.aftertouch.survey.reply;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.invitation.Cause;
import io.aftertouch.survey.invitation.InvitationReading;
import io.aftertouch.survey.mail.Handover;
import io.aftertouch.survey.mail.ReplyOrder;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.survey.Surveys;
import org.jboss.logging.Logger;

/** The steps of sending a reply, each a transaction of its own. What talks to the mail server happens between them. */
@ApplicationScoped
class ReplySending {

    private static final Logger LOG = Logger.getLogger(ReplySending.class);

    private final ReplyRepository replies;
    private final ReplyOutcomes outcomes;
    private final ReplyMessageIds messageIds;
    private final Respondents respondents;
    private final InvitationReading invitations;
    private final Surveys surveys;
    private final ReplyConfig config;
    private final Clock clock;

    ReplySending(
            ReplyRepository replies,
            ReplyOutcomes outcomes,
            ReplyMessageIds messageIds,
            Respondents respondents,
            InvitationReading invitations,
            Surveys surveys,
            ReplyConfig config,
            Clock clock) {
        this.replies = replies;
        this.outcomes = outcomes;
        this.messageIds = messageIds;
        this.respondents = respondents;
        this.invitations = invitations;
        this.surveys = surveys;
        this.config = config;
        this.clock = clock;
    }

    /** A reply that this instance alone works on until the lease ends, which is also the proof of it. */
    record Claim(UUID reply, Instant leaseEnds) {}

    /** What is to be handed over now. */
    record Dispatch(Claim claim, String messageId, Optional<String> inReplyTo, String to, ReplyOrder order) {}

    @RetryOnConflict
    @Transactional
    List<Claim> claim(int limit) {
        Instant now = clock.instant();
        return replies.claimDue(now, limit).stream()
                .filter(reply -> !isGivenUp(reply))
                .map(reply -> {
                    reply.lease(now.plus(config.lease()));
                    return new Claim(reply.id(), reply.nextAttemptAt());
                })
                .toList();
    }

    /** Nobody wrote down how it went, so many times: whoever had it died of it. */
    private boolean isGivenUp(Reply reply) {
        if (reply.brokeDown(config.mostBreakdowns())) {
            fail(reply, ReplyFailure.BREAKDOWN, null);
            return true;
        }
        return false;
    }

    /** It could not be sent for a reason of ours. */
    @RetryOnConflict
    @Transactional
    void brokeDown(Claim claim) {
        claimed(claim)
                .filter(reply -> !isGivenUp(reply))
                .ifPresent(reply -> reply.waitAfterBreakdown(clock.instant(), config.firstPause()));
    }

    /** Looks for the address, just before it is sent. Empty when there is nothing to hand over. */
    @RetryOnConflict
    @Transactional
    Optional<Dispatch> prepare(Claim claim) {
        return claimed(claim).flatMap(reply -> {
            Respondent person = respondents.orStranger(reply.respondentRef());
            Optional<ReplyFailure> objection = objection(person);
            objection.ifPresent(why -> fail(reply, why, null));
            objection.filter(why -> why == ReplyFailure.ERASED).ifPresent(erased -> reply.forget());
            return objection.isPresent() ? Optional.empty() : Optional.of(dispatch(claim, reply, person));
        });
    }

    private Optional<ReplyFailure> objection(Respondent person) {
        if (person.email().isEmpty()) {
            return Optional.of(respondents.isErased(person) ? ReplyFailure.ERASED : ReplyFailure.NO_ADDRESS);
        }
        return person.emailBouncedAt().map(at -> ReplyFailure.ADDRESS_BOUNCED);
    }

    private Dispatch dispatch(Claim claim, Reply reply, Respondent person) {
        return new Dispatch(
                claim,
                messageIds.of(reply.id()),
                reply.invitationId().flatMap(invitations::sentAs),
                person.email().orElseThrow(),
                new ReplyOrder(
                        surveys.published(reply.survey(), reply.surveyVersion()),
                        reply.language(),
                        person.name(),
                        reply.answeredAt(),
                        reply.subject(),
                        reply.text()));
    }

    /** Writes down what became of handing it over. */
    @RetryOnConflict
    @Transactional
    void handedOver(Dispatch dispatch, Handover handover) {
        Instant now = clock.instant();
        String mailbox = Respondents.mailbox(dispatch.to());
        switch (handover) {
            case Handover.Taken taken ->
                replies.lock(dispatch.claim().reply())
                        .filter(reply -> !reply.isSent())
                        .ifPresent(reply -> sent(reply, mailbox));
            case Handover.NoSuchMailbox none ->
                claimed(dispatch.claim()).ifPresent(reply -> {
                    respondents.bounced(mailbox, now);
                    fail(reply, ReplyFailure.ADDRESS_REFUSED, none.reply());
                });
            case Handover.Refused refused ->
                claimed(dispatch.claim())
                        .ifPresent(reply -> fail(reply, ReplyFailure.MESSAGE_REFUSED, refused.reply()));
            case Handover.NotNow notNow ->
                claimed(dispatch.claim()).ifPresent(reply -> postpone(reply, notNow.reply(), now));
        }
    }

    /** It has arrived, whatever became of the reply meanwhile. */
    private void sent(Reply reply, String mailbox) {
        reply.sent(reply.respondentRef().isEmpty() ? null : mailbox, clock.instant());
        outcomes.sent(reply);
        LOG.infof("Reply %s sent", reply.id());
    }

    private void postpone(Reply reply, String said, Instant now) {
        if (reply.isOlderThan(config.giveUpAfter(), now)) {
            fail(reply, ReplyFailure.MAIL_SERVER_AWAY, said);
        } else {
            reply.waitAfterFailure(now, config.firstPause());
        }
    }

    private void fail(Reply reply, ReplyFailure why, String said) {
        reply.fail(why, clock.instant());
        outcomes.failed(reply, why, Cause.readable(said));
        LOG.infof("Reply %s failed: %s", reply.id(), why);
    }

    private Optional<Reply> claimed(Claim claim) {
        return replies.lock(claim.reply()).filter(reply -> reply.isClaimedUntil(claim.leaseEnds()));
    }
}
