package io.aftertouch.score.dashboard;

import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.aftertouch.platform.access.Scopes;
import io.aftertouch.platform.page.Dates;
import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.catalog.OpenCases;
import io.aftertouch.score.catalog.OpenCases.Waiting;
import io.aftertouch.score.watch.HotSpotReport;
import io.aftertouch.score.watch.HotSpots;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;

/** Where it is going wrong now, and how many such places there are. */
@Path("/hotspots")
@PermissionsAllowed(Scopes.SCORES_READ)
@Produces(MediaType.TEXT_HTML)
public class HotSpotPages {

    private final HotSpots hotSpots;
    private final OpenCases cases;
    private final Template template;
    private final Template count;

    HotSpotPages(
            HotSpots hotSpots,
            OpenCases cases,
            @Location("hotspots") Template template,
            @Location("hotspots-count") Template count) {
        this.hotSpots = hotSpots;
        this.cases = cases;
        this.template = template;
        this.count = count;
    }

    @GET
    public TemplateInstance hotSpots() {
        HotSpotReport report = hotSpots.current();
        Map<Integer, Waiting> waiting = cases.byTouchpoint();
        return template.data(
                "page",
                new HotSpotsPage(
                        Shown.capital(Shown.counted(report.hotSpots().size(), "hot spot", "hot spots")),
                        "%s %s watched; answers since %s are held against those before."
                                .formatted(
                                        Numbers.shown(report.cells()),
                                        report.cells() == 1 ? "cell" : "cells",
                                        Dates.day(report.window().from())),
                        report.asOf(),
                        report.hotSpots().stream()
                                .map(entry -> HotCard.of(
                                        report,
                                        entry,
                                        waiting.getOrDefault(entry.touchpoint().id(), Waiting.NONE)))
                                .toList()));
    }

    /** The number beside the entry in the navigation; nothing if there is none. */
    @GET
    @Path("count")
    public TemplateInstance count() {
        return count.data("hotSpots", hotSpots.current().hotSpots().size());
    }
}
