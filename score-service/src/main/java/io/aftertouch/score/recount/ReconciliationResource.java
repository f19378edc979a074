package io.aftertouch.score.recount;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.id.Ids;
import io.aftertouch.platform.idempotency.Idempotent;
import io.aftertouch.platform.paging.Cursor;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.score.catalog.Channels;
import io.aftertouch.score.catalog.SurveyVersion;
import io.aftertouch.score.catalog.SurveyVersions;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.segment.Segment;
import io.aftertouch.score.segment.SegmentProfiles;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether the scores are what the answers come to. */
@Path("/api/v1/scores/reconciliations")
@Tag(name = "Reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Scopes.ADMIN)
class ReconciliationResource {

    private static final String PATH = "/api/v1/scores/reconciliations/";

    private final RunTable runs;
    private final Touchpoints touchpoints;
    private final SurveyVersions surveys;
    private final Channels channels;
    private final SegmentProfiles profiles;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    ReconciliationResource(
            RunTable runs,
            Touchpoints touchpoints,
            SurveyVersions surveys,
            Channels channels,
            SegmentProfiles profiles,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.runs = runs;
        this.touchpoints = touchpoints;
        this.surveys = surveys;
        this.channels = channels;
        this.profiles = profiles;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "askReconciliation",
            summary = "Recount the scores from the answers",
            description =
                    "Begins within a second and runs beside everything else; one at a time. With repair it also builds tallies again that"
                            + " were lost, with respondents what CRMs are told of single respondents. Every night one runs by itself, without the latter.")
    @APIResponse(
            responseCode = "201",
            description = "Asked for",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ReconciliationView.class)))
    @APIResponse(responseCode = "409", description = "Another one is not through yet")
    public RestResponse<ReconciliationView> ask(@NotNull @Valid AskReconciliation wish) {
        Run run = Run.asked(
                        ids.next(),
                        clock.instant(),
                        caller.name(),
                        wish.touchpoint(),
                        wish.yearMonth(),
                        wish.mostRepaired())
                .withRespondents(wish.bringsBackRespondents());
        if (!runs.open(run)) {
            throw new ReconciliationUnderWay();
        }
        return RestResponse.ResponseBuilder.<ReconciliationView>created(URI.create(PATH + run.id()))
                .entity(ReconciliationView.of(run))
                .build();
    }

    @GET
    @Operation(operationId = "listReconciliations", summary = "Recounts of the last ninety days, the latest first")
    public PagedView<ReconciliationView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        Cursor start = Cursor.decode(cursor, 1);
        List<Run> latest = runs.latest(start == null ? null : start.uuid(0), limit + 1);
        return PagedView.of(latest, limit, ReconciliationView::of, last -> Cursor.encode(last.id()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getReconciliation", summary = "One recount with the differences that it found")
    public ReconciliationReport get(@PathParam("id") UUID id) {
        Run run = runs.find(id).orElseThrow(NotFound::new);
        List<RunTable.Kept> differences = runs.differences(id);
        return ReconciliationReport.of(run, differences, labels(differences));
    }

    private ReconciliationReport.Labels labels(List<RunTable.Kept> differences) {
        Map<Integer, String> touchpointKeys =
                touchpoints.all().stream().collect(Collectors.toMap(Touchpoint::id, Touchpoint::key));
        Map<Integer, String> surveyLabels =
                surveys.all().stream().collect(Collectors.toMap(SurveyVersion::id, SurveyVersion::label));
        Map<Integer, String> channelNames = channels.all();
        var segments = profiles.segmentsOf(differences.stream()
                .map(kept -> kept.difference().tally().profile())
                .collect(Collectors.toSet()));
        return new ReconciliationReport.Labels(
                touchpointKeys::get,
                surveyLabels::get,
                channelNames::get,
                profile -> segments.getOrDefault(profile, java.util.Set.of()).stream()
                        .sorted()
                        .collect(Collectors.toMap(
                                Segment::dimension,
                                Segment::value,
                                (one, other) -> one,
                                java.util.LinkedHashMap::new)));
    }
}
