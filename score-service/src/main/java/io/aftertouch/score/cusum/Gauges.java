package io.aftertouch.score.cusum;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The gauges computed so far. Expected shares and run lengths are rounded, so that there are few. */
final class Gauges {

    private static final int REMEMBERED = 10_000;

    private record Wish(double expected, double quietAtLeast) {}

    private final Map<Wish, Gauge> known = new ConcurrentHashMap<>();

    /**
     * @param expected the share of negative answers that is expected
     * @param quietAtLeast after how many answers on average chance alone may raise an alarm, at the earliest; rounded up to 1, 2 or 5 and zeros
     */
    Gauge of(double expected, double quietAtLeast) {
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Wish(expected, roundedUp(quietAtLeast)), wish -> Gauge.of(wish.expected(), wish.quietAtLeast()));
    }

    static double roundedUp(double number) {
        double power = Math.pow(10, Math.floor(Math.log10(number)));
        double leading = number / power;
        return power * (leading <= 1 ? 1 : leading <= 2 ? 2 : leading <= 5 ? 5 : 10);
    }
}
