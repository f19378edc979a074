package io.aftertouch.survey.decision;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.survey.judging.Outcome;
import io.aftertouch.survey.judging.Reason;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/decisions")
@Tag(name = "Decisions")
class DecisionResource {

    private final Decisions decisions;

    DecisionResource(Decisions decisions) {
        this.decisions = decisions;
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(
            operationId = "listDecisions",
            summary = "The decision ledger, newest first: who was or was not asked, and why")
    public PagedView<DecisionView> list(
            @QueryParam("respondent") String respondent,
            @QueryParam("touchpoint") String touchpoint,
            @QueryParam("rule") UUID rule,
            @QueryParam("survey") String survey,
            @QueryParam("outcome") Outcome outcome,
            @QueryParam("reason") Reason reason,
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") String cursor) {
        return decisions.page(
                new DecisionFilter(respondent, touchpoint, rule, survey, outcome, reason, from, to), cursor, limit);
    }
}
