package io.aftertouch.score.improvement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.edit.PageForm;
import io.aftertouch.score.dashboard.Figure;

/**
 * One improvement, what answers say about it, what it returned, and the form that changes it.
 *
 * @param finding what answers say, in words
 * @param others the touchpoints that can be compared with
 */
public record ImprovementPage(
        ImprovementRow row,
        String description,
        String finding,
        String span,
        List<Line> lines,
        List<Link> meanwhile,
        List<MoneyLine> money,
        List<Option> others,
        int version,
        String createdBy,
        Instant createdAt,
        Instant asOf,
        PageForm form,
        boolean mayChange) {

    /** A touchpoint before and after; the change is empty where it cannot be said. */
    public record Line(String touchpoint, String name, boolean changed, Figure before, Figure after, String change) {}

    /** Another improvement. */
    public record Link(UUID id, String name, String place, String changedOn) {}
}
