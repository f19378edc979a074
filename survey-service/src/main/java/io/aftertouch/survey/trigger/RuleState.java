package io.aftertouch.survey.trigger;

/** Whether a rule asks anybody. */
enum RuleState {
    ACTIVE,
    PAUSED
}
