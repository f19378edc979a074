package io.aftertouch.feedback.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The loop figures as the API shows them. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "LoopFigures",
        description = "How the loop is closed for the cases that were opened in a period; spam is left out.")
record LoopView(
        Instant from,
        Instant to,
        Grouping groupBy,
        GroupView total,
        List<GroupView> groups,
        List<RootCause> rootCauses) {

    /** The figures of one touchpoint or team, or of all cases. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "LoopGroup")
    record GroupView(
            @Schema(description = "Key of the touchpoint or team; null for cases without a team, and in total.")
            String group,

            long opened,

            @Schema(description = "How many somebody has had.")
            long taken,

            long resolved,

            @Schema(description = "How many were taken by their due time.")
            long inTime,

            @Schema(description = "How many were taken after it, or should have been taken by now.")
            long late,

            @Schema(description = "For how many the customer was spoken or written with.")
            long contacted,

            @Schema(description = "Median time from opening to first contact in seconds; null without contact.")
            Long medianSecondsToFirstContact,

            @Schema(description = "How many customers were asked again after their case was resolved.")
            long askedAgain,

            @Schema(description = "How many of them answered.")
            long answeredAgain,

            @Schema(description = "How many of these answers are not negative.")
            long recovered) {

        static GroupView of(LoopFigures figures) {
            Duration median = figures.firstContact();
            return new GroupView(
                    figures.group(),
                    figures.opened(),
                    figures.taken(),
                    figures.resolved(),
                    figures.inTime(),
                    figures.late(),
                    figures.contacted(),
                    median == null ? null : median.toSeconds(),
                    figures.recoveries().asked(),
                    figures.recoveries().answered(),
                    figures.recoveries().recovered());
        }
    }

    static LoopView of(
            Period period, Grouping by, LoopFigures total, List<LoopFigures> groups, List<RootCause> rootCauses) {
        return new LoopView(
                period.from(),
                period.to(),
                by,
                GroupView.of(total),
                groups.stream().map(GroupView::of).toList(),
                rootCauses);
    }
}
