package io.aftertouch.score.metric;

/** Where the true value lies with a confidence of 95 %, and how that was computed. */
public record Interval(double low, double high, IntervalMethod method) {}
