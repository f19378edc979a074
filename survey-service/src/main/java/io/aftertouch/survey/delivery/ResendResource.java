package io.aftertouch.survey.delivery;

import java.util.UUID;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.survey.invitation.InvitationView;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/invitations/{id}/resend")
@Tag(name = "Invitations")
class ResendResource {

    private final Resending resending;
    private final Caller caller;

    ResendResource(Resending resending, Caller caller) {
        this.resending = resending;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "resendInvitation",
            summary = "Send an invitation once more",
            description =
                    "Only one that was sent, bounced or failed, and was not answered. Opt-outs and the contact policy are judged again. It"
                            + " keeps its link; the e-mail gets a Message-ID of its own, since mail servers drop what they have seen."
                            + " One of channel LINK stays SENT: the answer holds the same link, and the history says HANDED_OUT.")
    public InvitationView resend(@PathParam("id") UUID id) {
        return resending.resend(id, caller.name());
    }
}
