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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Scores for CRMs and dashboards. */
@Path("/api/v1/scores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scores")
public class ScoreResource {

    private final Scores scores;
    private final SegmentProfiles segments;
    private final ZoneId zone;

    ScoreResource(Scores scores, SegmentProfiles segments, ZoneId zone) {
        this.scores = scores;
        this.segments = segments;
        this.zone = zone;
    }

    @GET
    @PermissionsAllowed(Scopes.SCORES_READ)
    @Operation(
            operationId = "getScores",
            summary = "Scores with their number of answers and 95 % interval, by group and time")
    public ScoresView scores(@BeanParam ScoreParameters parameters) {
        return ScoresView.of(scores.report(parameters.query(zone, segments::hasDimension)));
    }
}
