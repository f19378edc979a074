package io.aftertouch.score.dashboard;

import java.time.Instant;
import java.util.List;

import io.aftertouch.score.catalog.OpenCases.Waiting;

/** Everything about one touchpoint, for each scale it was rated on. The funnel is null where nobody was asked. */
public record TouchpointPage(
        String key,
        String rawKey,
        String name,
        String stage,
        String lead,
        Instant asOf,
        FilterForm filters,
        String filterQuery,
        String commentsQuery,
        List<HotCard> hotSpots,
        Waiting cases,
        List<Rating> ratings,
        FunnelFigure funnel,
        HeatMap heatMap) {

    /** The touchpoint on one scale. Chart and distribution are null when there is nothing that may be shown. */
    public record Rating(
            String metric, String range, String period, Figure figure, Chart chart, Distribution distribution) {}
}
