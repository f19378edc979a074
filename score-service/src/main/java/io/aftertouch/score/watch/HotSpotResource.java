package io.aftertouch.score.watch;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where it is going wrong now. */
@Path("/api/v1/hotspots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hot spots")
public class HotSpotResource {

    private final HotSpots hotSpots;

    HotSpotResource(HotSpots hotSpots) {
        this.hotSpots = hotSpots;
    }

    @GET
    @PermissionsAllowed(Scopes.SCORES_READ)
    @Operation(
            operationId = "getHotSpots",
            summary = "Touchpoints and segments whose share of negative answers has risen significantly")
    public HotSpotsView hotSpots() {
        return HotSpotsView.of(hotSpots.current());
    }
}
