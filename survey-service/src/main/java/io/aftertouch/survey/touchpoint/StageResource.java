package io.aftertouch.survey.touchpoint;

import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.idempotency.Idempotent;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/stages")
@Tag(name = "Touchpoints")
class StageResource {

    private final StageRepository stages;
    private final StageEditing editing;

    StageResource(StageRepository stages, StageEditing editing) {
        this.stages = stages;
        this.editing = editing;
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "listStages", summary = "The stages of the journey, in order")
    public PagedView<StageView> list() {
        return new PagedView<>(stages.inOrder().stream().map(StageView::of).toList(), null);
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "createStage", summary = "Make a stage of the journey")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StageView.class)))
    public RestResponse<StageView> create(@NotNull @Valid CreateStage wish) {
        StageView made = editing.create(wish);
        return RestResponse.ResponseBuilder.<StageView>created(URI.create("/api/v1/stages/" + made.key()))
                .header(HttpHeaders.ETAG, new EntityTag(made.version()).header())
                .entity(made)
                .build();
    }

    @GET
    @Path("/{key}")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "getStage", summary = "One stage")
    public RestResponse<StageView> get(@PathParam("key") String key) {
        return tagged(stages.findByIdOptional(key).map(StageView::of).orElseThrow(NotFound::new));
    }

    @PUT
    @Path("/{key}")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "changeStage", summary = "Rename or move a stage; needs If-Match")
    public RestResponse<StageView> change(
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ChangeStage wish) {
        return tagged(editing.change(key, ifMatch, wish));
    }

    @DELETE
    @Path("/{key}")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "deleteStage", summary = "Remove a stage without touchpoints; needs If-Match")
    @APIResponse(responseCode = "204", description = "Removed")
    public void delete(@PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        editing.delete(key, ifMatch);
    }

    private static RestResponse<StageView> tagged(StageView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, new EntityTag(view.version()).header())
                .build();
    }
}
