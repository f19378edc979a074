package io.aftertouch.feedback.response;

import java.time.ZoneId;
import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.SurveyRef;
import io.aftertouch.feedback.catalog.SurveyVersion;
import io.aftertouch.platform.access.Scopes;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The latest comments that fit the filters of the list of answers, as a part of another page: the page of a touchpoint's scores shows it. */
@Path("/responses/comments")
@Produces(MediaType.TEXT_HTML)
class LatestCommentsPages {

    private static final int LOOKED_THROUGH = 200;
    private static final int SHOWN = 6;

    private final ResponseReading reading;
    private final Catalog catalog;
    private final ZoneId zone;

    LatestCommentsPages(ResponseReading reading, Catalog catalog, ZoneId zone) {
        this.reading = reading;
        this.catalog = catalog;
        this.zone = zone;
    }

    @CheckedTemplate(basePath = "response")
    static class Templates {

        private Templates() {}

        static native TemplateInstance comments(List<ResponsesPage.Row> rows, int lookedThrough);
    }

    @GET
    @PermissionsAllowed(Scopes.RESPONSES_READ)
    @Operation(hidden = true)
    public TemplateInstance latest(@BeanParam ResponsesFilter filter) {
        List<ResponsesPage.Row> rows = reading.page(filter.filter(zone), null, LOOKED_THROUGH).items().stream()
                .filter(response -> response.comment() != null)
                .limit(SHOWN)
                .map(this::row)
                .toList();
        return Templates.comments(rows, LOOKED_THROUGH);
    }

    private ResponsesPage.Row row(ResponseView response) {
        return new ResponsesPage.Row(
                response,
                response.touchpoint(),
                catalog.survey(new SurveyRef(response.survey(), response.surveyVersion()))
                        .map(SurveyVersion::scale)
                        .orElseThrow()
                        .max());
    }
}
