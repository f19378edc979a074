package io.aftertouch.score.alert;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.CallerNames;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.idempotency.Idempotent;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Alerts: found, read, acknowledged and muted. A step that names the version it starts from by {@code If-Match} is refused when that is not the current one. */
@Path("/api/v1/alerts")
@Tag(name = "Alerts")
@Produces(MediaType.APPLICATION_JSON)
class AlertResource {

    private final AlertReading reading;
    private final AlertRepository alerts;
    private final AlertWork work;
    private final Caller caller;
    private final CallerNames names;

    AlertResource(AlertReading reading, AlertRepository alerts, AlertWork work, Caller caller, CallerNames names) {
        this.reading = reading;
        this.alerts = alerts;
        this.work = work;
        this.caller = caller;
        this.names = names;
    }

    @GET
    @PermissionsAllowed(Scopes.SCORES_READ)
    @Operation(operationId = "listAlerts", summary = "Lasting problems, the latest first")
    public PagedView<AlertView> list(
            @QueryParam("state") AlertState state,
            @QueryParam("touchpoint") String touchpoint,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return PagedView.of(
                reading.list(new AlertRepository.Filter(state, touchpoint), cursor, limit + 1),
                limit,
                read -> AlertView.of(read, names, null),
                read -> AlertRepository.cursorAfter(read.alert()));
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.SCORES_READ)
    @Operation(operationId = "getAlert", summary = "One alert with its history")
    public RestResponse<AlertView> one(@PathParam("id") UUID id) {
        return whole(id);
    }

    @POST
    @Path("/{id}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.CONFIG_WRITE})
    @Operation(
            operationId = "acknowledgeAlert",
            summary = "Say that somebody has seen the alert",
            description = "The first one stands as who did; everybody can add a note.")
    public RestResponse<AlertView> acknowledge(
            @PathParam("id") UUID id, @NotNull @Valid AcknowledgeAlert wish, @HeaderParam("If-Match") String ifMatch) {
        work.acknowledge(id, caller.name(), wish.note(), ifMatch);
        return whole(id);
    }

    @POST
    @Path("/{id}/mute")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.CONFIG_WRITE})
    @Operation(
            operationId = "muteAlert",
            summary = "Mute the alert until a time",
            description = "It is watched on, but not counted beside the navigation, and its growth is not told.")
    public RestResponse<AlertView> mute(
            @PathParam("id") UUID id, @NotNull @Valid MuteAlert wish, @HeaderParam("If-Match") String ifMatch) {
        work.mute(id, caller.name(), wish.until(), ifMatch);
        return whole(id);
    }

    @DELETE
    @Path("/{id}/mute")
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.CONFIG_WRITE})
    @Operation(operationId = "unmuteAlert", summary = "End the muting of an alert before its time")
    public RestResponse<AlertView> unmute(@PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch) {
        work.unmute(id, caller.name(), ifMatch);
        return whole(id);
    }

    private RestResponse<AlertView> whole(UUID id) {
        AlertReading.Read read = reading.one(id).orElseThrow(NotFound::new);
        return ResponseBuilder.ok(AlertView.of(read, names, alerts.history(id)))
                .header("ETag", new EntityTag(read.alert().version()).header())
                .header(HttpHeaders.CONTENT_LOCATION, "/api/v1/alerts/" + id)
                .build();
    }
}
