package io.aftertouch.survey.survey;

import java.net.URI;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import io.aftertouch.platform.edit.Shapes;
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
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/surveys")
@Tag(name = "Surveys")
class SurveyResource {

    private final SurveyRepository surveys;
    private final SurveyVersionRepository versions;
    private final SurveyReading reading;
    private final SurveyEditing editing;

    SurveyResource(
            SurveyRepository surveys, SurveyVersionRepository versions, SurveyReading reading, SurveyEditing editing) {
        this.surveys = surveys;
        this.versions = versions;
        this.reading = reading;
        this.editing = editing;
    }

    @POST
    @Idempotent
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "createSurvey", summary = "Make a survey; the standard wording does the rest")
    @APIResponse(
            responseCode = "201",
            description = "Made, as a draft",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SurveyView.class)))
    public RestResponse<SurveyView> create(@NotNull @Valid CreateSurvey wish) {
        return created(editing.create(wish));
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "listSurveys", summary = "The surveys, by key")
    public PagedView<SurveyView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        Cursor start = Cursor.decode(cursor, 1);
        List<Survey> rows = surveys.after(start == null ? "" : start.string(0, Shapes.KEY), limit + 1);
        return PagedView.of(rows, limit, SurveyView::of, last -> Cursor.encode(last.key()));
    }

    @GET
    @Path("/{key}")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "getSurvey", summary = "One survey")
    public RestResponse<SurveyView> get(@PathParam("key") String key) {
        return tagged(surveys.findByIdOptional(key).map(SurveyView::of).orElseThrow(NotFound::new));
    }

    @PUT
    @Path("/{key}")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "changeSurvey",
            summary = "Change a survey; needs If-Match. Customers see it after the next publication")
    public RestResponse<SurveyView> change(
            @PathParam("key") String key,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ChangeSurvey wish) {
        return tagged(editing.change(key, ifMatch, wish));
    }

    @POST
    @Path("/{key}/duplicate")
    @Idempotent
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "duplicateSurvey", summary = "Make a draft that says and allows what another survey does")
    @APIResponse(
            responseCode = "201",
            description = "Made, as a draft",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SurveyView.class)))
    public RestResponse<SurveyView> duplicate(@PathParam("key") String key, @NotNull @Valid DuplicateSurvey wish) {
        return created(editing.duplicate(key, wish));
    }

    @POST
    @Path("/{key}/publication")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "publishSurvey",
            summary = "Publish a survey: an immutable version that rules ask with from now on",
            description = "When nothing differs from the version published last, that version is the answer (200).")
    @APIResponse(
            responseCode = "201",
            description = "A new version",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SurveyPublished.class)))
    @APIResponse(
            responseCode = "200",
            description = "Nothing differs from the version published last",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SurveyPublished.class)))
    public RestResponse<SurveyPublished> publish(
            @PathParam("key") String key,
            @Parameter(description = "When given, only what was read with this ETag is published")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    String ifMatch) {
        SurveyEditing.Publication publication = editing.publish(key, ifMatch);
        SurveyPublished version = publication.version();
        return publication.isNew()
                ? RestResponse.ResponseBuilder.<SurveyPublished>created(
                                URI.create(address(key) + "/versions/" + version.version()))
                        .entity(version)
                        .build()
                : RestResponse.ok(version);
    }

    @DELETE
    @Path("/{key}/draft")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "discardSurveyDraft",
            summary = "Forget what was changed since the last publication; needs If-Match",
            description =
                    "Subject, title, texts and settings are those of the version published last again. A survey that was"
                            + " never published has none to go back to (409).")
    public RestResponse<SurveyView> discard(
            @PathParam("key") String key, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return tagged(editing.discard(key, ifMatch));
    }

    @POST
    @Path("/{key}/retirement")
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(operationId = "retireSurvey", summary = "Ask nobody with this survey any more")
    public RestResponse<SurveyView> retire(@PathParam("key") String key) {
        return tagged(editing.retire(key));
    }

    @GET
    @Path("/{key}/versions")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "listSurveyVersions", summary = "The published versions, newest first")
    public PagedView<SurveyPublished> versions(
            @PathParam("key") String key,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        if (surveys.findByIdOptional(key).isEmpty()) {
            throw new NotFound();
        }
        Cursor start = Cursor.decode(cursor, 1);
        int before = start == null ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, start.number(0));
        List<SurveyPublished> rows = versions.definitions(key, before, limit + 1);
        return PagedView.of(rows, limit, version -> version, last -> Cursor.encode(String.valueOf(last.version())));
    }

    @GET
    @Path("/{key}/versions/comparison")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(
            operationId = "compareSurveyVersions",
            summary = "What differs between two versions, and whether it starts a new series of scores")
    public VersionComparison compare(
            @PathParam("key") String key,
            @Parameter(description = "Left out: the version published last") @QueryParam("from") @Min(1) Integer from,
            @Parameter(description = "Left out: the draft, with the number that publishing would give it")
                    @QueryParam("to")
                    @Min(1)
                    Integer to) {
        return reading.compare(key, from, to);
    }

    @GET
    @Path("/{key}/versions/{version}")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(operationId = "getSurveyVersion", summary = "One published version")
    public SurveyPublished version(@PathParam("key") String key, @PathParam("version") int version) {
        return versions.definition(key, version).orElseThrow(NotFound::new);
    }

    private static URI address(String key) {
        return URI.create("/api/v1/surveys/" + key);
    }

    private static RestResponse<SurveyView> created(SurveyView made) {
        return RestResponse.ResponseBuilder.<SurveyView>created(address(made.key()))
                .header(HttpHeaders.ETAG, new EntityTag(made.version()).header())
                .entity(made)
                .build();
    }

    private static RestResponse<SurveyView> tagged(SurveyView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.ETAG, new EntityTag(view.version()).header())
                .build();
    }
}
