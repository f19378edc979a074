package io.aftertouch.score.improvement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

import io.aftertouch.platform.problem.FieldError;

/**
 * What can be changed about an improvement.
 *
 * @param description null when there is none
 * @param changedOn the first day on which customers met the change
 * @param days so many days before it are held against so many from it on
 * @param comparedWith keys of touchpoints where nothing was changed at that time
 * @param money null when nobody entered any
 */
record ImprovementSettings(
        String name,
        String description,
        LocalDate changedOn,
        int days,
        SortedSet<String> comparedWith,
        MoneyFigures money) {

    static final int USUAL_DAYS = 28;
    static final int MOST_COMPARED = 10;

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2199;

    /** @throws InvalidImprovement when its effect could not be told */
    void mustFit(String touchpoint) {
        List<FieldError> errors = new ArrayList<>();
        if (changedOn.getYear() < EARLIEST_YEAR || changedOn.getYear() > LATEST_YEAR) {
            errors.add(new FieldError("changedOn", "must lie in the years 2000 to 2199"));
        }
        if (comparedWith.contains(touchpoint)) {
            errors.add(new FieldError("comparedWith", "must not hold the touchpoint that was changed"));
        }
        if (money != null) {
            errors.addAll(money.errors());
        }
        if (!errors.isEmpty()) {
            throw new InvalidImprovement(errors);
        }
    }
}
