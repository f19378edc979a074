package io.aftertouch.local.demo;

import java.util.Map;
import java.util.TreeMap;

/** How often each score is given within its band; the figures are those of many shops. */
enum DemoScale {
    NPS("NPS", Map.of(0, 6, 1, 5, 2, 6, 3, 8, 4, 10, 5, 25, 6, 40), Map.of(7, 45, 8, 55), Map.of(9, 48, 10, 52)),
    CSAT_5("CSAT", Map.of(1, 40, 2, 60), Map.of(3, 100), Map.of(4, 55, 5, 45)),
    CES_2("CES", Map.of(1, 15, 2, 30, 3, 55), Map.of(4, 100), Map.of(5, 18, 6, 44, 7, 38));

    private final String metric;
    private final Map<Integer, Integer> negative;
    private final Map<Integer, Integer> neutral;
    private final Map<Integer, Integer> positive;

    DemoScale(
            String metric,
            Map<Integer, Integer> negative,
            Map<Integer, Integer> neutral,
            Map<Integer, Integer> positive) {
        this.metric = metric;
        this.negative = new TreeMap<>(negative);
        this.neutral = new TreeMap<>(neutral);
        this.positive = new TreeMap<>(positive);
    }

    String metric() {
        return metric;
    }

    Map<Integer, Integer> weights(DemoMood mood) {
        return switch (mood) {
            case NEGATIVE -> negative;
            case NEUTRAL -> neutral;
            case POSITIVE -> positive;
        };
    }
}
