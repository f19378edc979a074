package io.aftertouch.score.improvement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import io.aftertouch.platform.page.Dates;
import io.aftertouch.platform.page.Numbers;
import io.aftertouch.score.dashboard.Shown;
import io.aftertouch.score.metric.Comparison;
import io.aftertouch.score.metric.DifferenceInDifferences;
import io.aftertouch.score.metric.GoodEnd;
import io.aftertouch.score.metric.Metric;

/** What answers say about an improvement, in words that claim no more than they do. */
record EffectWords(Metric metric, Effect effect) {

    private static final double CONVINCING = 0.05;

    /** "+12 (3 to 21), p = 0.008". */
    String change(Comparison comparison) {
        return difference(comparison.effect(), comparison.low(), comparison.high(), comparison.p());
    }

    String beyond(DifferenceInDifferences one) {
        return difference(one.effect(), one.low(), one.high(), one.p());
    }

    /** The finding in a sentence or two. */
    String finding(ImprovementSettings settings, LocalDate today) {
        String said =
                switch (effect.state()) {
                    case UPCOMING ->
                        "Customers meet the change from %s on; there is nothing to compare yet."
                                .formatted(Dates.day(settings.changedOn()));
                    case COLLECTING ->
                        found()
                                + " So far on %s of %d days."
                                        .formatted(
                                                Numbers.shown(ChronoUnit.DAYS.between(settings.changedOn(), today) + 1),
                                                settings.days());
                    case COMPLETE -> found();
                };
        return said + effect.beyond().map(this::againstOthers).orElse("");
    }

    private String found() {
        return effect.change().map(this::found).orElse("Too few answers before or after the change to say anything.");
    }

    private String found(Comparison change) {
        double size = Math.abs(change.effect());
        String difference = bare(size).equals(bare(0))
                ? "%s is the same after the change as before".formatted(metric)
                : "%s is %s %s after the change than before"
                        .formatted(metric, amount(size), change.effect() > 0 ? "higher" : "lower");
        return difference
                + (change.p() < CONVINCING ? goodOrBad(change.effect()) : ", which can be chance")
                + " (%s to %s, p %s).".formatted(bare(change.low()), bare(change.high()), Shown.p(change.p()));
    }

    private String goodOrBad(double change) {
        boolean lowIsGood =
                effect.scale().filter(scale -> scale.goodEnd() == GoodEnd.LOW).isPresent();
        return !lowIsGood ? "" : change < 0 ? ", which is better" : ", which is worse";
    }

    private String againstOthers(DifferenceInDifferences beyond) {
        long used = effect.compared().stream()
                .filter(beside -> beside.change().isPresent())
                .count();
        return " %s moved by %s%s in the same days; beyond that it is %s."
                .formatted(
                        used == 1
                                ? "The touchpoint compared with"
                                : Shown.capital(Shown.counted(used, "", "touchpoints compared with")),
                        signed(beyond.others()),
                        used == 1 ? "" : " on average",
                        beyond(beyond));
    }

    private String difference(double value, double low, double high, double p) {
        return "%s (%s to %s), p %s".formatted(signed(value), bare(low), bare(high), Shown.p(p));
    }

    private String amount(double size) {
        return switch (metric) {
            case NPS, CSAT -> bare(size) + (bare(size).equals("1") ? " point" : " points");
            case CES -> bare(size);
        };
    }

    private String signed(double value) {
        String number = bare(value);
        return value > 0 && !number.equals(bare(0)) ? "+" + number : number;
    }

    private String bare(double value) {
        return Shown.bare(metric, value);
    }
}
