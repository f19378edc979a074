package io.aftertouch.score.cusum;

import java.time.LocalDate;

/**
 * How high the evidence of a cell stood at the end of a day, and at its highest.
 *
 * @param unit how many steps make one answer
 */
public record DayLevel(LocalDate day, int level, int peak, int limit, int unit) {

    /** In answers. */
    public double highest() {
        return (double) peak / unit;
    }

    public double limitInAnswers() {
        return (double) limit / unit;
    }
}
