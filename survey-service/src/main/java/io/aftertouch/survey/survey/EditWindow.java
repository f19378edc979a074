package io.aftertouch.survey.survey;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** For how long after sending a customer can change the answer. */
final class EditWindow {

    static final String DESCRIPTION =
            "ISO 8601 duration for which a customer can change the answer, at most P30D; PT0S: not at all";

    static final Duration USUAL = Duration.ofHours(24);
    private static final Duration LONGEST = Duration.ofDays(30);

    private EditWindow() {}

    static Optional<Duration> read(String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            Duration window = Duration.parse(text);
            if (window.isNegative() || window.compareTo(LONGEST) > 0 || window.getNano() != 0) {
                throw new InvalidEditWindow("must be of whole seconds, from PT0S to P30D");
            }
            return Optional.of(window);
        } catch (DateTimeParseException e) {
            throw new InvalidEditWindow("must be an ISO 8601 duration such as PT24H");
        }
    }

    private static final class InvalidEditWindow extends ProblemException {

        InvalidEditWindow(String message) {
            super("invalid-request", "The edit window cannot be used.", new FieldError("editWindow", message));
        }
    }
}
