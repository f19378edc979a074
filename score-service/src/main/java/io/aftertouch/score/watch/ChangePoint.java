package io.aftertouch.score.watch;

import java.util.List;
import java.util.OptionalInt;

/** Finds the day on which a share of negative answers rose. */
final class ChangePoint {

    private ChangePoint() {}

    /**
     * The first day of the later part, where cutting the days in two explains them best (maximum likelihood of two constant shares);
     * empty if no cut has a later part that is worse.
     */
    static OptionalInt firstDay(List<Share> days) {
        Share all = days.stream().reduce(Share.NONE, Share::plus);
        Share before = Share.NONE;
        OptionalInt best = OptionalInt.empty();
        double bestLikelihood = Double.NEGATIVE_INFINITY;
        for (int day = 1; day < days.size(); day++) {
            before = before.plus(days.get(day - 1));
            Share after = all.minus(before);
            boolean rose = before.n() > 0 && after.n() > 0 && after.value() > before.value();
            double likelihood = logLikelihood(before) + logLikelihood(after);
            if (rose && days.get(day).n() > 0 && likelihood > bestLikelihood) {
                bestLikelihood = likelihood;
                best = OptionalInt.of(day);
            }
        }
        return best;
    }

    private static double logLikelihood(Share share) {
        return term(share.negative(), share.n()) + term(share.n() - share.negative(), share.n());
    }

    private static double term(long part, long n) {
        return part == 0 ? 0 : part * Math.log((double) part / n);
    }
}
