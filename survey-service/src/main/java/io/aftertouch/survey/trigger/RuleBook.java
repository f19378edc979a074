package io.aftertouch.survey.trigger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.aftertouch.survey.judging.Terms;

/** What the rules say about events at some touchpoints. */
public final class RuleBook {

    private final Map<String, List<Terms>> active;
    private final Map<String, Set<UUID>> cancelled;

    RuleBook(Map<String, List<Terms>> active, Map<String, Set<UUID>> cancelled) {
        this.active = active;
        this.cancelled = cancelled;
    }

    /** The terms of the active rules at a touchpoint. */
    public List<Terms> at(String touchpoint) {
        return active.getOrDefault(touchpoint, List.of());
    }

    /** The same with a rule that is not saved, in the place of the one whose name it has. */
    public RuleBook with(String touchpoint, Terms draft) {
        Map<String, List<Terms>> drafted = new HashMap<>(active);
        drafted.put(
                touchpoint,
                Stream.concat(
                                at(touchpoint).stream()
                                        .filter(other -> !other.rule().equals(draft.rule())),
                                Stream.of(draft))
                        .toList());
        return new RuleBook(drafted, cancelled);
    }

    /** The rules whose questions an event at this touchpoint makes pointless. */
    public Set<UUID> cancelledBy(String touchpoint) {
        return cancelled.getOrDefault(touchpoint, Set.of());
    }

    /** The touchpoints whose events make a question at this touchpoint pointless. */
    public Set<String> cancelling(String touchpoint) {
        return at(touchpoint).stream()
                .map(Terms::cancelledBy)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
