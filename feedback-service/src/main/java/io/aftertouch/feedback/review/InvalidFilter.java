package io.aftertouch.feedback.review;

import java.util.Arrays;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/** A filter of the list has a value that it does not know. */
final class InvalidFilter extends ProblemException {

    private <E extends Enum<E>> InvalidFilter(String field, Class<E> known) {
        super(
                "invalid-request",
                "The filters cannot be read.",
                new FieldError(field, "must be one of " + Arrays.toString(known.getEnumConstants())));
    }

    static <E extends Enum<E>> E read(Class<E> known, String field, String value) {
        try {
            return Enum.valueOf(known, value);
        } catch (IllegalArgumentException e) {
            throw new InvalidFilter(field, known);
        }
    }
}
