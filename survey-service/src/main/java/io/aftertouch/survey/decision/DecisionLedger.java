package io.aftertouch.survey.decision;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.outbox.Outbox;
import io.aftertouch.survey.judging.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ledger that answers "why was r-17 not asked?". */
@Singleton
public class DecisionLedger {

    /** More rules than this seldom wait at one touchpoint; where they do, fewer events are found. */
    private static final int MOST_RULES = 20;

    private final DecisionRepository decisions;
    private final LedgerTable table;
    private final Outbox outbox;
    private final DecisionMeter meter;
    private final Ids ids;
    private final Clock clock;

    DecisionLedger(
            DecisionRepository decisions, LedgerTable table, Outbox outbox, DecisionMeter meter, Ids ids, Clock clock) {
        this.decisions = decisions;
        this.table = table;
        this.outbox = outbox;
        this.meter = meter;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was decided about an event, rule by rule. */
    public record Entry(Decision.Subject subject, List<Verdict> verdicts) {}

    /**
     * Writes down every verdict about every event, in their order, and tells how many there are, with one event however many they are. What is
     * deferred waits from now on to be judged again.
     */
    public void record(List<Entry> entries) {
        long verdicts =
                entries.stream().mapToLong(entry -> entry.verdicts().size()).sum();
        Iterator<UUID> ascending =
                Stream.generate(ids::next).limit(verdicts).sorted().iterator();
        Instant now = clock.instant();
        List<LedgerTable.Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            SegmentProfile profile = SegmentProfile.of(entry.subject().segments());
            for (Verdict verdict : entry.verdicts()) {
                rows.add(new LedgerTable.Row(
                        ascending.next(), entry.subject(), profile, verdict, Optional.empty(), now));
            }
        }
        table.insert(rows);
        meter.count(rows.stream().map(LedgerTable.Row::verdict).toList());
        DecisionsCounted.of(entries, now)
                .ifPresent(counted ->
                        outbox.add(DecisionsCounted.TOPIC, counted.day().toString(), DecisionsCounted.TYPE, counted));
    }

    /**
     * Writes down what became of a deferred decision. It is not open any more; if it is deferred again, the new one is.
     *
     * @param deferred the id of the decision that deferred
     */
    public void replace(UUID deferred, Decision.Subject subject, Verdict verdict) {
        Instant now = clock.instant();
        table.supersede(deferred, now);
        table.insert(List.of(new LedgerTable.Row(
                ids.next(), subject, SegmentProfile.of(subject.segments()), verdict, Optional.of(deferred), now)));
        meter.count(List.of(verdict));
    }

    /** What the rule of a decision asks. */
    public Optional<String> surveyOf(UUID decision) {
        return decisions.findByIdOptional(decision).flatMap(found -> found.verdict()
                .survey());
    }

    /** What was decided about an event when it came in, in the order of its rules. */
    public List<Verdict> about(UUID eventId) {
        return about(List.of(eventId)).getOrDefault(eventId, List.of());
    }

    /** What was decided about each of these events when they came in, in the order of their rules. */
    public Map<UUID, List<Verdict>> about(Collection<UUID> eventIds) {
        return decisions.firstOfEvents(eventIds).stream()
                .collect(Collectors.groupingBy(
                        Decision::eventId, Collectors.mapping(Decision::verdict, Collectors.toList())));
    }

    /** The events at a touchpoint that were judged last, the latest first. */
    public List<UUID> latestEvents(String touchpoint, int limit) {
        return decisions.latestAt(touchpoint, limit * MOST_RULES).stream()
                .distinct()
                .limit(limit)
                .toList();
    }

    /** One of the decisions about somebody. */
    @Schema(name = "PersonalDecision")
    public record Latest(String touchpoint, String survey, Reason reason, Instant freeAt, Instant decidedAt) {}

    /** The latest decisions about a respondent, the last one first. */
    public List<Latest> latestOf(String respondentRef, int limit) {
        return decisions.latestOf(respondentRef, limit).stream()
                .map(DecisionLedger::shown)
                .toList();
    }

    /** All decisions about a respondent, first to last. */
    public List<Latest> of(String respondentRef) {
        return decisions.of(respondentRef).stream().map(DecisionLedger::shown).toList();
    }

    private static Latest shown(Decision decision) {
        return new Latest(
                decision.touchpoint(),
                decision.verdict().survey().orElse(null),
                decision.verdict().reason(),
                decision.verdict().freeAt().orElse(null),
                decision.decidedAt());
    }
}
