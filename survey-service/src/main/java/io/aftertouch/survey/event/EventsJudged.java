package io.aftertouch.survey.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.platform.retry.RetryOnConflict;
import io.aftertouch.survey.judging.Outcome;

/**
 * Tells the inbox what was decided about the events by which it wants customers asked again, so that it can say why somebody was not. Other source
 * systems that tell events over the broker look it up in the ledger.
 */
@ApplicationScoped
class EventsJudged {

    static final String INBOX = "aftertouch/inbox";

    private static final String TOPIC = "decisions";
    private static final String TYPE = "event.judged";
    private static final String REFUSED = "REFUSED";

    private final Outbox outbox;

    EventsJudged(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * {@code event.judged}.
     *
     * @param reason of the decision; REFUSED when the event could not be taken and is parked
     * @param freeAt when the person may be asked again, if time stands against it
     * @param invitation null unless it was INVITED
     */
    record EventJudged(
            String source,
            String id,
            String touchpoint,
            Outcome outcome,
            String reason,
            Instant freeAt,
            UUID invitation) {}

    static boolean isAwaited(ReceiveEvent event) {
        return INBOX.equals(event.source());
    }

    @RetryOnConflict
    @Transactional
    void tell(ReceiveEvent event, Taken taken) {
        outbox.add(TOPIC, event.id(), TYPE, judged(event, taken));
    }

    private static EventJudged judged(ReceiveEvent event, Taken taken) {
        return switch (taken) {
            case Taken.Accepted(EventAnswer answer) -> {
                EventAnswer.Decided decided = best(answer.decisions());
                yield new EventJudged(
                        event.source(),
                        event.id(),
                        event.touchpoint(),
                        decided.outcome(),
                        decided.reason().name(),
                        decided.freeAt(),
                        decided.invitation() == null
                                ? null
                                : decided.invitation().id());
            }
            case Taken.Refused refused ->
                new EventJudged(
                        event.source(), event.id(), event.touchpoint(), Outcome.NOT_INVITED, REFUSED, null, null);
        };
    }

    /** Of several rules the one that asks, or may ask later. */
    private static EventAnswer.Decided best(List<EventAnswer.Decided> decisions) {
        return Stream.of(Outcome.INVITED, Outcome.DEFERRED)
                .flatMap(outcome -> first(decisions, outcome).stream())
                .findFirst()
                .orElseGet(decisions::getFirst);
    }

    private static Optional<EventAnswer.Decided> first(List<EventAnswer.Decided> decisions, Outcome outcome) {
        return decisions.stream()
                .filter(decided -> decided.outcome() == outcome)
                .findFirst();
    }
}
