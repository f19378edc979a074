package io.aftertouch.score.dashboard;

import java.time.Instant;
import java.util.List;

/** Two periods or two groups side by side, on each scale that both were rated on. */
public record ComparisonPage(
        String lead, Instant asOf, FilterForm filters, String csvQuery, String problem, List<Rating> ratings) {

    /** One scale; the finding says what differs and how sure that is. */
    public record Rating(String title, String range, String finding, String test, List<Side> sides) {}

    /** One of the two, by what tells it from the other. */
    public record Side(String name, String when, Figure figure) {}
}
