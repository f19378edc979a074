package io.aftertouch.score.improvement;

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

/** What was changed, and what came after it. */
@Path("/api/v1/improvements")
@Tag(name = "Improvements")
class ImprovementResource {

    private final ImprovementRepository improvements;
    private final ImprovementEditing editing;
    private final Effects effects;

    ImprovementResource(ImprovementRepository improvements, ImprovementEditing editing, Effects effects) {
        this.improvements = improvements;
        this.editing = editing;
        this.effects = effects;
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "createImprovement",
            summary = "Write down what was changed at a touchpoint, when and at what cost")
    @APIResponse(
            responseCode = "201",
            description = "Written down",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImprovementView.class)))
    public RestResponse<ImprovementView> create(@NotNull @Valid CreateImprovement wish) {
        ImprovementView made = view(editing.create(wish));
        return new EntityTag(made.version()).made("/api/v1/improvements/" + made.id(), made);
    }

    @GET
    @PermissionsAllowed(Scopes.SCORES_READ)
    @Operation(
            operationId = "listImprovements",
            summary = "The improvements, newest first, each with the scores before and after it and its return")
    public PagedView<ImprovementView> list(
            @Parameter(description = "Key of a touchpoint") @QueryParam("touchpoint") @Size(max = 64) String touchpoint,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        Cursor start = Cursor.decode(cursor, 1);
        return PagedView.of(
                improvements.newestFirst(touchpoint, start == null ? null : start.uuid(0), limit + 1),
                limit,
                this::view,
                last -> Cursor.encode(last.id()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.SCORES_READ)
    @Operation(operationId = "getImprovement", summary = "One improvement and what came after it")
    public RestResponse<ImprovementView> get(@PathParam("id") UUID id) {
        return tagged(improvements.findByIdOptional(id).orElseThrow(NotFound::new));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "changeImprovement", summary = "Change an improvement; needs If-Match")
    public RestResponse<ImprovementView> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ChangeImprovement wish) {
        return tagged(editing.change(id, ifMatch, wish));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "deleteImprovement", summary = "Take an improvement out; needs If-Match")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        editing.delete(id, ifMatch);
    }

    private ImprovementView view(Improvement improvement) {
        return ImprovementView.of(improvement, effects.of(improvement));
    }

    private RestResponse<ImprovementView> tagged(Improvement improvement) {
        return new EntityTag(improvement.version()).shows(view(improvement));
    }
}
