package io.aftertouch.survey.trigger;

import java.util.Collection;
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

    private final RuleRepository rules;
    private final Touchpoints touchpoints;

    Rules(RuleRepository rules, Touchpoints touchpoints) {
        this.rules = rules;
        this.touchpoints = touchpoints;
    }

    /** All that the rules say about events at these touchpoints. */
    public RuleBook at(Collection<String> keys) {
        Map<String, Touchpoint> places = touchpoints.byKeys(keys);
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
}
