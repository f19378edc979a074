package io.aftertouch.score.improvement;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.aftertouch.score.metric.DifferenceInDifferences;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.report.DifferenceView;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.report.ScoresView;
import io.aftertouch.score.segment.Segment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An improvement, what answers say about it, and what the money figures add up to. {@code version} is the number in the ETag. */
@Schema(name = "Improvement")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImprovementView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String touchpoint,
        @Schema(required = true) Metric metric,

        @Schema(description = "Null: all respondents.", nullable = true)
        String segment,

        @Schema(required = true) String name,
        @Schema(nullable = true) String description,
        @Schema(required = true) LocalDate changedOn,
        @Schema(required = true) int days,
        @Schema(required = true) List<String> comparedWith,
        @Schema(nullable = true) MoneyFigures money,
        @Schema(required = true) EffectView effect,

        @Schema(description = "Null when no money figures were entered.", nullable = true)
        ReturnView moneyReturn,

        @Schema(required = true) int version,
        @Schema(required = true) String createdBy,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant changedAt) {

    @Schema(
            name = "ImprovementEffect",
            description = "After the change against before it. After is not because of: whatever else happened in these"
                    + " days is in these figures too. The formulas are in ADR 40.")
    record EffectView(
            @Schema(required = true) EffectState state,
            @Schema(required = true) Instant from,
            @Schema(required = true) Instant changedAt,
            @Schema(required = true) Instant to,
            @Schema(required = true) Instant asOf,
            @Schema(nullable = true) String scale,
            @Schema(nullable = true) ScoresView.BucketView before,
            @Schema(nullable = true) ScoresView.BucketView after,

            @Schema(description = "After less before; null while one of them has too few answers.", nullable = true)
            DifferenceView change,

            @Schema(
                    description = "How much more it changed than the touchpoints compared with did on average; null"
                            + " when none of them can be used.",
                    nullable = true)
            BeyondView beyond,

            @Schema(required = true) List<BesideView> compared,

            @Schema(required = true, description = "Ids of other improvements in the same days and places.")
            List<UUID> meanwhile) {

        private static EffectView of(Effect effect) {
            return new EffectView(
                    effect.state(),
                    effect.from(),
                    effect.changedAt(),
                    effect.to(),
                    effect.asOf(),
                    effect.scale().map(Scale::key).orElse(null),
                    bucket(effect.before()),
                    bucket(effect.after()),
                    effect.change().map(DifferenceView::of).orElse(null),
                    effect.beyond().map(BeyondView::of).orElse(null),
                    effect.compared().stream().map(BesideView::of).toList(),
                    effect.meanwhile().stream().map(Improvement::id).toList());
        }

        private static ScoresView.BucketView bucket(java.util.Optional<ScoreReport.Bucket> bucket) {
            return bucket.map(ScoresView.BucketView::of).orElse(null);
        }
    }

    @Schema(name = "ImprovementBeyondOthers")
    record BeyondView(
            @Schema(required = true) double effect,
            @Schema(required = true) double low,
            @Schema(required = true) double high,
            @Schema(required = true) double p,

            @Schema(required = true, description = "What the touchpoints compared with changed by on average.")
            double others) {

        private static BeyondView of(DifferenceInDifferences one) {
            return new BeyondView(one.effect(), one.low(), one.high(), one.p(), one.others());
        }
    }

    @Schema(name = "ImprovementComparedTouchpoint")
    record BesideView(
            @Schema(required = true) String touchpoint,
            @Schema(nullable = true) ScoresView.BucketView before,
            @Schema(nullable = true) ScoresView.BucketView after,

            @Schema(description = "Null when it has too few answers on the same scale to be used.", nullable = true)
            DifferenceView change) {

        private static BesideView of(Effect.Beside beside) {
            return new BesideView(
                    beside.touchpoint(),
                    EffectView.bucket(beside.before()),
                    EffectView.bucket(beside.after()),
                    beside.change().map(DifferenceView::of).orElse(null));
        }
    }

    @Schema(
            name = "MoneyReturn",
            description = "What the entered figures add up to; nothing here is known from answers.")
    record ReturnView(
            @Schema(description = "How far the share that converts lies above that before, in points.", nullable = true)
            DifferenceView conversion,

            @Schema(description = "Revenue by orders.", nullable = true)
            BigDecimal averageOrder,

            @Schema(description = "Value per year times years, of one customer.", nullable = true)
            BigDecimal lifetimeValue,

            @Schema(description = "Orders beyond the share of before, each an average one.", nullable = true)
            BigDecimal conversionGain,

            @Schema(description = "Customers kept, each a lifetime value.", nullable = true)
            BigDecimal lifetimeGain,

            @Schema(description = "All gains.", nullable = true)
            BigDecimal gain,

            @Schema(description = "Gain less cost.", nullable = true)
            BigDecimal net,

            @Schema(description = "(gain - cost) / cost: 0.25 is 25 %.", nullable = true)
            BigDecimal ratio) {

        private static ReturnView of(MoneyReturn one) {
            return new ReturnView(
                    one.conversion().map(DifferenceView::of).orElse(null),
                    one.averageOrder().orElse(null),
                    one.lifetimeValue().orElse(null),
                    one.conversionGain().orElse(null),
                    one.lifetimeGain().orElse(null),
                    one.gain().orElse(null),
                    one.net().orElse(null),
                    one.ratio().orElse(null));
        }
    }

    static ImprovementView of(Improvement improvement, Effect effect) {
        ImprovementSettings settings = improvement.settings();
        return new ImprovementView(
                improvement.id(),
                improvement.touchpoint(),
                improvement.metric(),
                improvement.segment().map(Segment::toString).orElse(null),
                settings.name(),
                settings.description(),
                settings.changedOn(),
                settings.days(),
                List.copyOf(settings.comparedWith()),
                settings.money(),
                EffectView.of(effect),
                settings.money() == null ? null : ReturnView.of(MoneyReturn.of(settings.money())),
                improvement.version(),
                improvement.createdBy(),
                improvement.createdAt(),
                improvement.changedAt());
    }
}
