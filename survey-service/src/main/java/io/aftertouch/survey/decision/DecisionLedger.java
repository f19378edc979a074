package io.aftertouch.survey.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** What was decided about an event, rule by rule. */
    public record Entry(Decision.Subject subject, List<Verdict> verdicts) {}

    /** Writes down every verdict about every event, in their order. */
    public void record(List<Entry> entries) {
        Instant now = clock.instant();
        Iterator<UUID> ascending = Stream.generate(ids::next)
                .limit(entries.stream()
                        .mapToInt(entry -> entry.verdicts().size())
                        .sum())
                .sorted()
                .iterator();
        decisions.persist(entries.stream().flatMap(entry -> entry.verdicts().stream()
                .map(verdict -> new Decision(ascending.next(), entry.subject(), verdict, now))));
        decisions.flush();
    }

    /** What was decided about events, for each in the order of its rules. */
    public Map<UUID, List<Verdict>> about(Collection<UUID> eventIds) {
        return eventIds.isEmpty()
                ? Map.of()
                : decisions.ofEvents(eventIds).stream()
                        .collect(Collectors.groupingBy(
                                Decision::eventId, Collectors.mapping(Decision::verdict, Collectors.toList())));
    }
}
