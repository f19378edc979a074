package io.aftertouch.feedback.recount;

import java.time.YearMonth;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asked by score-service only; the gateway does not lead here. */
@Path("/api/v1/recount")
@Tag(name = "Recount")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Scopes.SERVICES)
class RecountResource {

    private final Recount recount;

    RecountResource(Recount recount) {
        this.recount = recount;
    }

    @GET
    @Operation(operationId = "listRecountParts", summary = "At which touchpoints and in which months there are answers")
    public RecountParts parts() {
        return recount.parts();
    }

    @GET
    @Path("/part")
    @Operation(
            operationId = "recountPart",
            summary = "The answers of a touchpoint in one month, counted, and what was told about them",
            description =
                    "Names nobody but in the events, as they were told. Counts and events are of one moment, so that score-service can tell what it"
                            + " has not heard yet from what it counted wrong.")
    public Recounted part(
            @QueryParam("touchpoint") @NotNull @Size(min = 1, max = 64) String touchpoint,
            @Parameter(description = "Of UTC, such as 2026-11")
                    @QueryParam("month")
                    @NotNull
                    @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])")
                    String month) {
        return recount.of(touchpoint, YearMonth.parse(month));
    }

    @GET
    @Path("/named")
    @Operation(
            operationId = "listNamedAnswers",
            summary = "The answers of a touchpoint in one month whose respondents are known",
            description = "For score-service, when what it tells CRMs of single respondents is to be built again.")
    public NamedAnswers named(
            @QueryParam("touchpoint") @NotNull @Size(min = 1, max = 64) String touchpoint,
            @Parameter(description = "Of UTC, such as 2026-11")
                    @QueryParam("month")
                    @NotNull
                    @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])")
                    String month,
            @Parameter(description = "next of the answer before") @QueryParam("cursor") String cursor) {
        return recount.named(touchpoint, YearMonth.parse(month), cursor);
    }
}
