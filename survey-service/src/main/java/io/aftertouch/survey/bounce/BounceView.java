package io.aftertouch.survey.bounce;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.survey.invitation.InvitationState;

/**
 * What was known of an e-mail that came back.
 *
 * @param invitation null when only an address was named and nothing was sent to it that is not over
 * @param state of the invitation by now
 * @param addressMarked whether the address is not written to from now on
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BounceView(UUID invitation, InvitationState state, boolean addressMarked) {}
