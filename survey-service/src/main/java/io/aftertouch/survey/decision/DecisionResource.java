package io.aftertouch.survey.decision;

import java.time.Clock;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/decisions")
@Tag(name = "Decisions")
class DecisionResource {

    private final Decisions decisions;
    private final Coverage coverage;
    private final Clock clock;

    DecisionResource(Decisions decisions, Coverage coverage, Clock clock) {
        this.decisions = decisions;
        this.coverage = coverage;
        this.clock = clock;
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

    @GET
    @Path("/coverage")
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(
            operationId = "getDecisionCoverage",
            summary = "Who is asked, who is not and why, per touchpoint or segment",
            description =
                    "Counts the judgements of a period, by default from the midnight of UTC 30 days ago, at most 400 days."
                            + " What was deferred and judged again counts once, as what became of it. Groups that are never"
                            + " asked have invited 0. Whole days are counted ahead: every decision is in it, and what"
                            + " became of invitations up to asOf.")
    public CoverageView coverage(
            @QueryParam("from") Instant from,
            @QueryParam("to") Instant to,
            @QueryParam("touchpoint") String touchpoint,
            @Parameter(description = "touchpoint, or segment:<dimension>")
                    @QueryParam("groupBy")
                    @DefaultValue("touchpoint")
                    String groupBy) {
        return coverage.of(CoverageQuestion.of(from, to, touchpoint, CoverageGrouping.parse(groupBy), clock.instant()));
    }
}
