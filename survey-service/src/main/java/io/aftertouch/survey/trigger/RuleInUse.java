package io.aftertouch.survey.trigger;

import java.util.UUID;

import io.aftertouch.platform.problem.ProblemException;

final class RuleInUse extends ProblemException {

    RuleInUse(UUID rule) {
        super("rule-in-use", "Rule " + rule + " has decided about events; the ledger names it.");
    }
}
