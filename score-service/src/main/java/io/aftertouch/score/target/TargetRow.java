package io.aftertouch.score.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.aftertouch.platform.page.Dates;
import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.dashboard.Figure;
import io.aftertouch.score.dashboard.Shown;
import io.aftertouch.score.metric.Forecast;
import io.aftertouch.score.metric.GoodEnd;
import io.aftertouch.score.metric.Metric;
import io.aftertouch.score.metric.Scale;
import io.aftertouch.score.segment.Segment;

/**
 * A target in words.
 *
 * @param touchpoint its key in an address
 * @param who the respondents it is about
 * @param goal "NPS at least 40"
 * @param goalPlace where the score to reach lies on the whole scale; null while the scale is not known
 * @param chance how likely it is that it is met, or whether it was
 * @param alarming whether it was missed or will probably be
 * @param probability of a target that runs, as a number; empty when there is none to say
 * @param forecast the score expected on the due day; empty when it cannot be said
 */
public record TargetRow(
        UUID id,
        String touchpoint,
        String name,
        String who,
        String goal,
        String period,
        String days,
        String daysWidth,
        Figure figure,
        String goalPlace,
        String chance,
        boolean alarming,
        String probability,
        String forecast,
        String note) {

    static TargetRow of(Target target, Outlook outlook, String name, LocalDate today) {
        TargetSettings settings = target.settings();
        long all = ChronoUnit.DAYS.between(settings.startsOn(), settings.dueOn()) + 1;
        long gone = Math.clamp(ChronoUnit.DAYS.between(settings.startsOn(), today) + 1, 0, all);
        return new TargetRow(
                target.id(),
                Shown.encoded(target.touchpoint()),
                name,
                target.segment().map(Segment::toString).orElse("all respondents"),
                goal(target, outlook),
                Dates.day(settings.startsOn()) + " to " + Dates.day(settings.dueOn()),
                "day %s of %s".formatted(Numbers.shown(gone), Numbers.shown(all)),
                Shown.width((double) gone / all),
                outlook.soFar().map(Figure::of).orElseGet(() -> Figure.empty(Figure.State.NONE)),
                outlook.scale().map(scale -> place(scale, settings.value())).orElse(null),
                chance(outlook),
                isAlarming(outlook),
                outlook.forecast().map(one -> percent(one.probability())).orElse(""),
                outlook.forecast()
                        .map(one -> forecast(target.metric(), one, outlook))
                        .orElse(""),
                settings.note());
    }

    private static String goal(Target target, Outlook outlook) {
        boolean low =
                outlook.scale().filter(scale -> scale.goodEnd() == GoodEnd.LOW).isPresent();
        BigDecimal value = TargetView.plain(target.settings().value());
        return "%s %s %s%s"
                .formatted(
                        target.metric(),
                        low ? "at most" : "at least",
                        Numbers.decimals(value, value.scale()),
                        target.metric() == Metric.CSAT ? "\u00a0%" : "");
    }

    private static String place(Scale scale, BigDecimal value) {
        double part = (value.doubleValue() - Shown.from(scale)) / (Shown.to(scale) - Shown.from(scale));
        return Shown.width(Math.clamp(part, 0, 1));
    }

    private static String chance(Outlook outlook) {
        return switch (outlook.state()) {
            case MET -> "met";
            case MISSED -> "missed";
            case NOT_JUDGED -> "too few answers";
            case UPCOMING, RUNNING ->
                outlook.forecast()
                        .map(one -> Likelihood.of(one.probability()).words())
                        .orElse("too few answers");
        };
    }

    private static boolean isAlarming(Outlook outlook) {
        return outlook.state() == TargetState.MISSED
                || outlook.forecast()
                        .filter(one -> Likelihood.of(one.probability()).compareTo(Likelihood.UNLIKELY) >= 0)
                        .isPresent();
    }

    /** Never 0 or 100 %: nothing is certain before the last answer. */
    private static String percent(double probability) {
        if (probability < 0.01) {
            return "under 1\u00a0%";
        }
        return probability > 0.99 ? "over 99\u00a0%" : Numbers.percent(probability);
    }

    private static String forecast(Metric metric, Forecast forecast, Outlook outlook) {
        long more = outlook.expected().orElse(0L);
        return "%s (%s to %s) after about %s"
                .formatted(
                        Shown.score(metric, forecast.score()),
                        Shown.bare(metric, forecast.low()),
                        Shown.bare(metric, forecast.high()),
                        more == 1 ? "one more answer" : Numbers.shown(more) + " more answers");
    }
}
