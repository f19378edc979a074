package io.aftertouch.feedback.view;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.idempotency.Idempotent;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists of the inbox by name. */
@Path("/api/v1/inbox/views")
@Tag(name = "Inbox views")
@Produces(MediaType.APPLICATION_JSON)
class SavedViewResource {

    private final SavedViews views;
    private final Caller caller;

    SavedViewResource(SavedViews views, Caller caller) {
        this.views = views;
        this.caller = caller;
    }

    /** A view to save. */
    @Schema(name = "SaveView")
    record SaveView(
            String name,

            @Schema(
                    description = "The filters as they stand in the address of the inbox.",
                    examples = "state=NEW&due=late")
            String query,

            @Schema(description = "Whether everybody sees it; false when left out.")
            Boolean shared) {}

    /** A view as the API shows it. */
    @Schema(name = "SavedView")
    record ViewView(UUID id, String name, String query, boolean shared, String owner, Instant createdAt) {

        static ViewView of(SavedView view) {
            return new ViewView(view.id(), view.name(), view.query(), view.shared(), view.owner(), view.createdAt());
        }
    }

    @GET
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.RESPONSES_READ})
    @Operation(operationId = "listInboxViews", summary = "One's own saved views and the shared ones, by name")
    public List<ViewView> list() {
        return views.seenBy(caller.name()).stream().map(ViewView::of).toList();
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(operationId = "saveInboxView", summary = "Save a view")
    @APIResponse(
            responseCode = "201",
            description = "Saved",
            content = @Content(schema = @Schema(implementation = ViewView.class)))
    public RestResponse<ViewView> save(@NotNull SaveView wish) {
        SavedView view = views.save(caller.name(), wish.name(), wish.query(), Boolean.TRUE.equals(wish.shared()));
        return RestResponse.ResponseBuilder.<ViewView>created(URI.create("/api/v1/inbox/views/" + view.id()))
                .entity(ViewView.of(view))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @PermissionsAllowed(Scopes.CASES_WRITE)
    @Operation(operationId = "dropInboxView", summary = "Drop one of one's own views")
    public void drop(@PathParam("id") UUID id) {
        views.drop(id, caller.name());
    }
}
