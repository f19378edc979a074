package io.aftertouch.survey.decision;

import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.survey.judging.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the judgements of one group.
 *
 * @param group a touchpoint, or a value of the dimension; null where the dimension is not known, {@code other} for the values beyond the most
 *     frequent 200
 * @param judged how often a rule was judged for an event; what was deferred and judged again counts once
 * @param invited of these
 * @param waiting invitations that are not due yet, or on their way
 * @param sent invitations that went out or were handed out
 * @param answered of these
 * @param notInvited why not, the most frequent first
 * @param notSent why invitations were not sent after all, the most frequent first
 */
@Schema(name = "CoverageGroup")
@JsonInclude(JsonInclude.Include.ALWAYS)
record CoverageRow(
        String group,
        long judged,
        long invited,
        long waiting,
        long sent,
        long answered,
        List<Why> notInvited,
        List<Why> notSent) {

    /** How often a reason was given; what is deferred and still open has {@code DEFERRED_TO}. */
    @Schema(name = "CoverageReason")
    record Why(Reason reason, long count) {

        static final Comparator<Why> MOST_FREQUENT_FIRST =
                Comparator.comparingLong(Why::count).reversed().thenComparing(Why::reason);
    }
}
