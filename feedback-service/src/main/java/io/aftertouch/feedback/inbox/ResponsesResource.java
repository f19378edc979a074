package io.aftertouch.feedback.inbox;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.feedback.catalog.Touchpoint;
import io.aftertouch.feedback.response.ResponseRepository;
import io.aftertouch.feedback.response.SurveyResponse;
import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.paging.Cursor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The list of all answers, latest first, as a page. */
@Path("/responses")
@Produces(MediaType.TEXT_HTML)
class ResponsesResource {

    private static final int ROWS = 50;

    private final ResponseRepository responses;
    private final Catalog catalog;
    private final ZoneId zone;

    ResponsesResource(ResponseRepository responses, Catalog catalog, ZoneId zone) {
        this.responses = responses;
        this.catalog = catalog;
        this.zone = zone;
    }

    @CheckedTemplate(basePath = "inbox")
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
        List<SurveyResponse> found = responses.latest(filter.filter(zone), Cursor.decode(filter.after(), 2), ROWS + 1);
        List<SurveyResponse> shown = found.size() > ROWS ? found.subList(0, ROWS) : found;
        String next = found.size() > ROWS
                ? "/responses?" + filter.query(ResponseRepository.cursorAfter(shown.getLast()))
                : null;
        return Templates.responses(new ResponsesPage(
                filter,
                shown.stream().map(response -> row(response, names)).toList(),
                next,
                touchpoints,
                catalog.surveyKeys()));
    }

    private ResponsesPage.Row row(SurveyResponse response, Map<String, String> names) {
        return new ResponsesPage.Row(
                response,
                names.getOrDefault(response.touchpoint(), response.touchpoint()),
                catalog.survey(response.survey())
                        .map(SurveyVersion::scale)
                        .orElseThrow()
                        .max());
    }
}
