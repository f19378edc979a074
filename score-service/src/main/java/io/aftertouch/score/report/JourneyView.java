package io.aftertouch.score.report;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.aftertouch.score.catalog.Touchpoint;
import io.aftertouch.score.metric.Metric;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The stages of the journey in their order, each with its touchpoints and their scores. */
@Schema(name = "Journey")
record JourneyView(
        @Schema(required = true) Instant asOf,
        @Schema(required = true) List<StageView> stages) implements Dated {

    @Override
    public Object content() {
        return stages;
    }

    static JourneyView of(Instant asOf, List<Standing> standings) {
        return new JourneyView(
                asOf,
                Stages.inOrder(standings).entrySet().stream()
                        .map(stage -> StageView.of(stage.getKey(), stage.getValue()))
                        .toList());
    }

    @Schema(name = "JourneyStage")
    record StageView(
            @Schema(
                    description = "Null for touchpoints that have not been announced with a stage yet.",
                    nullable = true)
            String stage,

            @Schema(nullable = true) String name,
            @Schema(required = true) List<TouchpointView> touchpoints) {

        private static StageView of(Stage stage, List<Standing> standings) {
            Map<Touchpoint, List<Standing>> byTouchpoint = standings.stream()
                    .collect(Collectors.groupingBy(Standing::touchpoint, LinkedHashMap::new, Collectors.toList()));
            return new StageView(
                    stage.key(),
                    stage.name(),
                    byTouchpoint.entrySet().stream()
                            .map(entry -> TouchpointView.of(entry.getKey(), entry.getValue()))
                            .toList());
        }
    }

    @Schema(name = "JourneyTouchpoint")
    record TouchpointView(
            @Schema(required = true) String touchpoint,
            @Schema(required = true) String name,
            @Schema(nullable = true) String channel,
            @Schema(required = true) long openCases,
            @Schema(required = true) long lateCases,

            @Schema(required = true, description = "One for each scale that answers were given on.")
            List<JourneyScoreView> scores) {

        private static TouchpointView of(Touchpoint touchpoint, List<Standing> standings) {
            return new TouchpointView(
                    touchpoint.key(),
                    touchpoint.name(),
                    touchpoint.channel(),
                    standings.getFirst().cases().open(),
                    standings.getFirst().cases().late(),
                    standings.stream()
                            .flatMap(standing -> standing.group().stream())
                            .map(group -> new JourneyScoreView(
                                    group.scale().metric(),
                                    group.scale().key(),
                                    ScoresView.BucketView.of(group.buckets().getFirst())))
                            .toList());
        }
    }

    @Schema(name = "JourneyScore")
    record JourneyScoreView(
            @Schema(required = true) Metric metric,
            @Schema(required = true) String scale,
            @Schema(required = true) ScoresView.BucketView score) {}
}
