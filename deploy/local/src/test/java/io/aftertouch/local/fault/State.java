package io.aftertouch.local.fault;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * All that the suite knows at a quiet moment about the touchpoints of a {@link Scene}.
 *
 * @param tallies every count that is not zero, by what it counts as {@link Recount} says it
 * @param scoreCases the versions of the cases that score-service knows
 * @param rules the rules of each touchpoint
 * @param mails how often each Message-ID was taken by the mail server
 * @param posts how often each webhook-id was taken by the receiver
 * @param wanted the events that the webhook wants to hear of
 * @param told what stands in the outboxes and in the topics
 * @param traces where something is left of those who were erased
 */
record State(
        List<Answer> answers,
        SortedMap<String, List<Integer>> tallies,
        List<ReviewCase> cases,
        Map<UUID, Long> scoreCases,
        List<Event> events,
        Map<String, List<UUID>> rules,
        List<Decision> decisions,
        List<Invitation> invitations,
        Map<String, Long> mails,
        Map<UUID, Long> posts,
        Map<UUID, String> wanted,
        List<Told> told,
        Map<String, Set<String>> traces) {

    record Answer(
            UUID id,
            UUID invitation,
            String source,
            String sourceId,
            String touchpoint,
            String survey,
            int version,
            String channel,
            String ref,
            SortedMap<String, String> segments,
            int score,
            boolean negative,
            String comment,
            Instant answeredAt,
            boolean withdrawn) {}

    /** @param steps with their texts, in their order */
    record ReviewCase(UUID id, UUID response, long version, List<Step> steps) {}

    record Step(String step, String text) {}

    record Event(UUID id, String sourceId, String touchpoint, String ref) {}

    record Decision(UUID event, UUID rule, String outcome, String reason, UUID invitation) {}

    /** @param sent whether it was handed over; whoever answers before that has the link from elsewhere */
    record Invitation(UUID id, String touchpoint, String ref, String channel, String state, boolean sent) {

        boolean isSentByMail() {
            return channel.equals("EMAIL") && sent;
        }
    }

    /**
     * An event that one service told.
     *
     * @param waiting whether it still stands in the outbox, unsent
     * @param unheardBy the services that listen to the topic and have neither applied nor parked it
     * @param parkedBy those that could not apply it, though a service of ours told it
     */
    record Told(String topic, String type, String id, boolean waiting, Set<String> unheardBy, Set<String> parkedBy) {

        /** Whether nothing will come of it any more. */
        boolean isHeard() {
            return !waiting && unheardBy.isEmpty();
        }
    }
}
