package io.aftertouch.feedback.response;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.platform.time.Instants;

/** Understands filters one by one, and collects what is wrong with them so that all of it can be said at once. Blank means any. */
public final class FilterReader {

    private static final String DIMENSION = "[a-z0-9][a-z0-9._-]{0,63}";
    private static final Duration LONGEST_RANGE = Duration.ofDays(3_660);
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_VALUES = 50;
    private static final int HIGHEST_SCORE = 10;

    private final List<FieldError> errors = new ArrayList<>();

    public List<FieldError> errors() {
        return errors;
    }

    String text(String field, String value) {
        if (isBlank(value)) {
            return null;
        }
        if (!Text.Check.isStorable(value) || Text.Check.length(value) > LONGEST_TEXT) {
            errors.add(new FieldError(field, "must be text of at most " + LONGEST_TEXT + " characters"));
            return null;
        }
        return value;
    }

    <E extends Enum<E>> E oneOf(String field, Class<E> known, String value) {
        return read(
                field,
                value,
                text -> Enum.valueOf(known, text),
                "must be one of "
                        + String.join(
                                ", ",
                                Arrays.stream(known.getEnumConstants())
                                        .map(Enum::name)
                                        .toList()));
    }

    Instant instant(String field, String value) {
        if (isBlank(value)) {
            return null;
        }
        try {
            return Instants.parse(value);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(field, e.getMessage()));
            return null;
        }
    }

    Set<Integer> scores(String field, List<String> values) {
        Set<Integer> scores = new TreeSet<>();
        for (String value : given(values)) {
            Integer score = read(field, value, FilterReader::score, "must be a whole number from 0 to 10");
            if (score != null) {
                scores.add(score);
            }
        }
        return scores;
    }

    /** Segments as in {@code country:DK}, by dimension: of one any, of several all. */
    public SortedMap<String, Set<String>> segments(String field, List<String> values) {
        SortedMap<String, Set<String>> segments = new TreeMap<>();
        List<String> given = given(values);
        if (given.size() > MOST_VALUES) {
            errors.add(new FieldError(field, "must be given at most " + MOST_VALUES + " times"));
            return segments;
        }
        for (String value : given) {
            int colon = value.indexOf(':');
            if (colon < 1
                    || colon == value.length() - 1
                    || !value.substring(0, colon).matches(DIMENSION)
                    || text(field, value) == null) {
                errors.add(new FieldError(field, "must be a dimension and a value, as in country:DK"));
            } else {
                segments.computeIfAbsent(value.substring(0, colon), dimension -> new HashSet<>())
                        .add(value.substring(colon + 1));
            }
        }
        return segments;
    }

    /** Segments as they stand in one line, {@code country:DK, plan:pro}; a value may hold commas itself. */
    public static List<String> segmentsIn(String line) {
        return line == null
                ? List.of()
                : Arrays.stream(line.split(",(?=\\s*" + DIMENSION + ":)"))
                        .map(String::strip)
                        .toList();
    }

    void range(String field, Instant from, Instant to) {
        if (from == null || to == null) {
            return;
        }
        if (!from.isBefore(to)) {
            errors.add(new FieldError(field, "must be after from"));
        } else if (Duration.between(from, to).compareTo(LONGEST_RANGE) > 0) {
            errors.add(new FieldError(field, "must be at most ten years after from"));
        }
    }

    private <T> T read(String field, String value, Function<String, T> reader, String rule) {
        if (isBlank(value)) {
            return null;
        }
        try {
            return reader.apply(value.strip());
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(field, rule));
            return null;
        }
    }

    private static int score(String text) {
        int score = Integer.parseInt(text);
        if (score < 0 || score > HIGHEST_SCORE) {
            throw new IllegalArgumentException(text);
        }
        return score;
    }

    private static List<String> given(List<String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(value -> !isBlank(value)).toList();
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
