package io.aftertouch.survey.trigger;

import java.util.UUID;

/** Judges past events by a rule that is not saved. */
public interface RuleReplay {

    /**
     * @param replaces the rule that the draft would take the place of; null when it would be a new one
     * @param last how many of the latest events of its touchpoint
     */
    Replayed replay(UUID replaces, CreateRule draft, int last);
}
