package io.aftertouch.score.funnel;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.score.metric.Interval;
import io.aftertouch.score.metric.Rate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From the event to the answer, per touchpoint. */
@Schema(name = "Funnel")
record FunnelView(
        @Schema(description = "First day of UTC") LocalDate from,

        @Schema(description = "First day that no longer counts")
        LocalDate to,

        List<TouchpointView> touchpoints) {

    /** One touchpoint; the days are left out unless they were asked for. */
    @Schema(name = "TouchpointFunnel")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TouchpointView(String touchpoint, String name, PassageView total, List<DayView> days) {}

    @Schema(name = "DayOfFunnel")
    record DayView(LocalDate day, PassageView passage) {}

    @Schema(name = "Passage")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PassageView(
            @Schema(description = "How often a rule was judged for an event on these days")
            long judged,

            @Schema(description = "Invitations that were scheduled on these days")
            long invited,

            @Schema(description = "Of these: sent, or answered")
            long sent,

            @Schema(description = "Of these: neither came back nor called off because of an opt-out")
            long delivered,

            @Schema(description = "Of these: answered, and not taken back")
            long answered,

            @Schema(description = "Answered of a hundred delivered; null when none was")
            Double responseRate,

            Double low,
            Double high,
            @Schema(examples = "WILSON") String method) {

        static PassageView of(Passage passage) {
            Rate rate = new Rate(passage.answered(), passage.delivered());
            return new PassageView(
                    passage.judged(),
                    passage.invited(),
                    passage.sent(),
                    passage.delivered(),
                    passage.answered(),
                    rate.percent().orElse(null),
                    rate.interval().map(Interval::low).orElse(null),
                    rate.interval().map(Interval::high).orElse(null),
                    rate.interval().map(interval -> interval.method().name()).orElse(null));
        }
    }

    static TouchpointView view(Funnels.Funnel funnel, boolean byDay) {
        return new TouchpointView(
                funnel.touchpoint().key(),
                funnel.touchpoint().name(),
                PassageView.of(funnel.total()),
                byDay
                        ? funnel.days().entrySet().stream()
                                .map(day -> new DayView(day.getKey(), PassageView.of(day.getValue())))
                                .toList()
                        : null);
    }
}
