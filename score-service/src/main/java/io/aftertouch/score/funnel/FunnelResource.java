package io.aftertouch.score.funnel;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.catalog.Touchpoints;
import io.aftertouch.score.report.QueryReader;
import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** How far asking comes. */
@Path("/api/v1/funnel")
@Tag(name = "Scores")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(Scopes.SCORES_READ)
class FunnelResource {

    private static final int USUAL_DAYS = 28;
    private static final int MOST_DAYS = 3_660;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;
    private static final String A_DAY = "must be a date, as in 2026-11-21";

    private final Funnels funnels;
    private final Touchpoints touchpoints;
    private final Clock clock;

    FunnelResource(Funnels funnels, Touchpoints touchpoints, Clock clock) {
        this.funnels = funnels;
        this.touchpoints = touchpoints;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "getFunnel",
            summary = "How many were judged, invited, reached and answered, per touchpoint and day",
            description =
                    "Of the invitations that were scheduled in the period, which is the last 28 days unless said otherwise. Answers behind public"
                            + " links and from other systems had no invitation and are not among them.")
    public FunnelView funnel(
            @Parameter(description = "Keys of touchpoints; any of them.") @RestQuery List<String> touchpoint,
            @Parameter(description = "First day of UTC, as in 2026-11-01.") @RestQuery String from,
            @Parameter(description = "First day that no longer counts.") @RestQuery String to,
            @Parameter(
                            description = "day tells each day too.",
                            schema = @Schema(type = SchemaType.STRING, defaultValue = "none"))
                    @RestQuery
                    String interval) {
        QueryReader reader = new QueryReader();
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        LocalDate end = reader.optional("to", to, tomorrow, FunnelResource::day, A_DAY);
        LocalDate start = reader.optional("from", from, end.minusDays(USUAL_DAYS), FunnelResource::day, A_DAY);
        boolean byDay = reader.optional("interval", interval, false, FunnelResource::byDay, "must be day or none");
        Set<String> asked = reader.values("touchpoint", touchpoint);
        if (!start.isBefore(end)) {
            reader.wrong("to", "must be after from");
        } else if (start.plusDays(MOST_DAYS).isBefore(end)) {
            reader.wrong("to", "must be at most ten years after from");
        }
        reader.throwIfWrong();
        List<Touchpoint> wanted = touchpoints.all().stream()
                .filter(one -> asked.isEmpty() || asked.contains(one.key()))
                .toList();
        return new FunnelView(
                start,
                end,
                funnels.at(wanted, start, end).stream()
                        .map(funnel -> FunnelView.view(funnel, byDay))
                        .toList());
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(text);
        }
        return day;
    }

    private static boolean byDay(String word) {
        return switch (word) {
            case "day" -> true;
            case "none" -> false;
            default -> throw new IllegalArgumentException(word);
        };
    }
}
