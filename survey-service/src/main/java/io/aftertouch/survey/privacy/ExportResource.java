package io.aftertouch.survey.privacy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.survey.respondent.RespondentPath;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/respondents/{ref}/export")
@Tag(name = "Respondents")
@Produces(MediaType.APPLICATION_JSON)
class ExportResource {

    private final Exporting exporting;
    private final Caller caller;
    private final CurrentVertxRequest current;

    ExportResource(Exporting exporting, Caller caller, CurrentVertxRequest current) {
        this.exporting = exporting;
        this.caller = caller;
        this.current = current;
    }

    @GET
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "exportRespondent",
            summary = "All that the suite keeps about a respondent, from every service",
            description =
                    "Either all of it or a 503 that names the services that did not answer. Also takes references that are not known here:"
                            + " other services may know answers that were given under them. Who exported and when is written down.")
    @APIResponse(
            responseCode = "200",
            description = "All of it",
            content = @Content(schema = @Schema(implementation = RespondentExport.class)))
    public RestResponse<RespondentExport> export(@PathParam("ref") String segment) {
        String ref = RespondentPath.ref(segment).orElseThrow(NotFound::new);
        return RestResponse.ResponseBuilder.ok(exporting.export(
                        ref, caller.name(), Credentials.of(current.getCurrent().request())))
                .header("Cache-Control", "no-store")
                .build();
    }
}
