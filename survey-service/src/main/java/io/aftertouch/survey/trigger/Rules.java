package io.aftertouch.survey.trigger;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.aftertouch.survey.judging.Terms;

/** The trigger rules, as other features may see them. */
@Singleton
public class Rules {

    private final RuleRepository rules;

    Rules(RuleRepository rules) {
        this.rules = rules;
    }

    /** All that the rules say about events at these touchpoints. */
    public RuleBook at(Collection<String> touchpoints) {
        return new RuleBook(
                rules.activeAt(touchpoints).stream()
                        .collect(Collectors.groupingBy(
                                TriggerRule::touchpoint, Collectors.mapping(TriggerRule::terms, Collectors.toList()))),
                rules.cancelledBy(touchpoints).stream()
                        .collect(Collectors.groupingBy(
                                RuleRepository.Cancelled::by,
                                Collectors.mapping(RuleRepository.Cancelled::rule, Collectors.toSet()))));
    }

    /** The terms of one rule; empty when it was paused. */
    public Optional<Terms> active(UUID rule) {
        return rules.findByIdOptional(rule).filter(TriggerRule::isActive).map(TriggerRule::terms);
    }
}
