package io.aftertouch.survey.invitation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.survey.judging.Addressee;
import io.aftertouch.survey.judging.Asking;
import io.aftertouch.survey.judging.Channel;
import io.aftertouch.survey.judging.Judgement;
import io.aftertouch.survey.judging.Occurrence;
import io.aftertouch.survey.judging.Reason;
import io.aftertouch.survey.respondent.OptOutRegister;
import io.aftertouch.survey.respondent.OptOuts;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.respondent.Respondents;
import io.aftertouch.survey.touchpoint.Touchpoint;
import org.jboss.logging.Logger;

/** The invitations, as other features may see, make and cancel them. */
@Singleton
public class Invitations {

    private static final Logger LOG = Logger.getLogger(Invitations.class);

    /** No rest between invitations is longer than this. */
    private static final Duration LOOK_BACK = Duration.ofDays(367);

    private final InvitationRepository invitations;
    private final InvitationTokens tokens;
    private final InvitationLinks links;
    private final InvitationAnnouncements announcements;
    private final InvitationLife life;
    private final Respondents respondents;
    private final OptOutRegister optOuts;
    private final Event<DueInvitations> due;
    private final Ids ids;
    private final Clock clock;

    Invitations(
            InvitationRepository invitations,
            InvitationTokens tokens,
            InvitationLinks links,
            InvitationAnnouncements announcements,
            InvitationLife life,
            Respondents respondents,
            OptOutRegister optOuts,
            Event<DueInvitations> due,
            Ids ids,
            Clock clock) {
        this.invitations = invitations;
        this.tokens = tokens;
        this.links = links;
        this.announcements = announcements;
        this.life = life;
        this.respondents = respondents;
        this.optOuts = optOuts;
        this.due = due;
        this.ids = ids;
        this.clock = clock;
    }

    /** An invitation as other features see it. */
    public record Summary(
            UUID id, URI link, Channel channel, Instant dueAt, InvitationState state, Optional<Reason> reason) {}

    /**
     * The invitations of people while events about them are judged.
     *
     * @param people as the events find them, and what they do not want
     * @param refs those of them whose waiting invitations an event may make pointless
     * @param rules the rules whose questions may become pointless
     */
    public Agenda agenda(Map<Respondent, OptOuts> people, Collection<String> refs, Collection<UUID> rules) {
        return new Agenda(
                this,
                new Askings(invitations.plannedOrDone(
                        people.keySet(), clock.instant().minus(LOOK_BACK))),
                people,
                refs.isEmpty() || rules.isEmpty() ? List.of() : invitations.lockScheduled(refs, rules));
    }

    /** The person as the judge sees them just before the invitation is sent. */
    public Addressee addresseeOf(Invitation invitation) {
        Respondent respondent = respondents.get(invitation.respondentRef());
        List<Asking> askings = invitations
                .done(List.of(respondent), clock.instant().minus(LOOK_BACK))
                .stream()
                .filter(asked -> !asked.id().equals(invitation.id()))
                .map(InvitationRepository.Asked::asking)
                .toList();
        boolean optedOut = optOuts.of(respondent).cover(invitation.touchpoint());
        return addressee(respondent, optedOut, respondent.country().or(invitation::country), askings, Set.of());
    }

    /** What people were asked, or will be, as far back as any rest between invitations reaches. */
    public List<PastAsking> past(Collection<Respondent> people, Instant before) {
        return people.isEmpty()
                ? List.of()
                : invitations.ofPeople(people, before.minus(LOOK_BACK)).stream()
                        .map(Invitation::asPast)
                        .toList();
    }

    /** The person as the judge sees them. */
    public static Addressee addressee(
            Respondent respondent,
            boolean optedOut,
            Optional<String> country,
            List<Asking> askings,
            Set<String> touchpointsSince) {
        return new Addressee(
                respondent.email().isPresent(),
                respondent.emailBouncedAt().isPresent(),
                respondent.phone().isPresent(),
                optedOut,
                respondent.consent().isPresent(),
                country,
                respondent.timeZone(),
                askings,
                touchpointsSince);
    }

    /** An invitation that is not written yet, and what will be told of it. */
    record Draft(Invitation invitation, InvitationAnnouncements.InvitationScheduled announcement) {}

    Draft draft(
            UUID eventId,
            Occurrence occurrence,
            Touchpoint touchpoint,
            Respondent respondent,
            Judgement.Invited judgement) {
        Instant now = clock.instant();
        UUID id = ids.next();
        byte[] tokenHash = tokens.hash(tokens.token(id));
        Invitation invitation = new Invitation(
                id,
                tokenHash,
                eventId,
                touchpoint.key(),
                occurrence.occurredAt(),
                respondent,
                respondent.country().orElseGet(() -> occurrence.country().orElse(null)),
                judgement,
                now);
        return new Draft(
                invitation,
                new InvitationAnnouncements.InvitationScheduled(
                        id,
                        Base64.getEncoder().encodeToString(tokenHash),
                        invitation.survey(),
                        invitation.surveyVersion(),
                        touchpoint.key(),
                        touchpoint.name(),
                        invitation.channel(),
                        touchpoint.channel(),
                        respondent.ref(),
                        respondent.locale().orElse(null),
                        occurrence.segments(),
                        occurrence.attributes(),
                        occurrence.source(),
                        occurrence.id(),
                        occurrence.occurredAt(),
                        invitation.dueAt(),
                        invitation.expiresAt(),
                        now));
    }

    /** Writes and announces what was scheduled, each to be sent when it is due, and then cancels what became pointless. */
    public void write(Agenda agenda) {
        Instant now = clock.instant();
        List<Invitation> scheduled =
                agenda.drafts().stream().map(Draft::invitation).toList();
        invitations.add(scheduled, agenda.pointless()::contains);
        announcements.scheduled(
                agenda.drafts().stream().map(Draft::announcement).toList());
        scheduled.forEach(invitation -> LOG.logf(
                scheduled.size() == 1 ? Logger.Level.INFO : Logger.Level.DEBUG,
                "Invitation %s scheduled for %s",
                invitation.id(),
                invitation.dueAt()));
        agenda.pointless().forEach(invitation -> life.cancel(invitation, Reason.CANCELLED, Cause.EVENTS));
        if (scheduled.stream().anyMatch(invitation -> !invitation.dueAt().isAfter(now))) {
            due.fire(new DueInvitations());
        }
    }

    /**
     * Cancels what waits to be sent to a person, under this reference or one of the addresses.
     *
     * @param touchpoint only what is about this one; null for everything
     */
    public void cancelScheduled(Respondent person, String touchpoint, Reason why) {
        invitations
                .lockScheduled(
                        person.ref(),
                        person.emailContact().orElse(null),
                        person.phoneContact().orElse(null),
                        touchpoint)
                .forEach(invitation -> life.cancel(invitation, why, Cause.OPT_OUT));
    }

    /** One time that a person was asked or is about to be; {@code askedAt} is when it was sent, or is due. */
    public record Asked(
            UUID id,
            String survey,
            String touchpoint,
            Channel channel,
            InvitationState state,
            Optional<Reason> reason,
            Instant askedAt,
            Optional<Instant> answeredAt) {}

    /** The invitations to a person under this reference, the latest first. */
    public List<Asked> askedOf(String respondentRef, int limit) {
        return invitations
                .before(null, new InvitationFilter(null, respondentRef, null, null, null, null, null, null), limit)
                .stream()
                .map(invitation -> new Asked(
                        invitation.id(),
                        invitation.survey(),
                        invitation.touchpoint(),
                        invitation.channel(),
                        invitation.state(),
                        invitation.reason(),
                        invitation.sentAt().orElse(invitation.dueAt()),
                        invitation.closedAt().filter(at -> invitation.state() == InvitationState.ANSWERED)))
                .toList();
    }

    /** What the contact policy counts of a person: what was sent or waits to be, under the reference and every address. */
    public List<Asking> askings(Respondent person) {
        return invitations.plannedOrDone(List.of(person), clock.instant().minus(LOOK_BACK)).stream()
                .map(InvitationRepository.Asked::asking)
                .toList();
    }

    public Map<UUID, Summary> summaries(Collection<UUID> wanted) {
        return wanted.isEmpty()
                ? Map.of()
                : invitations.byIds(wanted).stream()
                        .map(this::summary)
                        .collect(Collectors.toMap(Summary::id, Function.identity()));
    }

    Summary summary(Invitation invitation) {
        return new Summary(
                invitation.id(),
                links.form(invitation.id()),
                invitation.channel(),
                invitation.dueAt(),
                invitation.state(),
                invitation.reason());
    }

    /** Whom an invitation was for, and about what. */
    public record Recipient(String respondentRef, String touchpoint, String survey, int surveyVersion) {}

    /** The invitation that a token opens, if there is one. Unknown and malformed tokens take the same way. */
    public Optional<Recipient> byToken(String token) {
        return invitations
                .byTokenHash(tokens.hash(token))
                .map(found -> new Recipient(
                        found.respondentRef(), found.touchpoint(), found.survey(), found.surveyVersion()));
    }
}
