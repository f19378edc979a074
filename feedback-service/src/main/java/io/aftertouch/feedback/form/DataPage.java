package io.aftertouch.feedback.form;

import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.catalog.Wording;

/**
 * What whoever was asked finds out about the own answer, and can do about it and about the own data.
 *
 * @param answer null when there is none
 */
record DataPage(Shell shell, Scale scale, Wording wording, State state, Answer answer) {

    /** How it is with the answer. */
    enum State {
        WAITED_FOR,
        NEVER_GIVEN,
        GIVEN,
        WITHDRAWN
    }

    /**
     * The answer as it stands.
     *
     * @param given in words of the customer's language
     * @param changed on which day it was changed last; null when it never was
     * @param changeable whether it still can be changed
     */
    record Answer(ThanksPage.Given said, String given, String changed, boolean changeable) {}

    public boolean waitedFor() {
        return state == State.WAITED_FOR;
    }

    public boolean withdrawn() {
        return state == State.WITHDRAWN;
    }

    /** The words of the chosen point, or null when it is a plain number. */
    public String words() {
        return wording.points().isEmpty() ? null : wording.points().get(score() - scale.min());
    }

    public int score() {
        return answer.said().rating().score();
    }

    public int max() {
        return scale.max();
    }

    public String followUp() {
        return wording.followUp().of(answer.said().rating().band());
    }
}
