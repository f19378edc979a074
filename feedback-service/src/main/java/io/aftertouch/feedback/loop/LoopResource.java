package io.aftertouch.feedback.loop;

import java.time.Clock;
import java.time.Instant;

import jakarta.ws.rs.DefaultValue;
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

/** How well the loop is closed. */
@Path("/api/v1/inbox/figures")
@Tag(name = "Loop figures")
@Produces(MediaType.APPLICATION_JSON)
class LoopResource {

    private static final int MOST_CAUSES = 50;

    private final LoopRepository figures;
    private final Clock clock;

    LoopResource(LoopRepository figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.RESPONSES_READ})
    @Operation(
            operationId = "getLoopFigures",
            summary = "How the loop is closed per touchpoint or team, and the root causes",
            description =
                    "Of the cases that were opened in the period: the last thirty days unless said otherwise, at most 366 days.")
    public LoopView figures(
            @QueryParam("groupBy") @DefaultValue("TOUCHPOINT") Grouping groupBy,
            @QueryParam("from") Instant from,
            @Parameter(description = "Excluded") @QueryParam("to") Instant to) {
        Instant now = clock.instant();
        Period period = Period.of(from, to, now);
        return LoopView.of(
                period,
                groupBy,
                figures.total(period, now),
                figures.by(groupBy, period, now),
                figures.rootCauses(period, MOST_CAUSES));
    }
}
