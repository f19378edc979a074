package io.aftertouch.survey.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code decisions.counted}: how often rules were judged for events that came in together.
 *
 * @param day of UTC
 */
record DecisionsCounted(LocalDate day, List<Count> counts) {

    static final String TOPIC = "decisions";
    static final String TYPE = "decisions.counted";

    /** How often at one touchpoint. */
    record Count(String touchpoint, long judged) {}

    /** Where no rule waits, none was judged. */
    static Optional<DecisionsCounted> of(List<DecisionLedger.Entry> entries, Instant at) {
        List<Count> counts = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.subject().touchpoint(),
                        TreeMap::new,
                        Collectors.summingLong(entry -> entry.verdicts().stream()
                                .filter(verdict -> verdict.rule().isPresent())
                                .count())))
                .entrySet()
                .stream()
                .filter(counted -> counted.getValue() > 0)
                .map(counted -> new Count(counted.getKey(), counted.getValue()))
                .toList();
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(new DecisionsCounted(LocalDate.ofInstant(at, ZoneOffset.UTC), counts));
    }
}
