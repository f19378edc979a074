package io.aftertouch.feedback.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.aftertouch.platform.problem.FieldError;

/** Collects what is wrong with a wish, so that everything is told at once. */
final class Mistakes {

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    void addIf(boolean wrong, String field, String message) {
        if (wrong) {
            add(field, message);
        }
    }

    /** @return null when it cannot be read; the exception's message is the mistake */
    <T> T read(String field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            add(field, e.getMessage());
            return null;
        }
    }

    /** @throws InvalidSetting when there were any */
    void refuse() {
        if (!errors.isEmpty()) {
            throw new InvalidSetting(errors);
        }
    }
}
