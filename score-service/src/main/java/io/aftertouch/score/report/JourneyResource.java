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
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The customer's way through all touchpoints. */
@Path("/api/v1/journey")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scores")
public class JourneyResource {

    private final Standings standings;
    private final Clock clock;
    private final ZoneId installationZone;

    JourneyResource(Standings standings, Clock clock, ZoneId zone) {
        this.standings = standings;
        this.clock = clock;
        this.installationZone = zone;
    }

    @GET
    @PermissionsAllowed(Scopes.SCORES_READ)
    @Operation(operationId = "getJourney", summary = "The stages of the journey with their touchpoints and scores")
    public JourneyView journey(@BeanParam JourneyParameters parameters) {
        QueryReader reader = new QueryReader();
        ZoneId zone = reader.zone("timeZone", parameters.timeZone, installationZone);
        Instant from = reader.instant("from", parameters.from, zone);
        Instant to = reader.instant("to", parameters.to, zone);
        reader.checkRange("to", from, to);
        var segments = reader.segments("segment", parameters.segment);
        var channels = reader.values("channel", parameters.channel);
        reader.throwIfWrong();
        return JourneyView.of(clock.instant(), standings.of(segments, channels, from, to));
    }
}
