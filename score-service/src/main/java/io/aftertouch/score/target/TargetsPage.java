package io.aftertouch.score.target;

import java.time.Instant;
import java.util.List;

import io.aftertouch.platform.edit.Option;
import io.aftertouch.platform.edit.PageForm;

/**
 * The targets, newest first.
 *
 * @param touchpoint the key of the touchpoint that they are filtered by, empty for all
 * @param next address of the older ones, null when there are none
 */
public record TargetsPage(
        String lead,
        Instant asOf,
        List<TargetRow> rows,
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
