package io.aftertouch.survey.erasure;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.edit.NotFound;
import io.aftertouch.survey.respondent.RespondentPath;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/respondents/{ref}")
@Tag(name = "Respondents")
class ErasureResource {

    private final Erasing erasing;
    private final Caller caller;

    ErasureResource(Erasing erasing, Caller caller) {
        this.erasing = erasing;
        this.caller = caller;
    }

    @DELETE
    @PermissionsAllowed(Scopes.ADMIN)
    @Operation(
            operationId = "eraseRespondent",
            summary = "Erase a respondent for good",
            description =
                    "Removes the person and whatever is personal in events, invitations and decisions, cancels what waits to be sent,"
                            + " and tells the other services. Reference and addresses are remembered only sealed, so that later events and imports"
                            + " do not bring the person back. Also takes references that are not known here. Doing so twice is doing so once.")
    public void erase(@PathParam("ref") String segment) {
        erasing.erase(RespondentPath.ref(segment).orElseThrow(NotFound::new), caller.name());
    }
}
