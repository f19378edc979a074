package io.aftertouch.survey.invitation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.survey.judging.Channel;

/** Reads invitations for the API and the pages. */
@Singleton
public class InvitationReading {

    private final InvitationRepository invitations;
    private final InvitationTransitionRepository transitions;
    private final InvitationLinks links;

    InvitationReading(
            InvitationRepository invitations, InvitationTransitionRepository transitions, InvitationLinks links) {
        this.invitations = invitations;
        this.transitions = transitions;
        this.links = links;
    }

    /** Newest first. */
    public PagedView<InvitationView> page(InvitationFilter filter, String cursor, int limit) {
        Cursor start = Cursor.decode(cursor, 1);
        List<Invitation> rows = invitations.before(start == null ? null : start.uuid(0), filter, limit + 1);
        return PagedView.of(rows, limit, InvitationView::of, last -> Cursor.encode(last.id()));
    }

    /** One invitation with its link and its history. */
    public InvitationView get(UUID id) {
        return view(one(id));
    }

    public Invitation one(UUID id) {
        return invitations.findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /** The Message-ID under which an invitation went to its respondent, so that a reply stands below it; empty when it went another way. */
    public Optional<String> sentAs(UUID id) {
        return invitations
                .findByIdOptional(id)
                .filter(invitation -> invitation.channel() == Channel.EMAIL)
                .filter(invitation -> invitation.sentAt().isPresent())
                .map(links::messageId);
    }

    InvitationView view(Invitation invitation) {
        return InvitationView.of(invitation, links.form(invitation.id()), history(invitation));
    }

    /** All invitations to a respondent with their history, first to last; without the links, which only the person has. */
    public List<InvitationView> to(String respondentRef) {
        return invitations.to(respondentRef).stream()
                .map(invitation -> InvitationView.of(invitation, null, history(invitation)))
                .toList();
    }

    private List<InvitationView.HistoryEntry> history(Invitation invitation) {
        return Stream.concat(
                        Stream.of(InvitationView.HistoryEntry.scheduled(invitation)),
                        transitions.of(invitation.id()).stream().map(InvitationView.HistoryEntry::of))
                .toList();
    }
}
