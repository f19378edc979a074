package io.aftertouch.score.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.score.report.ScoreReport;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.RestQuery;

/** The page of one touchpoint. */
@Path("/touchpoint/{key}")
@PermissionsAllowed(Scopes.SCORES_READ)
public class TouchpointPages {

    private final TouchpointDetails details;
    private final Template template;

    TouchpointPages(TouchpointDetails details, @Location("touchpoint") Template template) {
        this.details = details;
        this.template = template;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance touchpoint(
            @PathParam("key") String key,
            @RestQuery String period,
            @RestQuery List<String> segment,
            @RestQuery List<String> channel) {
        return template.data("page", details.page(key, Filter.read(period, segment, channel)));
    }

    @GET
    @Path("scores.csv")
    @Produces("text/csv")
    public Response csv(
            @PathParam("key") String key,
            @RestQuery String period,
            @RestQuery List<String> segment,
            @RestQuery List<String> channel) {
        Csv csv = new Csv(Stream.concat(Stream.of("touchpoint"), ScoreTable.COLUMNS.stream())
                .toArray(String[]::new));
        for (ScoreReport.Group group : details.series(key, Filter.read(period, segment, channel))) {
            for (ScoreReport.Bucket bucket : group.buckets()) {
                List<Object> row = new ArrayList<>(List.of(key));
                row.addAll(ScoreTable.cells(group, bucket));
                csv.row(row);
            }
        }
        return Response.ok(csv.toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"touchpoint-scores.csv\"")
                .build();
    }
}
