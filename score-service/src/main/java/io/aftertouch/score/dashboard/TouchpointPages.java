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
import io.aftertouch.score.metric.Scale;
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
        return file(csv, "touchpoint-scores.csv");
    }

    /** How far asking came, day by day. */
    @GET
    @Path("funnel.csv")
    @Produces("text/csv")
    public Response funnel(
            @PathParam("key") String key,
            @RestQuery String period,
            @RestQuery List<String> segment,
            @RestQuery List<String> channel) {
        Csv csv = new Csv("touchpoint", "day", "judged", "invited", "sent", "delivered", "answered");
        details.funnel(key, Filter.read(period, segment, channel)).ifPresent(funnel -> funnel.days()
                .forEach((day, passage) -> csv.row(List.of(
                        key,
                        day,
                        passage.judged(),
                        passage.invited(),
                        passage.sent(),
                        passage.delivered(),
                        passage.answered()))));
        return file(csv, "funnel.csv");
    }

    @GET
    @Path("distribution.csv")
    @Produces("text/csv")
    public Response distribution(
            @PathParam("key") String key,
            @RestQuery String period,
            @RestQuery List<String> segment,
            @RestQuery List<String> channel) {
        Csv csv = new Csv("touchpoint", "metric", "scale", "score", "band", "answers");
        for (ScoreReport.Group group : details.undivided(key, Filter.read(period, segment, channel))) {
            Scale scale = group.scale();
            group.buckets().getFirst().shown().ifPresent(score -> {
                for (int value = scale.min(); value <= scale.max(); value++) {
                    csv.row(List.of(
                            key,
                            scale.metric(),
                            scale.key(),
                            value,
                            scale.band(value),
                            score.counts().at(value)));
                }
            });
        }
        return file(csv, "distribution.csv");
    }

    @GET
    @Path("segments.csv")
    @Produces("text/csv")
    public Response segments(
            @PathParam("key") String key,
            @RestQuery String period,
            @RestQuery List<String> segment,
            @RestQuery List<String> channel) {
        Csv csv = new Csv(Stream.concat(Stream.of("touchpoint", "segment"), ScoreTable.COLUMNS.stream())
                .toArray(String[]::new));
        for (HeatCells.CellScore cell : details.cells(Filter.read(period, segment, channel))) {
            List<Object> row = new ArrayList<>(List.of(cell.touchpoint(), cell.segment()));
            row.addAll(ScoreTable.cells(cell.group(), cell.group().buckets().getFirst()));
            csv.row(row);
        }
        return file(csv, "segments.csv");
    }

    private static Response file(Csv csv, String name) {
        return Response.ok(csv.toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
