package io.aftertouch.survey.trigger;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import io.aftertouch.platform.problem.FieldError;

/** Durations as the API takes and gives them: ISO 8601, whole seconds, up to a year. */
final class IsoDuration {

    static final Duration LONGEST = Duration.ofDays(366);

    private IsoDuration() {}

    /**
     * @param field what to call it when it is wrong
     * @param flaws where to say what is wrong
     * @return empty when there is none, or a wrong one
     */
    static Optional<Duration> parse(String field, String text, List<FieldError> flaws) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return Optional.of(Duration.ofSeconds(duration.toSeconds()));
            }
            flaws.add(new FieldError(field, "must lie between PT0S and P366D"));
        } catch (DateTimeParseException | ArithmeticException notIso) {
            flaws.add(new FieldError(
                    field, "must be an ISO 8601 duration in days, hours, minutes or seconds, such as PT2H or P3D"));
        }
        return Optional.empty();
    }

    /** Whole days as days, which Java would write as hours. */
    static String text(Duration duration) {
        boolean wholeDays = !duration.isZero() && duration.equals(Duration.ofDays(duration.toDays()));
        return wholeDays ? "P" + duration.toDays() + "D" : duration.toString();
    }
}
