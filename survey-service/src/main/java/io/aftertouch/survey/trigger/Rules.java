package io.aftertouch.survey.trigger;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.aftertouch.survey.judging.Terms;
import io.aftertouch.survey.touchpoint.Touchpoint;
import io.aftertouch.survey.touchpoint.Touchpoints;

/** The trigger rules, as other features may see them. */
@Singleton
public class Rules {

    /** Of a draft that is no rule yet. */
    public static final UUID UNNAMED = new UUID(0, 0);

    private final RuleRepository rules;
    private final RuleEditing editing;
    private final Touchpoints touchpoints;

    Rules(RuleRepository rules, RuleEditing editing, Touchpoints touchpoints) {
        this.rules = rules;
        this.editing = editing;
        this.touchpoints = touchpoints;
    }

    /** All that the rules say about events at these touchpoints. */
    public RuleBook at(Collection<String> keys) {
        return at(touchpoints.byKeys(keys));
    }

    /** All that the rules say about events at these touchpoints, by key. */
    public RuleBook at(Map<String, Touchpoint> places) {
        Collection<String> keys = places.keySet();
        return new RuleBook(
                rules.activeAt(keys).stream()
                        .collect(Collectors.groupingBy(
                                TriggerRule::touchpoint,
                                Collectors.mapping(
                                        rule -> rule.terms(
                                                places.get(rule.touchpoint()).isRetired()),
                                        Collectors.toList()))),
                rules.cancelledBy(keys).stream()
                        .collect(Collectors.groupingBy(
                                RuleRepository.Cancelled::by,
                                Collectors.mapping(RuleRepository.Cancelled::rule, Collectors.toSet()))));
    }

    /** The terms of one rule; empty when it was paused. */
    public Optional<Terms> active(UUID rule) {
        return rules.findByIdOptional(rule).filter(TriggerRule::isActive).map(this::terms);
    }

    private Terms terms(TriggerRule rule) {
        return rule.terms(touchpoints
                .find(rule.touchpoint())
                .filter(Touchpoint::isRetired)
                .isPresent());
    }

    /**
     * The terms of a rule as somebody typed it, checked like one that is saved.
     *
     * @param replaces the rule that it would take the place of; null when it would be a new one
     */
    public Terms draft(UUID replaces, CreateRule wish) {
        return editing.draft(replaces, wish);
    }

    /** A rule by what it is known by. */
    public record Named(UUID id, String touchpoint, String survey) {}

    /** All rules, also paused ones. */
    public List<Named> all() {
        return rules.byTouchpoint().stream()
                .map(rule ->
                        new Named(rule.id(), rule.touchpoint(), rule.survey().key()))
                .toList();
    }
}
