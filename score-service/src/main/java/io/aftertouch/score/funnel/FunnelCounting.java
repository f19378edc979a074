package io.aftertouch.score.funnel;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.inject.Singleton;

import io.aftertouch.platform.inbox.ReceivedEvent;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.funnel.FunnelTable.Place;
import io.aftertouch.score.funnel.InvitationSteps.Step;
import io.aftertouch.score.ingest.EventFollower;

/** Follows rules that are judged, invitations and their answers, and counts by touchpoint and day how far they come. */
@Singleton
class FunnelCounting implements EventFollower {

    private static final String OPTED_OUT = "OPTED_OUT";

    private final FunnelTable table;
    private final Touchpoints touchpoints;

    FunnelCounting(FunnelTable table, Touchpoints touchpoints) {
        this.table = table;
        this.touchpoints = touchpoints;
    }

    @Override
    public void hear(List<ReceivedEvent> events) {
        Map<UUID, List<UnaryOperator<InvitationSteps>>> heard = new HashMap<>();
        SortedMap<Place, Passage> counts = new TreeMap<>();
        for (ReceivedEvent event : events) {
            switch (event.type()) {
                case "decisions.counted" -> judged(event.as(FunnelEvent.Judged.class), counts);
                case "invitation.scheduled" -> {
                    var scheduled = event.as(FunnelEvent.Scheduled.class);
                    LocalDate day = LocalDate.ofInstant(scheduled.scheduledAt(), ZoneOffset.UTC);
                    int touchpoint = touchpoints.idOf(scheduled.touchpoint());
                    note(heard, scheduled.id(), invitation -> invitation.scheduled(touchpoint, day));
                }
                case "invitation.sent" -> step(heard, event, Step.SENT);
                case "invitation.answered" -> step(heard, event, Step.ANSWERED);
                case "invitation.bounced", "invitation.failed" -> step(heard, event, Step.RETURNED);
                case "invitation.cancelled" -> {
                    if (OPTED_OUT.equals(event.as(FunnelEvent.Stepped.class).reason())) {
                        step(heard, event, Step.OPTED_OUT);
                    }
                }
                case "response.recorded" -> answer(heard, event, Step.ANSWERED);
                case "response.withdrawn" -> answer(heard, event, Step.WITHDRAWN);
                default -> {
                    // says nothing about how far anybody came
                }
            }
        }
        if (!heard.isEmpty()) {
            apply(heard, counts);
        }
        table.add(counts);
    }

    private void judged(FunnelEvent.Judged judged, SortedMap<Place, Passage> counts) {
        for (FunnelEvent.Count count : judged.counts()) {
            counts.merge(
                    new Place(touchpoints.idOf(count.touchpoint()), judged.day()),
                    new Passage(count.judged(), 0, 0, 0, 0),
                    Passage::plus);
        }
    }

    private static void step(Map<UUID, List<UnaryOperator<InvitationSteps>>> heard, ReceivedEvent event, Step step) {
        note(heard, event.as(FunnelEvent.Stepped.class).id(), invitation -> invitation.with(step));
    }

    private static void answer(Map<UUID, List<UnaryOperator<InvitationSteps>>> heard, ReceivedEvent event, Step step) {
        UUID invitation = event.as(FunnelEvent.Answered.class).invitationId();
        if (invitation != null) {
            note(heard, invitation, steps -> steps.with(step));
        }
    }

    private static void note(
            Map<UUID, List<UnaryOperator<InvitationSteps>>> heard,
            UUID invitation,
            UnaryOperator<InvitationSteps> change) {
        heard.computeIfAbsent(invitation, unseen -> new ArrayList<>()).add(change);
    }

    /** Counts what is different now from what was heard before. */
    private void apply(Map<UUID, List<UnaryOperator<InvitationSteps>>> heard, SortedMap<Place, Passage> counts) {
        Map<UUID, InvitationSteps> before = table.take(heard.keySet());
        SortedMap<UUID, InvitationSteps> after = new TreeMap<>();
        heard.forEach((id, changes) -> {
            InvitationSteps was = before.getOrDefault(id, InvitationSteps.NONE);
            InvitationSteps is = was;
            for (UnaryOperator<InvitationSteps> change : changes) {
                is = change.apply(is);
            }
            after.put(id, is);
            if (is.isKnown()) {
                counts.merge(new Place(is.touchpoint(), is.day()), is.passage().minus(was.passage()), Passage::plus);
            }
        });
        table.save(after);
    }
}
