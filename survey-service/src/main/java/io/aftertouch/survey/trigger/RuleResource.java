package io.aftertouch.survey.trigger;

import java.net.URI;
import java.util.List;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/trigger-rules")
@Tag(name = "Trigger rules")
class RuleResource {

    private final RuleRepository rules;
    private final RuleEditing editing;

    RuleResource(RuleRepository rules, RuleEditing editing) {
        this.rules = rules;
        this.editing = editing;
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "createTriggerRule", summary = "Make a rule: when an event leads to an invitation")
    @APIResponse(
            responseCode = "201",
            description = "Made, and active at once",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RuleView.class)))
    public RestResponse<RuleView> create(@NotNull @Valid CreateRule wish) {
        RuleView made = editing.create(wish);
        return RestResponse.ResponseBuilder.<RuleView>created(URI.create("/api/v1/trigger-rules/" + made.id()))
                .header(HttpHeaders.ETAG, new EntityTag(made.version()).header())
                .entity(made)
                .build();
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "listTriggerRules", summary = "The rules, of one touchpoint or all, oldest first")
    public PagedView<RuleView> list(
            @QueryParam("touchpoint") @Size(max = 64) String touchpoint,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        Cursor start = Cursor.decode(cursor, 1);
        List<TriggerRule> rows = rules.after(touchpoint, start == null ? null : start.uuid(0), limit + 1);
        return PagedView.of(rows, limit, RuleView::of, last -> Cursor.encode(last.id()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "getTriggerRule", summary = "One rule")
    public RestResponse<RuleView> get(@PathParam("id") UUID id) {
        return tagged(rules.findByIdOptional(id).map(RuleView::of).orElseThrow(NotFound::new));
    }

    @PUT
    @Path("/{id}")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "changeTriggerRule", summary = "Change, pause or resume a rule; needs If-Match")
    public RestResponse<RuleView> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ChangeRule wish) {
        return tagged(editing.change(id, ifMatch, wish));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "deleteTriggerRule",
            summary = "Delete a rule that never decided anything; needs If-Match",
            description = "One that did stays, so that the ledger can name it (409); pause it instead.")
    public void delete(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        editing.delete(id, ifMatch);
    }

    private static RestResponse<RuleView> tagged(RuleView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, new EntityTag(view.version()).header())
                .build();
    }
}
