package io.aftertouch.score.cusum;

import java.util.Arrays;

/**
 * How far one answer moves the evidence that a cell has turned worse: a negative one up, any other one down. Whole steps, {@code up + down} of
 * which make one answer, so that the evidence can only stand at whole numbers and how long it takes to a limit is exact.
 */
public record Steps(int up, int down) {

    public Steps {
        if (up < 1 || down < 1) {
            throw new IllegalArgumentException("Evidence goes up and down");
        }
    }

    /**
     * The steps of the Bernoulli CUSUM that tells one share of negative answers from another soonest: the reference value
     * {@code −ln((1−p1)/(1−p0)) / ln(p1(1−p0)/(p0(1−p1)))} (Reynolds and Stoumbos, Journal of Quality Technology 31 (1999)), rounded to
     * {@code 1/m}, or to {@code 1−1/m} above a half.
     *
     * @param expected the share as it has been
     * @param alarming the higher share that has to be noticed, below 1
     */
    static Steps between(double expected, double alarming) {
        double reference = -Math.log((1 - alarming) / (1 - expected))
                / Math.log(alarming * (1 - expected) / (expected * (1 - alarming)));
        return reference <= 0.5 ? new Steps(whole(1 / reference) - 1, 1) : new Steps(1, whole(1 / (1 - reference)) - 1);
    }

    private static int whole(double steps) {
        return Math.max(2, (int) Math.round(steps));
    }

    /** How many steps make one answer. */
    public int unit() {
        return up + down;
    }

    /** The share of negative answers at which the evidence neither rises nor falls. */
    public double reference() {
        return (double) down / unit();
    }

    /** The steps of the evidence for the opposite: that a share has come down again. */
    Steps mirrored() {
        return new Steps(down, up);
    }

    /**
     * After how many answers on average the evidence, which starts at nothing and never falls below it, reaches a limit. Exact: the evidence is a
     * Markov chain on the whole numbers below the limit, and the means solve {@code (I − Q) x = 1} (Brook and Evans, Biometrika 59 (1972)).
     *
     * @param share of negative answers, each by chance
     */
    double answersUntil(int limit, double share) {
        double[][] band = new double[limit][down + 1 + up];
        for (int from = 0; from < limit; from++) {
            band[from][down] += 1;
            band[from][down + Math.max(0, from - down) - from] -= 1 - share;
            if (from + up < limit) {
                band[from][down + up] -= share;
            }
        }
        return firstOf(band);
    }

    /** Solves the equations with ones at their right side. Their diagonal is heavy enough that no rows need to be exchanged. */
    private double firstOf(double[][] band) {
        int n = band.length;
        double[] x = new double[n];
        Arrays.fill(x, 1);
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = pivot + 1; row <= Math.min(n - 1, pivot + down); row++) {
                double factor = band[row][down + pivot - row] / band[pivot][down];
                if (factor != 0) {
                    for (int column = pivot; column <= Math.min(n - 1, pivot + up); column++) {
                        band[row][down + column - row] -= factor * band[pivot][down + column - pivot];
                    }
                    x[row] -= factor * x[pivot];
                }
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            for (int column = row + 1; column <= Math.min(n - 1, row + up); column++) {
                x[row] -= band[row][down + column - row] * x[column];
            }
            x[row] /= band[row][down];
        }
        return x[0];
    }
}
