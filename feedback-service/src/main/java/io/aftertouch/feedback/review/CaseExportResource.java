package io.aftertouch.feedback.review;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.response.ExportStream;
import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Cases as a file. */
@Path("/api/v1/review-cases/export")
@Tag(name = "Review cases")
class CaseExportResource {

    private final CaseExport export;
    private final CurrentVertxRequest current;

    CaseExportResource(CaseExport export, CurrentVertxRequest current) {
        this.export = export;
        this.current = current;
    }

    @GET
    @Path("/csv")
    @Produces("text/csv")
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.RESPONSES_READ})
    @Operation(
            operationId = "exportReviewCasesAsCsv",
            summary = "All cases that pass the filters as CSV, newest or due first",
            description =
                    "Streamed, of any size. Text that a spreadsheet would run as a formula gets an apostrophe before it.")
    @APIResponse(
            responseCode = "200",
            description = "A row for each case, the first line names the columns",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response csv(
            @BeanParam CaseQueryFilter asked,
            @Parameter(description = "Whether the file starts with a byte order mark, as some spreadsheets want it")
                    @QueryParam("bom")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false", message = "must be true or false")
                    String byteOrderMark) {
        return ExportStream.response(
                export.of(asked.filter(), asked.ordered(), Boolean.parseBoolean(byteOrderMark)),
                CaseExport.MEDIA_TYPE,
                CaseExport.FILE_NAME,
                current.getCurrent().request().connection());
    }
}
