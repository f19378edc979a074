package io.aftertouch.score.improvement;

import java.time.Instant;
import java.util.List;

import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.edit.PageForm;

/**
 * The improvements, newest first.
 *
 * @param touchpoint the key of the touchpoint that they are filtered by, empty for all
 * @param next address of the older ones, null when there are none
 */
public record ImprovementsPage(
        Instant asOf,
        List<ImprovementRow> rows,
        String touchpoint,
        List<Option> touchpoints,
        List<Option> metrics,
        PageForm form,
        String next,
        boolean mayChange) {

    public boolean canAdd() {
        return mayChange && !touchpoints.isEmpty();
    }
}
