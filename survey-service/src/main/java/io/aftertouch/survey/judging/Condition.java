package io.aftertouch.survey.judging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a rule asks of an event: {@code segment.country equals DK}.
 *
 * @param field {@code segment.<dimension>} or {@code attribute.<name>}
 * @param value what to compare with; absent for {@code in} and {@code exists}
 * @param values the choices of {@code in}; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(String field, Operator operator, String value, List<String> values) {

    /** Says what is wrong with the condition itself, in words for whoever wrote it. */
    public Optional<String> flaw() {
        return switch (operator) {
            case EQUALS, NOT_EQUALS, CONTAINS -> needsValue();
            case GREATER_THAN, LESS_THAN ->
                needsValue()
                        .or(() -> number(value).isEmpty() ? Optional.of("value must be a number") : Optional.empty());
            case IN ->
                values == null || values.isEmpty() || value != null
                        ? Optional.of("needs values, a list of choices, and no value")
                        : Optional.empty();
            case EXISTS ->
                value != null || values != null ? Optional.of("needs neither value nor values") : Optional.empty();
        };
    }

    private Optional<String> needsValue() {
        return value == null || values != null ? Optional.of("needs value, and no values") : Optional.empty();
    }

    boolean holds(Occurrence occurrence) {
        return holds(occurrence.lookUp(field));
    }

    private boolean holds(Optional<String> found) {
        return switch (operator) {
            case EQUALS -> found.filter(value::equals).isPresent();
            case NOT_EQUALS -> found.filter(value::equals).isEmpty();
            case IN -> found.filter(values::contains).isPresent();
            case EXISTS -> found.isPresent();
            case CONTAINS ->
                found.filter(text -> lower(text).contains(lower(value))).isPresent();
            case GREATER_THAN -> compared(found) > 0;
            case LESS_THAN -> compared(found) < 0;
        };
    }

    /** Sign of "found compared with value"; 0, which fits neither side, when one of them is no number. */
    private int compared(Optional<String> found) {
        return found.flatMap(Condition::number)
                .flatMap(left -> number(value).map(left::compareTo))
                .orElse(0);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text == null || text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
