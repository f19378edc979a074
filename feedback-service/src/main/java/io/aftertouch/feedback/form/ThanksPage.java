package io.aftertouch.feedback.form;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Wording;
import io.aftertouch.feedback.response.SurveyResponse;

/**
 * The thanks after sending, with the answer as it was stored.
 *
 * @param contradicted somebody sent another answer through the same link, and it was not taken
 * @param byEmail whether there is an address that the question went to
 * @param saved whether the permission to write back was saved just now
 */
record ThanksPage(
        Shell shell,
        SurveyVersion survey,
        Wording wording,
        SurveyResponse response,
        boolean contradicted,
        boolean byEmail,
        boolean saved) {

    /** The survey's own thanks, or null for the house's. */
    public String ownThanks() {
        return wording.thanks() == null ? null : wording.thanks().of(band());
    }

    public boolean negative() {
        return band() == Band.NEGATIVE;
    }

    public boolean neutral() {
        return band() == Band.NEUTRAL;
    }

    /** The words of the chosen point, or null when it is a plain number. */
    public String words() {
        return wording.points().isEmpty()
                ? null
                : wording.points().get(score() - survey.scale().min());
    }

    public int score() {
        return response.rating().score();
    }

    public int max() {
        return survey.scale().max();
    }

    public String followUp() {
        return wording.followUp().of(band());
    }

    private Band band() {
        return response.rating().band();
    }
}
