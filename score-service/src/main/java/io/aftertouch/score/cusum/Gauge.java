package io.aftertouch.score.cusum;

/**
 * What the evidence of a cell is held against.
 *
 * @param expected the share of negative answers that its past makes expect
 * @param alarming the share that has to be noticed: twice as many, up to nine of ten
 * @param limit the evidence, in steps, that raises the alarm
 * @param quiet after how many answers on average chance alone raises one, while the share is as expected
 * @param delay after how many answers on average it is raised once the share is the alarming one
 */
public record Gauge(double expected, double alarming, Steps steps, int limit, double quiet, double delay) {

    private static final double MOST_ALARMING = 0.9;

    /**
     * The lowest limit that chance alone reaches rarely enough.
     *
     * @param expected below nine of ten
     * @param quietAtLeast after how many answers on average at the earliest
     */
    public static Gauge of(double expected, double quietAtLeast) {
        double alarming = Math.min(MOST_ALARMING, 2 * expected);
        Steps steps = Steps.between(expected, alarming);
        int enough = steps.unit();
        while (steps.answersUntil(enough, expected) < quietAtLeast) {
            enough *= 2;
        }
        int tooLow = enough / 2;
        while (enough - tooLow > 1) {
            int between = (enough + tooLow) / 2;
            if (steps.answersUntil(between, expected) < quietAtLeast) {
                tooLow = between;
            } else {
                enough = between;
            }
        }
        return new Gauge(
                expected,
                alarming,
                steps,
                enough,
                steps.answersUntil(enough, expected),
                steps.answersUntil(enough, alarming));
    }

    /** The limit in negative answers beyond what the reference lets pass. */
    public double limitInAnswers() {
        return inAnswers(limit);
    }

    public double inAnswers(int level) {
        return (double) level / steps.unit();
    }

    /** After how many answers on average an alarm is over, once the share is as expected again. */
    public double calmDelay() {
        return steps.mirrored().answersUntil(limit, 1 - expected);
    }

    /** After how many answers on average chance alone would end an alarm, while the share is still the alarming one. */
    public double calmQuiet() {
        return steps.mirrored().answersUntil(limit, 1 - alarming);
    }
}
