package io.aftertouch.survey.trigger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.aftertouch.survey.judging.Terms;

/** The trigger rules, as other features may see them. */
@Singleton
public class Rules {

    private final RuleRepository rules;

    Rules(RuleRepository rules) {
        this.rules = rules;
    }

    /** The terms of the active rules at a touchpoint. */
    public List<Terms> at(String touchpoint) {
        return rules.activeAt(touchpoint).stream().map(TriggerRule::terms).toList();
    }

    /** The terms of one rule; empty when it was paused. */
    public Optional<Terms> active(UUID rule) {
        return rules.findByIdOptional(rule).filter(TriggerRule::isActive).map(TriggerRule::terms);
    }

    /** The rules whose questions an event at this touchpoint makes pointless. */
    public List<UUID> cancelledBy(String touchpoint) {
        return rules.cancelledBy(touchpoint);
    }
}
