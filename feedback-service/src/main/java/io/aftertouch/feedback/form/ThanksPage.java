package io.aftertouch.feedback.form;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Wording;
import io.aftertouch.feedback.response.SurveyResponse;

/**
 * The thanks after sending, with the answer as it was stored.
 *
 * @param contradicted somebody sent another answer through the same link, and it was not taken
 * @param saved whether the permission to write back was saved just now
 */
record ThanksPage(
        Shell shell, Asking asking, Wording wording, SurveyResponse response, boolean contradicted, boolean saved) {

    /** The survey's own thanks, or null for the house's. */
    public String ownThanks() {
        return wording.thanks() == null ? null : wording.thanks().of(band());
    }

    public boolean negative() {
        return band() == Band.NEGATIVE;
    }

    /** Whether we could write back: to somebody unhappy whom the company knows. */
    public boolean mayBeContacted() {
        return negative() && asking.personal();
    }

    public boolean byEmail() {
        return asking.byEmail();
    }

    public boolean neutral() {
        return band() == Band.NEUTRAL;
    }

    /** The words of the chosen point, or null when it is a plain number. */
    public String words() {
        return wording.points().isEmpty()
                ? null
                : wording.points().get(score() - asking.survey().scale().min());
    }

    public int score() {
        return response.rating().score();
    }

    public int max() {
        return asking.survey().scale().max();
    }

    public String followUp() {
        return wording.followUp().of(band());
    }

    private Band band() {
        return response.rating().band();
    }
}
