package io.aftertouch.feedback.form;

import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.catalog.Wording;

/**
 * The question whether a person sends this answer, with all that was chosen and typed.
 *
 * @param submission goes with the answer, so that the form counts once; null where something else sees to that
 * @param stamp tells that this was shown, and when
 */
record ConfirmationPage(Shell shell, Scale scale, Wording wording, Entered entered, String submission, String stamp) {

    public int score() {
        return entered.score();
    }

    public int max() {
        return scale.max();
    }

    /** The words of the chosen point, or null when it is a plain number. */
    public String words() {
        return wording.points().isEmpty() ? null : wording.points().get(score() - scale.min());
    }

    /** The answer as it is spoken of: 9, or “Very satisfied”. */
    public String answer() {
        return words() == null ? String.valueOf(score()) : shell.language().quoted(words());
    }

    /** What was typed; null when nothing was. */
    public String comment() {
        return entered.commentOrNull();
    }

    public String followUp() {
        return wording.followUp().of(scale.bandOf(score()));
    }
}
