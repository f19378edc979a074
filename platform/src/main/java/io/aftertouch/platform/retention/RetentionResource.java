package io.aftertouch.platform.retention;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/personal-data/retention")
@Tag(name = "Personal data")
@Produces(MediaType.APPLICATION_JSON)
class RetentionResource {

    private final Retention retention;

    RetentionResource(Retention retention) {
        this.retention = retention;
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(
            operationId = "listRetention",
            summary = "How long this service keeps data about people, and how old the oldest is",
            description = "Asked by survey-service, which answers for all services at /api/v1/retention.")
    public List<RetentionView> list() {
        return retention.overview();
    }
}
