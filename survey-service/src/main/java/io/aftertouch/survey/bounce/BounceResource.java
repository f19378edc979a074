package io.aftertouch.survey.bounce;

import java.io.InputStream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Operation(
            operationId = "reportBounce",
            summary = "Say that an e-mail came back",
            description =
                    "For whatever reads the bounce mailbox. A HARD bounce marks the address, so that it is not written to until the respondent has"
                            + " another one, and the invitation becomes BOUNCED; its form still takes an answer. The same report twice has its effect once."
                            + " The report of a mail server (RFC 3464) is taken as it is: the whole e-mail as message/rfc822, its body as multipart/report,"
                            + " or only the part message/delivery-status. What failed because there is no such mailbox is HARD, what failed otherwise or is"
                            + " delayed is SOFT.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ReportBounce.class)),
                @Content(mediaType = DeliveryReport.STATUS, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = DeliveryReport.REPORT, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = DeliveryReport.MESSAGE, schema = @Schema(type = SchemaType.STRING))
            })
    public BounceView report(@NotNull @Valid ReportBounce bounce) {
        return reporting.report(bounce, caller.name());
    }

    @POST
    @Consumes({DeliveryReport.STATUS, DeliveryReport.REPORT, DeliveryReport.MESSAGE})
    @PermissionsAllowed(Scopes.EVENTS_WRITE)
    @Operation(hidden = true)
    public BounceView report(@HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body) {
        return reporting.report(DeliveryReport.read(type, body), caller.name());
    }
}
