package io.aftertouch.feedback.form;

import java.time.Instant;
import java.util.Optional;

import io.aftertouch.feedback.catalog.Invitation;
import io.aftertouch.feedback.catalog.PublicLink;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Touchpoint;
import io.aftertouch.feedback.form.Drawing.Mark;

/**
 * What the pages of a form need to know of how it came to be asked.
 *
 * @param path address of the form
 * @param optOut address at which whoever reads it can say: do not ask me again; empty when nobody was invited
 * @param locale language of whoever was invited, if known
 * @param occasion what is asked about, as the company calls it
 * @param occurredAt when that was; empty when it is now
 * @param personal whether we know who answers, by the company's own reference
 * @param submission what stands in the form so that it is answered once; empty when an invitation sees to that
 * @param byEmail whether there is an address that the question went to
 */
record Asking(
        String path,
        SurveyVersion survey,
        Optional<String> optOut,
        Optional<String> locale,
        String occasion,
        Optional<Instant> occurredAt,
        boolean personal,
        Optional<String> submission,
        boolean byEmail) {

    static Asking by(String token, Invitation invitation, SurveyVersion survey) {
        return new Asking(
                "/s/" + token,
                survey,
                Optional.of("/u/" + token),
                invitation.locale(),
                invitation.touchpointName(),
                Optional.of(invitation.occurredAt()),
                true,
                Optional.empty(),
                invitation.isByEmail());
    }

    /** Of anybody who opens a public link. */
    static Asking through(PublicLink link, Touchpoint touchpoint, SurveyVersion survey, String submission) {
        return ofAnybody(link.code(), survey, touchpoint.name(), submission);
    }

    /** Of whoever answered through a public link, which may be closed by now. */
    static Asking answered(Submission shown, SurveyVersion survey, String submission) {
        return ofAnybody(shown.code(), survey, "", submission);
    }

    /** The same for whoever comes, with marks for what is only of this one. */
    Asking ofWhoeverComes() {
        return new Asking(
                Mark.PATH.sign(),
                survey,
                optOut.map(address -> Mark.OPT_OUT.sign()),
                locale,
                occasion,
                occurredAt,
                personal,
                submission.map(token -> Mark.SUBMISSION.sign()),
                byEmail);
    }

    private static Asking ofAnybody(String code, SurveyVersion survey, String occasion, String submission) {
        return new Asking(
                "/p/" + code,
                survey,
                Optional.empty(),
                Optional.empty(),
                occasion,
                Optional.empty(),
                false,
                Optional.of(submission),
                false);
    }
}
