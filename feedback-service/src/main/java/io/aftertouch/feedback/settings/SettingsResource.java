package io.aftertouch.feedback.settings;

import java.util.function.Function;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.EntityTag;
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
    private final Catalog catalog;
    private final Caller caller;

    SettingsResource(Settings settings, Catalog catalog, Caller caller) {
        this.settings = settings;
        this.catalog = catalog;
        this.caller = caller;
    }

    @GET
    @Path("/calendar")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(
            operationId = "getInboxCalendar",
            summary = "When the team works, and within how much of that time a case has to be taken")
    public RestResponse<CalendarView> calendar() {
        return tagged(settings.currentCalendar(), CalendarView::of);
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
        return tagged(settings.change(wish.calendar(), ifMatch, caller.name()), CalendarView::of);
    }

    @GET
    @Path("/flags")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(
            operationId = "getInboxFlags",
            summary = "Which answers the team has to look at beside those with a negative score")
    public RestResponse<FlagsView> flags() {
        return tagged(settings.currentFlags(), FlagsView::of);
    }

    @PUT
    @Path("/flags")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "changeInboxFlags",
            summary = "Set which answers are flagged; needs If-Match. It holds for answers from now on")
    public RestResponse<FlagsView> change(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull ChangeFlags wish) {
        return tagged(settings.change(wish.rules(), ifMatch, caller.name()), FlagsView::of);
    }

    @GET
    @Path("/teams")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "getInboxTeams", summary = "The teams and which cases they get")
    public RestResponse<TeamsView> teams() {
        return tagged(settings.currentTeams(), TeamsView::of);
    }

    @PUT
    @Path("/teams")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "changeInboxTeams",
            summary = "Set the teams; needs If-Match. Cases that there are keep their team")
    public RestResponse<TeamsView> change(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull ChangeTeams wish) {
        Teams wanted = wish.teams(key -> catalog.touchpoint(key).isPresent());
        return tagged(settings.change(wanted, ifMatch, caller.name()), TeamsView::of);
    }

    @GET
    @Path("/replies")
    @PermissionsAllowed({Scopes.CONFIG_READ, Scopes.CASES_WRITE})
    @Operation(operationId = "getReplyTemplates", summary = "The words that replies to customers start from")
    public RestResponse<ReplyTemplatesView> replies() {
        return tagged(settings.currentReplies(), ReplyTemplatesView::of);
    }

    @PUT
    @Path("/replies")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "changeReplyTemplates", summary = "Set the words that replies start from; needs If-Match")
    public RestResponse<ReplyTemplatesView> change(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull ChangeReplyTemplates wish) {
        return tagged(settings.change(wish.read(), ifMatch, caller.name()), ReplyTemplatesView::of);
    }

    @GET
    @Path("/resurvey")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(
            operationId = "getResurvey",
            summary = "Whether, where and when customers are asked again after their case was resolved")
    public RestResponse<ResurveyView> resurvey() {
        return tagged(settings.currentResurvey(), ResurveyView::of);
    }

    @PUT
    @Path("/resurvey")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "changeResurvey",
            summary =
                    "Set whether customers are asked again; needs If-Match. It holds for cases that are resolved from now on")
    public RestResponse<ResurveyView> change(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull ChangeResurvey wish) {
        Resurvey wanted = wish.read(key -> catalog.touchpoint(key).isPresent());
        return tagged(settings.change(wanted, ifMatch, caller.name()), ResurveyView::of);
    }

    private static <T, V> RestResponse<V> tagged(Versioned<T> current, Function<Versioned<T>, V> view) {
        return ResponseBuilder.ok(view.apply(current))
                .header(HttpHeaders.ETAG, new EntityTag(current.version()).header())
                .build();
    }
}
