package io.aftertouch.feedback.form;

import java.util.List;

import io.aftertouch.feedback.catalog.Rating;
import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.catalog.Wording;

/**
 * What whoever was asked finds out about the own answer, and can do about it and about the own data.
 *
 * @param answer null when there is none
 * @param waiting answers that a program may have sent, and nobody has confirmed
 */
record DataPage(Shell shell, Scale scale, Wording wording, State state, Answer answer, List<Waiting> waiting) {

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

    /**
     * An answer that is kept and not counted.
     *
     * @param sent in words of the customer's language
     * @param comment null when nothing was written
     */
    record Waiting(Rating rating, String comment, String sent) {}

    public boolean waitedFor() {
        return state == State.WAITED_FOR;
    }

    public boolean withdrawn() {
        return state == State.WITHDRAWN;
    }

    /** The words of a point, or null when it is a plain number. */
    public String words(int score) {
        return wording.points().isEmpty() ? null : wording.points().get(score - scale.min());
    }

    public int max() {
        return scale.max();
    }

    public String followUp(Rating rating) {
        return wording.followUp().of(rating.band());
    }
}
