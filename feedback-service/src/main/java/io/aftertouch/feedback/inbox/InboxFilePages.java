package io.aftertouch.feedback.inbox;

import java.time.Clock;
import java.time.ZoneId;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.response.ExportStream;
import io.aftertouch.feedback.review.CaseExport;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the inbox shows as a file for spreadsheets: with a byte order mark, so that each of them reads it as UTF-8. */
@Path(InboxFilePages.PATH)
class InboxFilePages {

    static final String PATH = "/inbox/export.csv";

    private final CaseExport export;
    private final Caller caller;
    private final Clock clock;
    private final ZoneId zone;
    private final CurrentVertxRequest current;

    InboxFilePages(CaseExport export, Caller caller, Clock clock, ZoneId zone, CurrentVertxRequest current) {
        this.export = export;
        this.caller = caller;
        this.clock = clock;
        this.zone = zone;
        this.current = current;
    }

    @GET
    @Produces("text/csv")
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.RESPONSES_READ})
    @Operation(hidden = true)
    public Response csv(@BeanParam InboxFilter filter) {
        return ExportStream.response(
                export.of(filter.filter(caller.name(), clock, zone), filter.order(), true),
                CaseExport.MEDIA_TYPE,
                CaseExport.FILE_NAME,
                current.getCurrent().request().connection());
    }
}
