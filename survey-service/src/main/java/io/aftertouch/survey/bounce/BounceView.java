package io.aftertouch.survey.bounce;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.survey.invitation.InvitationState;

/**
 * What was known of an e-mail that came back.
 *
 * @param invitation null when it was a reply, or when only an address was named and nothing was sent to it that is not over
 * @param reply what a colleague wrote to the respondent; null when it was no reply
 * @param state of the invitation by now
 * @param addressMarked whether the address is not written to from now on
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BounceView(UUID invitation, UUID reply, InvitationState state, boolean addressMarked) {

    /** Everything arrived. */
    static final BounceView NOTHING = new BounceView(null, null, null, false);
}
