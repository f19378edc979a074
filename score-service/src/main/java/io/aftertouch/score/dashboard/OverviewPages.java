package io.aftertouch.score.dashboard;

import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.report.Standing;
import io.aftertouch.score.report.Standings;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;

/** The home page of the dashboards. */
@Path("/")
@PermissionsAllowed(Scopes.SCORES_READ)
public class OverviewPages {

    private final Overview overview;
    private final Standings standings;
    private final Touchpoints touchpoints;
    private final Clock clock;
    private final URI publicAddress;
    private final Template home;
    private final Template start;

    OverviewPages(
            Overview overview,
            Standings standings,
            Touchpoints touchpoints,
            Clock clock,
            @ConfigProperty(name = "aftertouch.public-address") URI publicAddress,
            @Location("home") Template home,
            @Location("start") Template start) {
        this.overview = overview;
        this.standings = standings;
        this.touchpoints = touchpoints;
        this.clock = clock;
        this.publicAddress = publicAddress;
        this.home = home;
        this.start = start;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home(
            @RestQuery String period, @RestQuery List<String> segment, @RestQuery List<String> channel) {
        Filter filter = Filter.read(period, segment, channel);
        if (standings.nothingYet()) {
            return start.data("page", start());
        }
        return home.data("page", overview.page(filter));
    }

    @GET
    @Path("scores.csv")
    @Produces("text/csv")
    public Response csv(@RestQuery String period, @RestQuery List<String> segment, @RestQuery List<String> channel) {
        Csv csv = new Csv(Stream.of(
                        Stream.of("touchpoint", "name", "stage", "channel"),
                        ScoreTable.COLUMNS.stream(),
                        Stream.of("openCases", "lateCases"))
                .flatMap(columns -> columns)
                .toArray(String[]::new));
        for (Standing standing : overview.standings(Filter.read(period, segment, channel))) {
            standing.group().ifPresent(group -> {
                Touchpoint touchpoint = standing.touchpoint();
                List<Object> row = new ArrayList<>(
                        Arrays.asList(touchpoint.key(), touchpoint.name(), touchpoint.stage(), touchpoint.channel()));
                row.addAll(ScoreTable.cells(group, group.buckets().getFirst()));
                row.add(standing.cases().open());
                row.add(standing.cases().late());
                csv.row(row);
            });
        }
        return Response.ok(csv.toString())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"scores.csv\"")
                .build();
    }

    private StartPage start() {
        List<Touchpoint> all = touchpoints.all();
        String touchpoint =
                all.isEmpty() ? "support.ticket-closed" : all.getFirst().key();
        return new StartPage(publicAddress.toString(), !all.isEmpty(), """
                curl -X POST %s/api/v1/events \\
                  -H "Authorization: Bearer $AFTERTOUCH_KEY" \\
                  -H "Content-Type: application/json" \\
                  -d '{
                    "id": "4711", "source": "helpdesk",
                    "touchpoint": "%s",
                    "occurredAt": "%s",
                    "respondent": {"ref": "r-17", "locale": "da",
                                   "email": "you@nordlys.example"},
                    "segments": {"country": "DK", "plan": "pro"}
                  }'""".formatted(
                        publicAddress, touchpoint, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    }
}
