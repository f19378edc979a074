package io.aftertouch.survey.invitation;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.survey.NotFound;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/invitations")
@Tag(name = "Invitations")
class InvitationResource {

    private final InvitationRepository invitations;
    private final InvitationCancelling cancelling;
    private final InvitationLinks links;

    InvitationResource(InvitationRepository invitations, InvitationCancelling cancelling, InvitationLinks links) {
        this.invitations = invitations;
        this.cancelling = cancelling;
        this.links = links;
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "listInvitations", summary = "The invitations, newest first")
    public PagedView<InvitationView> list(
            @QueryParam("state") InvitationState state,
            @QueryParam("respondent") String respondent,
            @QueryParam("survey") String survey,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        Cursor start = Cursor.decode(cursor, 1);
        List<Invitation> rows =
                invitations.before(start == null ? null : start.uuid(0), state, respondent, survey, limit + 1);
        return PagedView.of(rows, limit, InvitationView::of, last -> Cursor.encode(last.id()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "getInvitation",
            summary = "One invitation with its link",
            description = "The link opens the form in the respondent's name, so this needs events:write.")
    public InvitationView get(@PathParam("id") UUID id) {
        return invitations
                .findByIdOptional(id)
                .map(invitation -> InvitationView.of(invitation, links.form(id)))
                .orElseThrow(NotFound::new);
    }

    @POST
    @Path("/{id}/cancellation")
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "cancelInvitation",
            summary = "Withdraw an invitation that was not sent yet",
            description = "One that was sent cannot be withdrawn (409).")
    public InvitationView cancel(@PathParam("id") UUID id) {
        return cancelling.cancel(id);
    }
}
