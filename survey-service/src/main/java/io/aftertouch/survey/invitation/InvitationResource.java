package io.aftertouch.survey.invitation;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.survey.judging.Channel;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/invitations")
@Tag(name = "Invitations")
class InvitationResource {

    private final InvitationReading reading;
    private final InvitationCancelling cancelling;
    private final Caller caller;

    InvitationResource(InvitationReading reading, InvitationCancelling cancelling, Caller caller) {
        this.reading = reading;
        this.cancelling = cancelling;
        this.caller = caller;
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "listInvitations", summary = "The invitations, newest first")
    public PagedView<InvitationView> list(
            @QueryParam("state") InvitationState state,
            @QueryParam("respondent") String respondent,
            @QueryParam("touchpoint") String touchpoint,
            @QueryParam("survey") String survey,
            @QueryParam("rule") UUID rule,
            @QueryParam("channel") Channel channel,
            @Parameter(description = "Scheduled at this instant or later") @QueryParam("from") Instant from,
            @Parameter(description = "Scheduled before this instant") @QueryParam("to") Instant to,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        return reading.page(
                new InvitationFilter(state, respondent, touchpoint, survey, rule, channel, from, to), cursor, limit);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "getInvitation",
            summary = "One invitation with its link and its history",
            description = "The link opens the form in the respondent's name, so this needs events:write.")
    public InvitationView get(@PathParam("id") UUID id) {
        return reading.get(id);
    }

    @POST
    @Path("/{id}/cancellation")
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "cancelInvitation",
            summary = "Withdraw an invitation that was not sent yet",
            description = "One that was sent cannot be withdrawn (409).")
    public InvitationView cancel(@PathParam("id") UUID id) {
        return cancelling.cancel(id, caller.name());
    }
}
