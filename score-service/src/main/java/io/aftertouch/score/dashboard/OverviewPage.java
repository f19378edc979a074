package io.aftertouch.score.dashboard;

import java.time.Instant;
import java.util.List;

import io.aftertouch.score.catalog.OpenCases.Waiting;

/** The home page: what is hot, and how every touchpoint does. */
public record OverviewPage(
        String title,
        String lead,
        Instant asOf,
        FilterForm filters,
        String filterQuery,
        List<HotCard> hotSpots,
        List<ScaleRows> scales,
        List<Row> unanswered) {

    /** Touchpoints rated on one scale. */
    public record ScaleRows(String title, String range, List<Row> rows) {}

    /** One touchpoint on one scale. The spark line is null when there is too little to draw. */
    public record Row(String key, String name, String where, boolean hot, Figure figure, Spark spark, Waiting cases) {}
}
