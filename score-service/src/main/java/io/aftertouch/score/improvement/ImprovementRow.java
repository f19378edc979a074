package io.aftertouch.score.improvement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;

import io.aftertouch.platform.page.Dates;
import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.dashboard.Figure;
import io.aftertouch.score.dashboard.Shown;
import io.aftertouch.score.report.ScoreReport;
import io.aftertouch.score.segment.Segment;

/**
 * An improvement in words.
 *
 * @param touchpoint its key in an address
 * @param change after less before; empty while that cannot be said
 * @param beyond how much more it changed than the touchpoints compared with; empty when there is none to compare with
 * @param ratio the return in percent; empty when there is none
 */
public record ImprovementRow(
        UUID id,
        String name,
        String touchpoint,
        String place,
        String who,
        String metric,
        String changedOn,
        Figure before,
        Figure after,
        String change,
        String beyond,
        String ratio) {

    static ImprovementRow of(Improvement improvement, Effect effect, String place) {
        ImprovementSettings settings = improvement.settings();
        EffectWords words = new EffectWords(improvement.metric(), effect);
        return new ImprovementRow(
                improvement.id(),
                settings.name(),
                Shown.encoded(improvement.touchpoint()),
                place,
                improvement.segment().map(Segment::toString).orElse("all respondents"),
                improvement.metric().name(),
                Dates.day(settings.changedOn()),
                figure(effect.before()),
                figure(effect.after()),
                effect.change().map(words::change).orElse(""),
                effect.beyond().map(words::beyond).orElse(""),
                Optional.ofNullable(settings.money())
                        .map(MoneyReturn::of)
                        .flatMap(MoneyReturn::ratio)
                        .map(ImprovementRow::percent)
                        .orElse(""));
    }

    static Figure figure(Optional<ScoreReport.Bucket> bucket) {
        return bucket.map(Figure::of).orElseGet(() -> Figure.empty(Figure.State.NONE));
    }

    /** "32.5 %": one decimal, since a return is often small. */
    static String percent(BigDecimal ratio) {
        return Numbers.decimals(ratio.movePointRight(2).setScale(1, RoundingMode.HALF_UP), 1) + "\u00a0%";
    }
}
