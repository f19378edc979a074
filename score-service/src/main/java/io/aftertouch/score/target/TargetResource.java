package io.aftertouch.score.target;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.idempotency.Idempotent;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Scores to reach, and how likely that is. */
@Path("/api/v1/targets")
@Tag(name = "Targets")
class TargetResource {

    private final TargetRepository targets;
    private final TargetEditing editing;
    private final Outlooks outlooks;

    TargetResource(TargetRepository targets, TargetEditing editing, Outlooks outlooks) {
        this.targets = targets;
        this.editing = editing;
        this.outlooks = outlooks;
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "createTarget", summary = "Set a target: the score to reach over a period")
    @APIResponse(
            responseCode = "201",
            description = "Set",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TargetView.class)))
    public RestResponse<TargetView> create(@NotNull @Valid CreateTarget wish) {
        TargetView made = view(editing.create(wish));
        return new EntityTag(made.version()).made("/api/v1/targets/" + made.id(), made);
    }

    @GET
    @PermissionsAllowed(Scopes.SCORES_READ)
    @Operation(
            operationId = "listTargets",
            summary = "The targets, newest first, each with the probability that it is met given the answers so far")
    public PagedView<TargetView> list(
            @Parameter(description = "Key of a touchpoint") @QueryParam("touchpoint") @Size(max = 64) String touchpoint,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        Cursor start = Cursor.decode(cursor, 1);
        return PagedView.of(
                outlooks.judged(targets.newestFirst(touchpoint, start == null ? null : start.uuid(0), limit + 1)),
                limit,
                one -> TargetView.of(one.target(), one.outlook()),
                last -> Cursor.encode(last.target().id()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.SCORES_READ)
    @Operation(operationId = "getTarget", summary = "One target and how it does")
    public RestResponse<TargetView> get(@PathParam("id") UUID id) {
        return tagged(targets.findByIdOptional(id).orElseThrow(NotFound::new));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "changeTarget", summary = "Change a target; needs If-Match")
    public RestResponse<TargetView> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ChangeTarget wish) {
        return tagged(editing.change(id, ifMatch, wish));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "deleteTarget", summary = "Drop a target; needs If-Match")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        editing.delete(id, ifMatch);
    }

    private TargetView view(Target target) {
        return TargetView.of(target, outlooks.of(target));
    }

    private RestResponse<TargetView> tagged(Target target) {
        return new EntityTag(target.version()).shows(view(target));
    }
}
