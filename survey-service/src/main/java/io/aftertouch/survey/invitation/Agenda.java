package io.aftertouch.survey.invitation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.aftertouch.survey.judging.Addressee;
import io.aftertouch.survey.judging.Asking;
import io.aftertouch.survey.judging.Judgement;
import io.aftertouch.survey.judging.Occurrence;
import io.aftertouch.survey.respondent.OptOuts;
import io.aftertouch.survey.respondent.Respondent;
import io.aftertouch.survey.touchpoint.Touchpoint;

/**
 * The invitations of some people while a group of events about them is judged: what one event leads to, the next one sees. Nothing is written
 * until {@link Invitations#write}.
 */
public final class Agenda {

    private final Invitations invitations;
    private final Askings askings;
    private final Map<Respondent, OptOuts> optOuts;
    private final Map<String, List<Invitation>> waiting = new HashMap<>();
    private final List<Invitations.Draft> drafts = new ArrayList<>();
    private final Set<Invitation> pointless = new LinkedHashSet<>();

    Agenda(Invitations invitations, Askings askings, Map<Respondent, OptOuts> optOuts, Collection<Invitation> waiting) {
        this.invitations = invitations;
        this.askings = askings;
        this.optOuts = optOuts;
        waiting.forEach(this::waits);
    }

    private void waits(Invitation invitation) {
        waiting.computeIfAbsent(invitation.respondentRef(), ref -> new ArrayList<>())
                .add(invitation);
    }

    /** The person as the judge sees them now, when something happened at a touchpoint. */
    public Addressee addressee(Respondent person, String touchpoint, Set<String> touchpointsSince) {
        return Invitations.addressee(
                person, optOuts.get(person).cover(touchpoint), person.country(), askings.of(person), touchpointsSince);
    }

    /** Invites somebody. */
    public Invitations.Summary schedule(
            UUID eventId,
            Occurrence occurrence,
            Touchpoint touchpoint,
            Respondent person,
            Judgement.Invited judgement) {
        Invitations.Draft draft = invitations.draft(eventId, occurrence, touchpoint, person, judgement);
        Invitation invitation = draft.invitation();
        drafts.add(draft);
        waits(invitation);
        askings.add(new InvitationRepository.Asked(
                invitation.id(),
                person.ref(),
                person.emailContact().orElse(null),
                person.phoneContact().orElse(null),
                new Asking(invitation.survey(), invitation.dueAt())));
        return invitations.summary(invitation);
    }

    /** Cancels what waits to be sent to a person because of these rules; something happened since that makes it pointless. */
    public void cancel(String respondentRef, Set<UUID> rules, Instant happenedAt) {
        for (Invitation invitation : waiting.getOrDefault(respondentRef, List.of())) {
            if (rules.contains(invitation.ruleId())
                    && !invitation.occurredAt().isAfter(happenedAt)
                    && pointless.add(invitation)) {
                askings.remove(invitation.id());
            }
        }
    }

    List<Invitations.Draft> drafts() {
        return drafts;
    }

    Collection<Invitation> pointless() {
        return pointless;
    }
}
