package io.aftertouch.survey.respondentimport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.StreamingOutput;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.csv.CsvSource;
import io.aftertouch.platform.paging.PagedView;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

@Path("/api/v1/respondents/imports")
@Tag(name = "Respondents")
class ImportResource {

    private static final String DESCRIPTION =
            "Columns between commas, semicolons or tabs; UTF-8, or UTF-16 with its mark. The first row names them: ref, email,"
                    + " phone, name, locale, country, timeZone, consentBasis, consentSource, consentAt; others are ignored and named in the report. An empty"
                    + " field leaves what is known as it is. A file that cannot be read as a whole changes nothing (422). Else every row is taken or"
                    + " refused on its own, and importing the same file again harms nothing.";

    private static final String MAP_HELP =
            "What a column is called where it is not called as usual: ref=Customer no. May come several times.";

    private final Importing importing;
    private final ImportReports reports;
    private final Caller caller;

    ImportResource(Importing importing, ImportReports reports, Caller caller) {
        this.importing = importing;
        this.reports = reports;
        this.caller = caller;
    }

    @POST
    @Consumes({"text/csv", "text/tab-separated-values"})
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(
            operationId = "importRespondents",
            summary = "Import respondents from a CSV file",
            description = DESCRIPTION)
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "201",
            description = "Every row was taken or refused",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> run(
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false", message = "must be true or false")
                    String dryRun,
            @QueryParam("map") @Size(max = 10) @Parameter(description = MAP_HELP) List<String> map,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream body)
            throws IOException {
        return made(importing.run(
                body,
                CsvSource.charset(type),
                Headers.of(map),
                new RespondentImport.Origin(null, Boolean.parseBoolean(dryRun), caller.name()),
                Optional.empty()));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @PermissionsAllowed(Scopes.CONFIG_WRITE)
    @Operation(hidden = true)
    public RestResponse<ImportView> runForm(
            @QueryParam("dryRun")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false", message = "must be true or false")
                    String dryRun,
            @QueryParam("map") @Size(max = 10) List<String> map,
            @RestForm("file") @NotNull FileUpload file)
            throws IOException {
        try (InputStream body = Files.newInputStream(file.uploadedFile())) {
            return made(importing.run(
                    body,
                    Optional.empty(),
                    Headers.of(map),
                    new RespondentImport.Origin(
                            FileName.of(file.fileName()), Boolean.parseBoolean(dryRun), caller.name()),
                    Optional.empty()));
        }
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    @Operation(operationId = "listRespondentImports", summary = "The imports of the last thirty days, newest first")
    public PagedView<ImportView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        return reports.page(cursor, limit);
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    @Operation(operationId = "getRespondentImport", summary = "The report of an import, also while it runs")
    public ImportView get(@PathParam("id") UUID id) {
        return reports.report(id);
    }

    @GET
    @Path("/{id}/refusals.csv")
    @Produces("text/csv")
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    @Operation(operationId = "getImportRefusals", summary = "All rows that an import refused: line, field and reason")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamingOutput> refusals(@PathParam("id") UUID id) {
        reports.report(id);
        return RestResponse.ResponseBuilder.<StreamingOutput>ok(out -> reports.writeRefusals(id, out))
                .header("Content-Disposition", "attachment; filename=\"refused-" + id + ".csv\"")
                .build();
    }

    private RestResponse<ImportView> made(UUID id) {
        ImportView view = reports.report(id);
        return RestResponse.ResponseBuilder.<ImportView>create(RestResponse.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/api/v1/respondents/imports/" + id)
                .entity(view)
                .build();
    }
}
