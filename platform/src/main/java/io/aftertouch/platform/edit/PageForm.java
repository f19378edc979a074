package io.aftertouch.platform.edit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.problem.ProblemException;

/**
 * A form of a page, with what somebody typed and what is wrong with it, so that nothing typed is lost.
 *
 * @param typed by the name of the field; several values where several can be chosen
 * @param detail what is wrong on the whole, empty while nothing is
 */
public record PageForm(Map<String, List<String>> typed, String detail, List<FieldError> errors) {

    public static final PageForm EMPTY = new PageForm(Map.of(), "", List.of());

    public static PageForm of(Map<String, List<String>> typed) {
        return new PageForm(Map.copyOf(typed), "", List.of());
    }

    PageForm refused(String why, List<FieldError> wrong) {
        return new PageForm(typed, why, wrong);
    }

    public boolean isRefused() {
        return !detail.isEmpty();
    }

    /** What stands in a field; empty when nothing does. */
    public String value(String field) {
        return typed.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    public boolean isChosen(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    /** What is wrong with a field, null when nothing is. */
    public String error(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }

    /** The text of a field without blanks around it, null when there is none. */
    public String text(String field) {
        return Optional.of(value(field).strip()).filter(text -> !text.isEmpty()).orElse(null);
    }

    public List<String> all(String field) {
        return typed.getOrDefault(field, List.of());
    }

    /** One of our own words, null when nothing is chosen. */
    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        String text = text(field);
        try {
            return text == null ? null : Enum.valueOf(type, text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableField(field, "is not one of the choices");
        }
    }

    /** One of our own words, which the page always sends. */
    public <E extends Enum<E>> E required(String field, Class<E> type) {
        E choice = choice(field, type);
        if (choice == null) {
            throw new UnreadableField(field, "is missing");
        }
        return choice;
    }

    /** A whole number, null when nothing is typed. */
    public Integer number(String field) {
        String text = text(field);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new UnreadableField(field, "must be a whole number");
        }
    }

    /** A number, null when nothing is typed. Both the decimal point and the decimal comma are understood. */
    public BigDecimal decimal(String field) {
        String text = text(field);
        try {
            return text == null ? null : new BigDecimal(text.replace(',', '.').replace('−', '-'));
        } catch (NumberFormatException e) {
            throw new UnreadableField(field, "must be a number such as 42.5");
        }
    }

    /** A day, null when none is chosen. */
    public LocalDate day(String field) {
        String text = text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UnreadableField(field, "must be a day such as 2026-12-31");
        }
    }

    /** Somebody typed what cannot be read as what the field takes. */
    public static final class UnreadableField extends ProblemException {

        public UnreadableField(String field, String message) {
            super("invalid-request", "A field cannot be read.", new FieldError(field, message));
        }
    }
}
