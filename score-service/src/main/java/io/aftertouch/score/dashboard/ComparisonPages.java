package io.aftertouch.score.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.report.ComparisonReport;
import io.aftertouch.score.report.ScoreReport;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import org.jboss.resteasy.reactive.RestQuery;

/** Two periods or two groups side by side. */
@Path("/comparison")
@PermissionsAllowed(Scopes.SCORES_READ)
public class ComparisonPages {

    private final ComparisonDetails details;
    private final Template template;

    ComparisonPages(ComparisonDetails details, @Location("comparison") Template template) {
        this.details = details;
        this.template = template;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance comparison(
            @RestQuery String period,
            @RestQuery String touchpoint,
            @RestQuery String group,
            @RestQuery String against) {
        return template.data("page", details.page(ComparisonChoice.read(period, touchpoint, group, against)));
    }

    @GET
    @Path("scores.csv")
    @Produces("text/csv")
    public Response csv(
            @RestQuery String period,
            @RestQuery String touchpoint,
            @RestQuery String group,
            @RestQuery String against) {
        Csv csv = new Csv(Stream.of(
                        Stream.of("side"),
                        ScoreTable.COLUMNS.stream(),
                        Stream.of("effect", "effectLow", "effectHigh", "p", "test"))
                .flatMap(columns -> columns)
                .toArray(String[]::new));
        for (ComparisonReport report : details.reports(ComparisonChoice.read(period, touchpoint, group, against))) {
            csv.row(row("first", report, report.first()));
            csv.row(row("second", report, report.second()));
        }
        return Response.ok(csv.toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"comparison.csv\"")
                .build();
    }

    private static List<Object> row(String side, ComparisonReport report, ScoreReport.Bucket bucket) {
        List<Object> row = new ArrayList<>(List.of(side));
        row.addAll(ScoreTable.cells(
                new ScoreReport.Group(null, null, report.scale().orElseThrow(), List.of(bucket)), bucket));
        row.addAll(report.difference().map(ComparisonPages::numbers).orElseGet(() -> Arrays.asList(new Object[5])));
        return row;
    }

    private static List<Object> numbers(Comparison difference) {
        return List.of(difference.effect(), difference.low(), difference.high(), difference.p(), difference.method());
    }
}
