package io.aftertouch.feedback.history;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.List;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.csv.CsvSource;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Brings in answers that another system took in the past. */
@Path("/api/v1/responses/import")
@Tag(name = "Responses")
@Produces(MediaType.APPLICATION_JSON)
class HistoryResource {

    private final HistoryImport history;
    private final Catalog catalog;
    private final ZoneId zone;

    HistoryResource(HistoryImport history, Catalog catalog, ZoneId zone) {
        this.history = history;
        this.catalog = catalog;
        this.zone = zone;
    }

    @POST
    @Blocking
    @Consumes("text/csv")
    @PermissionsAllowed(Scopes.RESPONSES_WRITE)
    @Operation(
            operationId = "importResponses",
            summary = "Bring in past answers from a CSV file",
            description =
                    "Unless dryRun=false nothing is stored, and the answer says what would happen. The file may be sent again, whole or in part:"
                            + " an answer is named by source and its id, and is there once. Each answer counts at its own time, and opens no review case unless"
                            + " openCases=true. Columns that are not named are not read; of a respondent only what reference says is kept.")
    public ImportReport run(
            @Parameter(description = "Whether nothing is stored")
                    @QueryParam("dryRun")
                    @DefaultValue("true")
                    @Pattern(regexp = "true|false", message = "must be true or false")
                    String dryRun,
            @Parameter(description = "Key of the system that took the answers", required = true) @QueryParam("source")
                    String source,
            @Parameter(description = "Key of the survey whose scale the scores are on", required = true)
                    @QueryParam("survey")
                    String survey,
            @Parameter(required = true) @QueryParam("touchpoint") String touchpoint,
            @Parameter(
                            description = "Export whose columns are known; the columns below go before it",
                            schema = @Schema(implementation = Mapping.class))
                    @QueryParam("mapping")
                    String mapping,
            @Parameter(description = "Column of the answer's id in the source") @QueryParam("id") String id,
            @Parameter(description = "Column of the score") @QueryParam("score") String score,
            @Parameter(description = "Column of the comment") @QueryParam("comment") String comment,
            @Parameter(description = "Column of the time of the answer") @QueryParam("answeredAt") String answeredAt,
            @Parameter(description = "Column that says who answered") @QueryParam("respondent") String respondent,
            @Parameter(description = "Column of the language") @QueryParam("locale") String locale,
            @Parameter(description = "Segment dimension and its column, as in country=Country") @QueryParam("segment")
                    List<String> segments,
            @Parameter(
                            description =
                                    "What is kept of who answered: nothing, the column as it stands, or a keyed hash of it",
                            schema = @Schema(implementation = Reference.class))
                    @QueryParam("reference")
                    String reference,
            @Parameter(description = "Time zone of times that do not say theirs") @QueryParam("timeZone")
                    String timeZone,
            @Parameter(description = "Whether negative answers open review cases")
                    @QueryParam("openCases")
                    @DefaultValue("false")
                    @Pattern(regexp = "true|false", message = "must be true or false")
                    String openCases,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream file)
            throws IOException {
        var wishes = new ImportWishes(
                source,
                survey,
                touchpoint,
                mapping,
                id,
                score,
                comment,
                answeredAt,
                respondent,
                locale,
                segments,
                reference,
                timeZone,
                Boolean.parseBoolean(openCases));
        return history.run(wishes.plan(Boolean.parseBoolean(dryRun), catalog, zone), file, CsvSource.charset(type));
    }
}
