package io.aftertouch.feedback.catalog;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.aftertouch.platform.inbox.Inbox;
import io.aftertouch.platform.inbox.ReceivedEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps our own copy of touchpoints, surveys, invitations and public links, so that the form stands while survey-service is down. */
@ApplicationScoped
class CatalogFeed {

    private final Inbox inbox;
    private final TouchpointRepository touchpoints;
    private final SurveyVersionRepository surveys;
    private final InvitationRepository invitations;
    private final PublicLinkRepository links;

    CatalogFeed(
            Inbox inbox,
            TouchpointRepository touchpoints,
            SurveyVersionRepository surveys,
            InvitationRepository invitations,
            PublicLinkRepository links) {
        this.inbox = inbox;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.invitations = invitations;
        this.links = links;
    }

    @Incoming("touchpoints")
    @Blocking
    void touchpoints(ConsumerRecords<String, byte[]> records) {
        inbox.apply(
                records,
                events -> touchpoints.keepNewest(events.stream()
                        .filter(event -> event.type().equals("touchpoint.saved"))
                        .map(event -> event.as(TouchpointSaved.class))
                        .toList()));
    }

    @Incoming("surveys")
    @Blocking
    void surveys(ConsumerRecords<String, byte[]> records) {
        inbox.apply(records, events -> events.stream()
                .filter(event -> event.type().equals("survey.published"))
                .map(event -> event.as(SurveyPublished.class))
                .forEach(surveys::keep));
    }

    @Incoming("invitations")
    @Blocking
    void invitations(ConsumerRecords<String, byte[]> records) {
        inbox.apply(records, events -> invitations.keep(lifeOfInvitations(events)));
    }

    @Incoming("public-links")
    @Blocking
    void publicLinks(ConsumerRecords<String, byte[]> records) {
        inbox.apply(
                records,
                events -> links.keepNewest(events.stream()
                        .filter(event -> event.type().equals("public-link.saved"))
                        .map(event -> event.as(PublicLinkSaved.class))
                        .toList()));
    }

    private static List<InvitationEvent> lifeOfInvitations(List<ReceivedEvent> events) {
        return events.stream()
                .map(CatalogFeed::invitationEvent)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * What we do not know we do not need: that an invitation was answered, we knew first; and whoever has the link of one that bounced or could
     * not be delivered may still answer.
     */
    private static Optional<InvitationEvent> invitationEvent(ReceivedEvent event) {
        return switch (event.type()) {
            case "invitation.scheduled" -> Optional.of(event.as(InvitationEvent.Scheduled.class));
            case "invitation.sent" -> Optional.of(event.as(InvitationEvent.Sent.class));
            case "invitation.cancelled" -> Optional.of(event.as(InvitationEvent.Cancelled.class));
            case "invitation.expired" -> Optional.of(event.as(InvitationEvent.Expired.class));
            default -> Optional.empty();
        };
    }
}
