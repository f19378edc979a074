package io.aftertouch.survey.erasure;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.platform.paging.PagedView;
import io.aftertouch.survey.respondent.RespondentPath;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/respondents/erasures")
@Tag(name = "Respondents")
class ErasureRequestResource {

    private final ErasureRequests requests;

    ErasureRequestResource(ErasureRequests requests) {
        this.requests = requests;
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONDENTS_READ)
    @Operation(
            operationId = "listErasureRequests",
            summary = "Respondents who asked to be erased, those who wait longest first",
            description =
                    "They asked behind the link of an invitation. DELETE /api/v1/respondents/{ref} carries a request out and ends it.")
    public PagedView<ErasureRequestView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit, @QueryParam("cursor") String cursor) {
        return requests.page(cursor, limit);
    }

    @DELETE
    @Path("/{ref}")
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "setErasureRequestAside",
            summary = "End a request to be erased without erasing anybody",
            description =
                    "For one that the person did not make, or has to be refused. Whoever does so tells the person why.")
    public void setAside(@PathParam("ref") String segment) {
        requests.setAside(RespondentPath.ref(segment).orElseThrow(NotFound::new));
    }
}
