package io.aftertouch.score.metric;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which of many p values may be believed when all are looked at together: Benjamini and Hochberg's step-up procedure (Journal of
 * the Royal Statistical Society B 57 (1995)), which keeps the expected part of false ones among those believed below q.
 */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /** The largest of these p values that may still be believed; below zero if none may. */
    public static double threshold(List<Double> ps, double q) {
        List<Double> sorted = ps.stream().sorted(Comparator.naturalOrder()).toList();
        return IntStream.range(0, sorted.size())
                .filter(rank -> sorted.get(rank) <= q * (rank + 1) / sorted.size())
                .mapToDouble(sorted::get)
                .max()
                .orElse(-1);
    }
}
