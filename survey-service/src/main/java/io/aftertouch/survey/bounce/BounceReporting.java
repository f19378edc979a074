package io.aftertouch.survey.bounce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.invitation.Invitation;
import io.aftertouch.survey.invitation.InvitationBouncing;
import io.aftertouch.survey.reply.ReplyBouncing;
import io.aftertouch.survey.respondent.Respondents;

/** Learns from whoever reads the bounce mailbox that an e-mail came back. The same report twice has its effect once. */
@ApplicationScoped
class BounceReporting {

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    private final InvitationBouncing invitations;
    private final ReplyBouncing replies;
    private final Respondents respondents;
    private final Clock clock;

    BounceReporting(InvitationBouncing invitations, ReplyBouncing replies, Respondents respondents, Clock clock) {
        this.invitations = invitations;
        this.replies = replies;
        this.respondents = respondents;
        this.clock = clock;
    }

    /** @throws NotFound when the Message-ID is none of ours and no address is named */
    @RetryOnConflict
    @Transactional
    BounceView report(ReportBounce bounce, String caller) {
        Instant now = clock.instant();
        if (bounce.at() != null && bounce.at().isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw new ImplausibleBounce();
        }
        Optional<ReplyBouncing.Returned> reply =
                Optional.ofNullable(bounce.messageId()).flatMap(replies::byMessageId);
        if (reply.isPresent()) {
            return ofReply(bounce, reply.get(), bounce.at() == null ? now : bounce.at());
        }
        Optional<Invitation> invitation = find(bounce);
        if (invitation.isEmpty() && bounce.email() == null) {
            throw new NotFound();
        }
        return switch (bounce.kind()) {
            case HARD -> hard(bounce, invitation, caller, bounce.at() == null ? now : bounce.at());
            case SOFT -> soft(bounce, invitation, caller);
        };
    }

    private BounceView ofReply(ReportBounce bounce, ReplyBouncing.Returned reply, Instant at) {
        return switch (bounce.kind()) {
            case HARD -> {
                replies.bounced(reply, bounce.diagnostic(), at);
                Optional<String> mailbox = Optional.ofNullable(bounce.email())
                        .map(Respondents::mailbox)
                        .or(reply::mailbox);
                mailbox.ifPresent(address -> respondents.bounced(address, at));
                yield new BounceView(null, reply.reply(), null, mailbox.isPresent());
            }
            case SOFT -> new BounceView(null, reply.reply(), null, false);
        };
    }

    /**
     * Takes what a mail server reports. Our e-mails have one recipient each; of a report about several everything is taken, and the first that
     * came back is the answer.
     */
    @RetryOnConflict
    @Transactional
    BounceView report(DeliveryReport report, String caller) {
        return report.recipients().stream()
                .flatMap(recipient -> recipient.bounce().stream().map(kind -> bounce(report, recipient, kind)))
                .map(bounce -> report(bounce, caller))
                .toList()
                .stream()
                .findFirst()
                .orElse(BounceView.NOTHING);
    }

    private static ReportBounce bounce(DeliveryReport report, DeliveryReport.Recipient to, ReportBounce.Kind kind) {
        return new ReportBounce(
                report.messageId().filter(id -> id.length() <= 300).orElse(null),
                to.email(),
                kind,
                null,
                to.diagnostic().orElse(to.status()));
    }

    private Optional<Invitation> find(ReportBounce bounce) {
        return Optional.ofNullable(bounce.messageId())
                .flatMap(invitations::byMessageId)
                .or(() -> Optional.ofNullable(bounce.email())
                        .map(Respondents::mailbox)
                        .flatMap(invitations::lastTo));
    }

    private BounceView hard(ReportBounce bounce, Optional<Invitation> found, String caller, Instant at) {
        Optional<InvitationBouncing.Returned> returned =
                found.map(invitation -> invitations.bounced(invitation, caller, bounce.diagnostic()));
        Optional<String> mailbox = Optional.ofNullable(bounce.email())
                .map(Respondents::mailbox)
                .or(() -> returned.flatMap(InvitationBouncing.Returned::mailbox));
        mailbox.ifPresent(address -> respondents.bounced(address, at));
        return view(returned, mailbox.isPresent());
    }

    private BounceView soft(ReportBounce bounce, Optional<Invitation> found, String caller) {
        return view(found.map(invitation -> invitations.delayed(invitation, caller, bounce.diagnostic())), false);
    }

    private static BounceView view(Optional<InvitationBouncing.Returned> returned, boolean marked) {
        return new BounceView(
                returned.map(InvitationBouncing.Returned::invitation).orElse(null),
                null,
                returned.map(InvitationBouncing.Returned::state).orElse(null),
                marked);
    }
}
