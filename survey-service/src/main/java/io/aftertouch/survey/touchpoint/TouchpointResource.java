package io.aftertouch.survey.touchpoint;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import io.aftertouch.platform.edit.Shapes;
import io.aftertouch.platform.idempotency.Idempotent;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/touchpoints")
@Tag(name = "Touchpoints")
class TouchpointResource {

    private final TouchpointRepository touchpoints;
    private final TouchpointEditing editing;

    TouchpointResource(TouchpointRepository touchpoints, TouchpointEditing editing) {
        this.touchpoints = touchpoints;
        this.editing = editing;
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "createTouchpoint", summary = "Make a touchpoint")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TouchpointView.class)))
    public RestResponse<TouchpointView> create(@NotNull @Valid CreateTouchpoint wish) {
        TouchpointView made = editing.create(wish);
        return RestResponse.ResponseBuilder.<TouchpointView>created(URI.create("/api/v1/touchpoints/" + made.key()))
                .header(HttpHeaders.ETAG, new EntityTag(made.version()).header())
                .entity(made)
                .build();
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "listTouchpoints", summary = "The touchpoints, by key")
    public PagedView<TouchpointView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        Cursor start = Cursor.decode(cursor, 1);
        List<Touchpoint> rows = touchpoints.after(start == null ? "" : start.string(0, Shapes.KEY), limit + 1);
        return PagedView.of(rows, limit, TouchpointView::of, last -> Cursor.encode(last.key()));
    }

    @GET
    @Path("/{key}")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "getTouchpoint", summary = "One touchpoint")
    public RestResponse<TouchpointView> get(@PathParam("key") String key) {
        return tagged(touchpoints.findByIdOptional(key).map(TouchpointView::of).orElseThrow(NotFound::new));
    }

    @PUT
    @Path("/{key}")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "changeTouchpoint", summary = "Change a touchpoint; needs If-Match")
    public RestResponse<TouchpointView> change(
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ChangeTouchpoint wish) {
        return tagged(editing.change(key, ifMatch, wish));
    }

    private static RestResponse<TouchpointView> tagged(TouchpointView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, new EntityTag(view.version()).header())
                .build();
    }
}
