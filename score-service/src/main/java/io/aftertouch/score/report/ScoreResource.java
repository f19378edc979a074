package io.aftertouch.score.report;

import java.time.ZoneId;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.score.segment.SegmentProfiles;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Scores for CRMs and dashboards. */
@Path("/api/v1/scores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scores")
public class ScoreResource {

    private final Scores scores;
    private final Comparisons comparisons;
    private final SegmentProfiles segments;
    private final ZoneId zone;

    ScoreResource(Scores scores, Comparisons comparisons, SegmentProfiles segments, ZoneId zone) {
        this.scores = scores;
        this.comparisons = comparisons;
        this.segments = segments;
        this.zone = zone;
    }

    @GET
    @PermissionsAllowed(Scopes.SCORES_READ)
    @APIResponse(responseCode = "200", description = "The scores; their ETag stays while they do.")
    @APIResponse(responseCode = "304", description = "If-None-Match names the ETag of this answer.")
    @Operation(
            operationId = "getScores",
            summary = "Scores with their number of answers and 95 % interval, by group and time")
    public ScoresView scores(@BeanParam ScoreParameters parameters) {
        return ScoresView.of(scores.report(parameters.query(zone, segments::hasDimension)));
    }

    @GET
    @Path("comparison")
    @PermissionsAllowed(Scopes.SCORES_READ)
    @APIResponse(responseCode = "200", description = "The comparison; its ETag stays while its scores do.")
    @APIResponse(responseCode = "304", description = "If-None-Match names the ETag of this answer.")
    @Operation(
            operationId = "compareScores",
            summary =
                    "Two periods or two groups side by side: how far the first lies above the second, and how sure that is")
    public ComparisonView comparison(@BeanParam ComparisonParameters parameters) {
        return ComparisonView.of(comparisons.compare(parameters.query(zone, segments::hasDimension)));
    }
}
