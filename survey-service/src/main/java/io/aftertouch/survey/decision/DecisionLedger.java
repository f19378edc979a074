package io.aftertouch.survey.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.aftertouch.platform.id.Ids;

/** The ledger that answers "why was r-17 not asked?". */
@Singleton
public class DecisionLedger {

    private final DecisionRepository decisions;
    private final Ids ids;
    private final Clock clock;

    DecisionLedger(DecisionRepository decisions, Ids ids, Clock clock) {
        this.decisions = decisions;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes down every verdict about an event, in their order. */
    public void record(Decision.Subject subject, List<Verdict> verdicts) {
        Instant now = clock.instant();
        Iterator<UUID> ascending =
                Stream.generate(ids::next).limit(verdicts.size()).sorted().iterator();
        verdicts.forEach(verdict -> decisions.persist(new Decision(ascending.next(), subject, verdict, now)));
        decisions.flush();
    }

    /** What was decided about an event, in the order of its rules. */
    public List<Verdict> about(UUID eventId) {
        return decisions.ofEvent(eventId).stream().map(Decision::verdict).toList();
    }
}
