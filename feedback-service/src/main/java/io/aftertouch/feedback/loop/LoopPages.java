package io.aftertouch.feedback.loop;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.feedback.catalog.Touchpoint;
import io.aftertouch.feedback.settings.Settings;
import io.aftertouch.platform.access.Scopes;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;

/** How well the loop is closed, as a page. */
@Path("/inbox/figures")
@Produces(MediaType.TEXT_HTML)
class LoopPages {

    private static final int MOST_CAUSES = 20;
    private static final int USUAL_DAYS = 30;

    private final LoopRepository figures;
    private final Catalog catalog;
    private final Settings settings;
    private final Clock clock;
    private final ZoneId zone;

    LoopPages(LoopRepository figures, Catalog catalog, Settings settings, Clock clock, ZoneId zone) {
        this.figures = figures;
        this.catalog = catalog;
        this.settings = settings;
        this.clock = clock;
        this.zone = zone;
    }

    @CheckedTemplate(basePath = "inbox")
    static class Templates {

        private Templates() {}

        static native TemplateInstance figures(LoopPage page);
    }

    /**
     * What the page shows.
     *
     * @param mistake what is wrong with the days that somebody typed; null when nothing is
     */
    record LoopPage(
            String from, String to, String mistake, LoopFigures total, List<Table> tables, List<RootCause> causes) {}

    /** The figures by touchpoint or by team. */
    record Table(String key, String heading, List<Row> rows) {}

    /** One touchpoint or team. */
    record Row(String name, LoopFigures figures) {}

    @GET
    @PermissionsAllowed({Scopes.CASES_WRITE, Scopes.RESPONSES_READ})
    public Response figures(@QueryParam("from") String from, @QueryParam("to") String to) {
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        LocalDate usual = today.minusDays(USUAL_DAYS - 1L);
        try {
            LocalDate first = day(from, usual);
            LocalDate last = day(to, today);
            Period period = Period.of(start(first), start(last.plusDays(1)), clock.instant());
            return page(200, page(first.toString(), last.toString(), null, period));
        } catch (DateTimeException | InvalidPeriod e) {
            Period period = new Period(start(usual), start(today.plusDays(1)));
            String mistake =
                    "The days must follow each other, as 2026-11-21, and lie at most a year apart. These are the last thirty days.";
            return page(422, page(from, to, mistake, period));
        }
    }

    private LoopPage page(String from, String to, String mistake, Period period) {
        Instant now = clock.instant();
        Map<String, String> touchpoints =
                catalog.touchpoints().stream().collect(Collectors.toMap(Touchpoint::key, Touchpoint::name));
        return new LoopPage(
                from,
                to,
                mistake,
                figures.total(period, now),
                List.of(
                        table(
                                Grouping.TOUCHPOINT,
                                "By touchpoint",
                                period,
                                now,
                                key -> touchpoints.getOrDefault(key, key)),
                        table(
                                Grouping.TEAM,
                                "By team",
                                period,
                                now,
                                key -> key == null
                                        ? "No team"
                                        : settings.teams().nameOf(key))),
                figures.rootCauses(period, MOST_CAUSES));
    }

    private Table table(Grouping by, String heading, Period period, Instant now, Function<String, String> name) {
        return new Table(
                "by-" + by.name().toLowerCase(Locale.ROOT),
                heading,
                figures.by(by, period, now).stream()
                        .map(group -> new Row(name.apply(group.group()), group))
                        .toList());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static LocalDate day(String typed, LocalDate usual) {
        return typed == null || typed.isBlank() ? usual : LocalDate.parse(typed.strip());
    }

    private static Response page(int status, LoopPage page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.figures(page).render())
                .build();
    }
}
