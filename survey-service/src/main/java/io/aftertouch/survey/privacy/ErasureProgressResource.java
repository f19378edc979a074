package io.aftertouch.survey.privacy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.survey.respondent.RespondentPath;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/respondents/{ref}/erasure")
@Tag(name = "Respondents")
@Produces(MediaType.APPLICATION_JSON)
class ErasureProgressResource {

    private final ErasureProgress progress;
    private final CurrentVertxRequest current;

    ErasureProgressResource(ErasureProgress progress, CurrentVertxRequest current) {
        this.progress = progress;
        this.current = current;
    }

    @GET
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "getErasure",
            summary = "Whether an erasure is finished, in every service",
            description =
                    "Each service is asked whether it still keeps anything under the reference. 404 when nobody with it was erased.")
    public ErasureProgress.Progress of(@PathParam("ref") String segment) {
        String ref = RespondentPath.ref(segment).orElseThrow(NotFound::new);
        return progress.of(ref, Credentials.of(current.getCurrent().request())).orElseThrow(NotFound::new);
    }
}
