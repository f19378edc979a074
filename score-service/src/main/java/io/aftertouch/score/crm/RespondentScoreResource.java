package io.aftertouch.score.crm;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The last scores of single respondents, for CRMs. Says who answered what, so it takes the right to read answers beside that to read scores. */
@Path("/api/v1/respondent-scores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Respondent scores")
class RespondentScoreResource {

    private final RespondentScores scores;

    RespondentScoreResource(RespondentScores scores) {
        this.scores = scores;
    }

    @GET
    @PermissionsAllowed(
            value = {Scopes.SCORES_READ, Scopes.RESPONSES_READ},
            inclusive = true)
    @Operation(
            operationId = "listRespondentScores",
            summary = "Respondents whose scores have changed",
            description =
                    "A feed without gaps: every respondent who changes is there again, as they stand now, behind the cursors given so far."
                            + " Read page by page while next is not null, keep cursor, and go on with it next time."
                            + " Needs the scopes scores:read and responses:read.")
    public RespondentScoreFeed changed(
            @Parameter(description = "The cursor of an earlier page. Without it the feed is read from its start.")
                    @QueryParam("changedAfter")
                    String changedAfter,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        FeedCursor from = FeedCursor.of(changedAfter);
        if (from.position() > scores.lastPosition()) {
            throw new CursorAhead();
        }
        return RespondentScoreFeed.of(from, scores.changedAfter(from, limit + 1), limit);
    }

    @GET
    @Path("/{ref}")
    @PermissionsAllowed(
            value = {Scopes.SCORES_READ, Scopes.RESPONSES_READ},
            inclusive = true)
    @Operation(
            operationId = "getRespondentScores",
            summary = "What a respondent answered last of each metric",
            description = "Needs the scopes scores:read and responses:read.")
    public RespondentScoresView of(
            @Parameter(
                            description =
                                    "The reference; when it holds anything but letters, digits and . _ @ : + -, a ~ and the"
                                            + " base64url of its UTF-8.")
                    @PathParam("ref")
                    String segment) {
        return RespondentPath.ref(segment)
                .flatMap(scores::of)
                .map(RespondentScoresView::of)
                .orElseThrow(UnknownRespondent::new);
    }
}
