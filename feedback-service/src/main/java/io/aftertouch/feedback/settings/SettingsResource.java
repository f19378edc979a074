package io.aftertouch.feedback.settings;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How the inbox works, to be read and changed. A change needs the ETag of what it starts from as If-Match. */
@Path("/api/v1/inbox/settings")
@Tag(name = "Inbox settings")
@Produces(MediaType.APPLICATION_JSON)
class SettingsResource {

    private final Settings settings;
    private final Caller caller;

    SettingsResource(Settings settings, Caller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    @GET
    @Path("/calendar")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(
            operationId = "getInboxCalendar",
            summary = "When the team works, and within how much of that time a case has to be taken")
    public RestResponse<CalendarView> calendar() {
        return tagged(settings.currentCalendar());
    }

    @PUT
    @Path("/calendar")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "changeInboxCalendar",
            summary = "Set when the team works; needs If-Match. Cases that are open keep their times")
    public RestResponse<CalendarView> change(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull ChangeCalendar wish) {
        return tagged(settings.change(wish.calendar(), ifMatch, caller.name()));
    }

    private static RestResponse<CalendarView> tagged(Versioned<BusinessCalendar> current) {
        return ResponseBuilder.ok(CalendarView.of(current))
                .header(HttpHeaders.ETAG, new EntityTag(current.version()).header())
                .build();
    }
}
