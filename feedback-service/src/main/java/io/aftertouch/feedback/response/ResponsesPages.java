package io.aftertouch.feedback.response;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.SurveyRef;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Touchpoint;
import io.aftertouch.platform.access.Caller;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.paging.Cursor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list of all answers, latest first, as a page. */
@Path("/responses")
@Produces(MediaType.TEXT_HTML)
class ResponsesPages {

    private static final int ROWS = 50;

    private final ResponseReading reading;
    private final ResponseExport export;
    private final Catalog catalog;
    private final CurrentVertxRequest current;
    private final Caller caller;
    private final ZoneId zone;

    ResponsesPages(
            ResponseReading reading,
            ResponseExport export,
            Catalog catalog,
            CurrentVertxRequest current,
            Caller caller,
            ZoneId zone) {
        this.reading = reading;
        this.export = export;
        this.catalog = catalog;
        this.current = current;
        this.caller = caller;
        this.zone = zone;
    }

    @CheckedTemplate(basePath = "response")
    static class Templates {

        private Templates() {}

        static native TemplateInstance responses(ResponsesPage page);
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    @Operation(hidden = true)
    public TemplateInstance list(@BeanParam ResponsesFilter filter) {
        List<Touchpoint> touchpoints = catalog.touchpoints();
        Map<String, String> names = touchpoints.stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
        var found = reading.page(filter.filter(zone), Cursor.decode(filter.after(), 2), ROWS);
        return Templates.responses(new ResponsesPage(
                filter,
                filter.firstDay(zone),
                filter.lastDay(zone),
                found.items().stream().map(response -> row(response, names)).toList(),
                found.next() == null ? null : "/responses?" + filter.query(found.next()),
                found.items().size() == ROWS,
                caller.may(Scopes.RESPONSES_WRITE),
                touchpoints,
                catalog.surveyKeys()));
    }

    /** For spreadsheets: with a byte order mark, so that each of them reads it as UTF-8. */
    @GET
    @Path("/export.csv")
    @Produces("text/csv")
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    @Operation(hidden = true)
    public Response csv(@BeanParam ResponsesFilter filter) {
        return file(filter, ExportFormat.CSV);
    }

    @GET
    @Path("/export.ndjson")
    @Produces("application/x-ndjson")
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    @Operation(hidden = true)
    public Response ndjson(@BeanParam ResponsesFilter filter) {
        return file(filter, ExportFormat.NDJSON);
    }

    private Response file(ResponsesFilter filter, ExportFormat format) {
        return ExportStream.response(
                export.of(filter.filter(zone), format, true),
                format.mediaType(),
                format.fileName(),
                current.getCurrent().request().connection());
    }

    private ResponsesPage.Row row(ResponseView response, Map<String, String> names) {
        return new ResponsesPage.Row(
                response,
                names.getOrDefault(response.touchpoint(), response.touchpoint()),
                catalog.survey(new SurveyRef(response.survey(), response.surveyVersion()))
                        .map(SurveyVersion::scale)
                        .orElseThrow()
                        .max());
    }
}
