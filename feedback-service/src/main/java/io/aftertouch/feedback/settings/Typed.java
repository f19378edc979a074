package io.aftertouch.feedback.settings;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/**
 * A form of a settings page with what somebody typed and what is wrong with it, so that nothing typed is lost.
 *
 * @param values by the name of the field
 * @param refusal what is wrong on the whole; null while nothing is
 */
record Typed(Map<String, String> values, String refusal, List<FieldError> errors) {

    static Typed of(Map<String, String> values) {
        return new Typed(Map.copyOf(values), null, List.of());
    }

    static Typed ofFields(Map<String, List<String>> fields) {
        Map<String, String> values = new HashMap<>();
        fields.forEach((name, given) -> values.put(name, given.isEmpty() ? "" : given.getFirst()));
        return of(values);
    }

    Typed refusedBy(ProblemException e) {
        String why = e.slug().equals("precondition-failed")
                ? "Somebody else changed this after you opened the page. Look at what it is now, and save again."
                : e.getMessage();
        return new Typed(values, why, e.errors());
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field, null when nothing is. */
    public String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }

    /** The lines of a field that hold something. */
    List<String> lines(String field) {
        return Arrays.stream(value(field).split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The parts of a field between commas. */
    List<String> parts(String field) {
        return Arrays.stream(value(field).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The version that the page was made from, as If-Match would say it; whatever is no version matches none. */
    String ifMatch() {
        return "\"" + value("version") + "\"";
    }
}
