package io.aftertouch.survey.privacy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/retention")
@Tag(name = "Personal data")
@Produces(MediaType.APPLICATION_JSON)
class RetentionOverviewResource {

    private final RetentionOverview overview;
    private final CurrentVertxRequest current;

    RetentionOverviewResource(RetentionOverview overview, CurrentVertxRequest current) {
        this.overview = overview;
        this.current = current;
    }

    @GET
    @PermissionsAllowed(Scopes.CONFIG_READ)
    @Operation(
            operationId = "getRetention",
            summary = "How long every service keeps data about people, and how old the oldest is",
            description = "A service that does not answer is named under missing.")
    public RetentionOverview.Overview overview() {
        return overview.asked(Credentials.of(current.getCurrent().request()));
    }
}
