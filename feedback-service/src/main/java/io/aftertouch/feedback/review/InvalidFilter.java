package io.aftertouch.feedback.review;

import java.util.Arrays;
import java.util.List;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A filter of the list has a value that it does not know. */
final class InvalidFilter extends ProblemException {

    InvalidFilter(List<FieldError> errors) {
        super("invalid-request", "The filters cannot be read.", errors.toArray(FieldError[]::new));
    }

    static <E extends Enum<E>> E read(Class<E> known, String field, String value) {
        try {
            return Enum.valueOf(known, value);
        } catch (IllegalArgumentException e) {
            throw new InvalidFilter(
                    List.of(new FieldError(field, "must be one of " + Arrays.toString(known.getEnumConstants()))));
        }
    }
}
