package io.aftertouch.feedback.response;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Answers as a file. */
@Path("/api/v1/responses/export")
@Tag(name = "Responses")
class ExportResource {

    private final ResponseExport export;
    private final CurrentVertxRequest current;

    ExportResource(ResponseExport export, CurrentVertxRequest current) {
        this.export = export;
        this.current = current;
    }

    @GET
    @Path("/csv")
    @Produces("text/csv")
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    @Operation(
            operationId = "exportResponsesAsCsv",
            summary = "All answers that pass the filters as CSV, latest first",
            description =
                    "Streamed, of any size. Text that a spreadsheet would run as a formula gets an apostrophe before it.")
    @APIResponse(
            responseCode = "200",
            description = "A row for each answer, the first line names the columns",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response csv(
            @BeanParam AddressFilter asked,
            @Parameter(description = "Whether the file starts with a byte order mark, as some spreadsheets want it")
                    @QueryParam("bom")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false", message = "must be true or false")
                    String byteOrderMark) {
        return file(asked, ExportFormat.CSV, Boolean.parseBoolean(byteOrderMark));
    }

    @GET
    @Path("/ndjson")
    @Produces("application/x-ndjson")
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    @Operation(
            operationId = "exportResponsesAsNdjson",
            summary = "All answers that pass the filters as newline-delimited JSON, latest first",
            description = "Streamed, of any size. Each line is an answer as the list shows it.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each answer",
            content =
                    @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = ResponseView.class)))
    public Response ndjson(@BeanParam AddressFilter asked) {
        return file(asked, ExportFormat.NDJSON, false);
    }

    private Response file(AddressFilter asked, ExportFormat format, boolean byteOrderMark) {
        return ExportStream.response(
                export.of(asked.filter(), format, byteOrderMark),
                format.mediaType(),
                format.fileName(),
                current.getCurrent().request().connection());
    }
}
