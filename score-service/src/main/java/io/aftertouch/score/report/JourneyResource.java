package io.aftertouch.score.report;

import java.time.Clock;
import java.time.Instant;
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

/** The customer's way through all touchpoints. */
@Path("/api/v1/journey")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scores")
public class JourneyResource {

    private final Standings standings;
    private final SegmentProfiles known;
    private final Clock clock;
    private final ZoneId installationZone;

    JourneyResource(Standings standings, SegmentProfiles known, Clock clock, ZoneId zone) {
        this.standings = standings;
        this.known = known;
        this.clock = clock;
        this.installationZone = zone;
    }

    @GET
    @PermissionsAllowed(Scopes.SCORES_READ)
    @APIResponse(responseCode = "200", description = "The journey; its ETag stays while its scores do.")
    @APIResponse(responseCode = "304", description = "If-None-Match names the ETag of this answer.")
    @Operation(operationId = "getJourney", summary = "The stages of the journey with their touchpoints and scores")
    public JourneyView journey(@BeanParam JourneyParameters parameters) {
        QueryReader reader = new QueryReader();
        ZoneId zone = reader.zone("timeZone", parameters.timeZone, installationZone);
        Instant from = reader.instant("from", parameters.from, zone);
        Instant to = reader.instant("to", parameters.to, zone);
        reader.checkRange("to", from, to);
        var segments = reader.segments("segment", parameters.segment, known::hasDimension);
        var channels = reader.values("channel", parameters.channel);
        reader.throwIfWrong();
        return JourneyView.of(clock.instant(), standings.of(segments, channels, from, to));
    }
}
