package io.aftertouch.survey.event;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Where people were last, at each of the touchpoints that matter. */
final class Whereabouts {

    private final Map<String, Map<String, Instant>> latest = new HashMap<>();

    void add(String respondentRef, String touchpoint, Instant at) {
        latest.computeIfAbsent(respondentRef, ref -> new HashMap<>())
                .merge(touchpoint, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** The touchpoints at which a person has been after a moment. */
    Set<String> since(String respondentRef, Instant moment) {
        return latest.getOrDefault(respondentRef, Map.of()).entrySet().stream()
                .filter(visit -> visit.getValue().isAfter(moment))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
