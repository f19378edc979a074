package io.aftertouch.score.dashboard;

import java.util.List;
import java.util.stream.IntStream;

import io.aftertouch.score.metric.Interval;
import io.aftertouch.score.metric.Scale;

/** The part of a scale that a chart shows: whole steps of 20 for NPS, 10 for shares and a half for means, around all intervals. */
record ChartAxis(double from, double to, double step) {

    static ChartAxis around(Scale scale, List<Interval> intervals) {
        double step =
                switch (scale.metric()) {
                    case NPS -> 20;
                    case CSAT -> 10;
                    case CES -> 0.5;
                };
        double lowest = intervals.stream().mapToDouble(Interval::low).min().orElse(Shown.from(scale));
        double highest = intervals.stream().mapToDouble(Interval::high).max().orElse(Shown.to(scale));
        double from = Math.max(Shown.from(scale), Math.floor(lowest / step) * step);
        double to = Math.min(Shown.to(scale), Math.ceil(highest / step) * step);
        return from < to ? new ChartAxis(from, to, step) : new ChartAxis(Shown.from(scale), Shown.to(scale), step);
    }

    /** The values with a line across, from the top. */
    List<Double> values() {
        int steps = (int) Math.round((to - from) / step);
        return IntStream.rangeClosed(0, steps).mapToObj(i -> to - i * step).toList();
    }

    /** How far below the top a value lies, of a given height. */
    double y(double value, double height) {
        return (to - value) / (to - from) * height;
    }
}
