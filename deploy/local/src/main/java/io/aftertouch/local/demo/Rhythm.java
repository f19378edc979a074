package io.aftertouch.local.demo;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Random;

/** When in the week and at what time of day people answer. */
enum Rhythm {
    /** Parcels come on weekdays, from late morning until the evening. */
    PARCELS(new double[] {1.0, 1.15, 1.2, 1.2, 1.25, 0.8, 0.4}, 10, 16, 22),
    /** Shops are full on Friday afternoon and Saturday. */
    SHOPS(new double[] {0.75, 0.75, 0.8, 0.95, 1.25, 1.7, 0.8}, 10, 15, 20),
    /** Support works all week, with fewer people at the weekend. */
    SUPPORT(new double[] {1.25, 1.15, 1.1, 1.1, 1.0, 0.75, 0.65}, 7, 12, 21),
    /** The shop on the web is busiest on Sunday and in the evening. */
    WEB(new double[] {1.1, 0.95, 0.95, 0.95, 0.9, 0.9, 1.25}, 6, 20, 24);

    private final double[] days;
    private final int opens;
    private final int busiest;
    private final int closes;

    Rhythm(double[] days, int opens, int busiest, int closes) {
        this.days = days;
        this.opens = opens;
        this.busiest = busiest;
        this.closes = closes;
    }

    /** How busy a day is, where 1 is the usual. */
    double of(DayOfWeek day) {
        return days[day.getValue() - 1];
    }

    /** A time of day; most lie around the busiest hour. */
    LocalTime time(Random random) {
        double place = random.nextDouble();
        double rise = (double) (busiest - opens) / (closes - opens);
        double hour = place < rise
                ? opens + Math.sqrt(place * (closes - opens) * (busiest - opens))
                : closes - Math.sqrt((1 - place) * (closes - opens) * (closes - busiest));
        return LocalTime.ofSecondOfDay((long) Math.min(hour * 3_600, 86_399));
    }
}
