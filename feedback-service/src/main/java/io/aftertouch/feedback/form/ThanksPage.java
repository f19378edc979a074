package io.aftertouch.feedback.form;

import io.aftertouch.feedback.catalog.Band;
import io.aftertouch.feedback.catalog.Rating;
import io.aftertouch.feedback.catalog.Scale;
import io.aftertouch.feedback.catalog.Wording;
import io.aftertouch.feedback.response.SurveyResponse;

/**
 * The thanks after sending, with the answer as it was stored.
 *
 * @param changeable whether the customer can still change the answer
 * @param withdrawable whether the customer can take it back: only an answer to an invitation can be looked after through its link
 * @param contradicted somebody sent another answer through the same link, and it was not taken
 * @param saved whether the permission to write back was saved just now
 */
record ThanksPage(
        Shell shell,
        Scale scale,
        Wording wording,
        Given given,
        Contact contact,
        boolean changeable,
        boolean withdrawable,
        boolean contradicted,
        boolean saved) {

    /** The answer as it was given. */
    record Given(Rating rating, String comment, boolean contactPermitted) {

        static Given of(SurveyResponse response) {
            return new Given(response.rating(), response.comment(), response.contactPermitted());
        }
    }

    /** How we could write back. */
    enum Contact {
        NOBODY_KNOWN,
        KNOWN,
        BY_EMAIL;

        static Contact of(Asking asking) {
            if (!asking.personal()) {
                return NOBODY_KNOWN;
            }
            return asking.byEmail() ? BY_EMAIL : KNOWN;
        }
    }

    /** The survey's own thanks, or null for the house's. */
    public String ownThanks() {
        return wording.thanks() == null ? null : wording.thanks().of(band());
    }

    public boolean negative() {
        return band() == Band.NEGATIVE;
    }

    /** Whether we could write back: to somebody unhappy whom the company knows. */
    public boolean mayBeContacted() {
        return negative() && contact != Contact.NOBODY_KNOWN;
    }

    public boolean byEmail() {
        return contact == Contact.BY_EMAIL;
    }

    public boolean neutral() {
        return band() == Band.NEUTRAL;
    }

    /** The words of the chosen point, or null when it is a plain number. */
    public String words() {
        return wording.points().isEmpty() ? null : wording.points().get(score() - scale.min());
    }

    public int score() {
        return given.rating().score();
    }

    public int max() {
        return scale.max();
    }

    public String followUp() {
        return wording.followUp().of(band());
    }

    private Band band() {
        return given.rating().band();
    }
}
