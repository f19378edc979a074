package io.aftertouch.survey.bounce;

import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/bounces")
@Tag(name = "Bounces")
class BounceResource {

    private final BounceReporting reporting;
    private final Caller caller;

    BounceResource(BounceReporting reporting, Caller caller) {
        this.reporting = reporting;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "reportBounce",
            summary = "Say that an e-mail came back",
            description =
                    "For whatever reads the bounce mailbox. A HARD bounce marks the address, so that it is not written to until the respondent has"
                            + " another one, and the invitation becomes BOUNCED; its form still takes an answer. The same report twice has its effect once.")
    public BounceView report(@Valid ReportBounce bounce) {
        return reporting.report(bounce, caller.name());
    }
}
