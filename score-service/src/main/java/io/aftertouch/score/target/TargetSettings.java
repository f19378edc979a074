package io.aftertouch.score.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.score.metric.Metric;

/**
 * What can be changed about a target.
 *
 * @param value the score to reach, on the scale on which scores of its metric are shown
 * @param startsOn the first day whose answers count
 * @param dueOn the last one
 * @param note null when there is none
 */
record TargetSettings(BigDecimal value, LocalDate startsOn, LocalDate dueOn, String note) {

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2199;
    private static final int LONGEST_YEARS = 3;

    private record Range(int from, int to) {

        static Range of(Metric metric) {
            return switch (metric) {
                case NPS -> new Range(-100, 100);
                case CSAT -> new Range(0, 100);
                case CES -> new Range(1, 7);
            };
        }

        boolean holds(BigDecimal value) {
            return value.compareTo(BigDecimal.valueOf(from)) >= 0 && value.compareTo(BigDecimal.valueOf(to)) <= 0;
        }
    }

    /** @throws InvalidTarget when no score of this metric can be that, or no such period be judged */
    void mustFit(Metric metric) {
        List<FieldError> errors = new ArrayList<>();
        Range range = Range.of(metric);
        if (!range.holds(value)) {
            errors.add(new FieldError(
                    "value", "must be from %d to %d for %s".formatted(range.from(), range.to(), metric)));
        }
        if (startsOn.getYear() < EARLIEST_YEAR || startsOn.getYear() > LATEST_YEAR) {
            errors.add(new FieldError("startsOn", "must lie in the years 2000 to 2199"));
        } else if (dueOn.isBefore(startsOn)) {
            errors.add(new FieldError("dueOn", "must not lie before the start"));
        } else if (dueOn.isAfter(startsOn.plusYears(LONGEST_YEARS))) {
            errors.add(new FieldError("dueOn", "must lie at most three years after the start"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidTarget(errors);
        }
    }
}
