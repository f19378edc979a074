package io.aftertouch.survey.survey;

/** The scales that ship, with their usual bands. */
public enum ScaleKey {
    NPS(Metric.NPS, 0, 10, 9, 10, 0, 6, GoodEnd.HIGH),
    CSAT_5(Metric.CSAT, 1, 5, 4, 5, 1, 2, GoodEnd.HIGH),
    CSAT_7(Metric.CSAT, 1, 7, 6, 7, 1, 3, GoodEnd.HIGH),
    CSAT_10(Metric.CSAT, 1, 10, 8, 10, 1, 4, GoodEnd.HIGH),
    /** Agreement with "made it easy": the higher the easier. */
    CES_2(Metric.CES, 1, 7, 5, 7, 1, 3, GoodEnd.HIGH),
    /** Effort as such: the lower the better. */
    CES_1(Metric.CES, 1, 5, 1, 2, 4, 5, GoodEnd.LOW);

    private final Metric metric;
    private final int min;
    private final int max;
    private final int positiveFrom;
    private final int positiveTo;
    private final int negativeFrom;
    private final int negativeTo;
    private final GoodEnd goodEnd;

    ScaleKey(
            Metric metric,
            int min,
            int max,
            int positiveFrom,
            int positiveTo,
            int negativeFrom,
            int negativeTo,
            GoodEnd goodEnd) {
        this.metric = metric;
        this.min = min;
        this.max = max;
        this.positiveFrom = positiveFrom;
        this.positiveTo = positiveTo;
        this.negativeFrom = negativeFrom;
        this.negativeTo = negativeTo;
        this.goodEnd = goodEnd;
    }

    /** What this scale measures. */
    public Metric metric() {
        return metric;
    }

    /** Whether each score has a word; the others are shown as numbers, with words at their ends only. */
    boolean isWorded() {
        return this != NPS && this != CSAT_10;
    }

    /** The scale with its usual bands. */
    Scale usual() {
        return new Scale(this, min, max, positiveFrom, positiveTo, negativeFrom, negativeTo, goodEnd);
    }
}
