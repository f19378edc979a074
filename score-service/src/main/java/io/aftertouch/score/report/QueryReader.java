package io.aftertouch.score.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.aftertouch.platform.problem.FieldError;
import io.aftertouch.score.segment.Segment;

/** Understands the parameters of a question and collects what is wrong with them, so that all of it can be said at once. */
public final class QueryReader {

    private static final int MOST_VALUES = 50;
    private static final int MOST_YEARS = 50;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 9999;

    private final List<FieldError> errors = new ArrayList<>();

    public void wrong(String parameter, String message) {
        errors.add(new FieldError(parameter, message));
    }

    /** @throws InvalidQuery naming every parameter that was not understood */
    public void throwIfWrong() {
        if (!errors.isEmpty()) {
            throw new InvalidQuery(errors.toArray(FieldError[]::new));
        }
    }

    public <T> T required(String parameter, String text, Function<String, T> reader, String message) {
        if (text == null || text.isEmpty()) {
            wrong(parameter, message);
            return null;
        }
        return optional(parameter, text, null, reader, message);
    }

    public <T> T optional(String parameter, String text, T otherwise, Function<String, T> reader, String message) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            wrong(parameter, message);
            return otherwise;
        }
    }

    public ZoneId zone(String parameter, String text, ZoneId otherwise) {
        return optional(parameter, text, otherwise, ZoneId::of, "must be a time zone, as in Europe/Copenhagen");
    }

    /** An instant, or a date, which stands for the start of that day in the zone; null if there is none. */
    public Instant instant(String parameter, String text, ZoneId zone) {
        return optional(
                parameter,
                text,
                null,
                value -> instant(value, zone),
                "must be an instant or a date, as in 2026-11-21T13:05:00Z or 2026-11-21");
    }

    public void checkRange(String parameter, Instant from, Instant to) {
        if (from == null || to == null) {
            return;
        }
        if (!from.isBefore(to)) {
            wrong(parameter, "must be after from");
        } else if (from.atZone(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant().isBefore(to)) {
            wrong(parameter, "must be at most %d years after from".formatted(MOST_YEARS));
        }
    }

    /** The values that are not empty. */
    public Set<String> values(String parameter, List<String> values) {
        Set<String> given = values.stream().filter(value -> !value.isEmpty()).collect(Collectors.toSet());
        if (given.size() > MOST_VALUES) {
            wrong(parameter, "must be given at most %d times".formatted(MOST_VALUES));
        }
        return given;
    }

    /** The asked values of each dimension. */
    public Map<String, Set<String>> segments(String parameter, List<String> values) {
        try {
            return values(parameter, values).stream()
                    .map(Segment::parse)
                    .collect(Collectors.groupingBy(
                            Segment::dimension, Collectors.mapping(Segment::value, Collectors.toSet())));
        } catch (IllegalArgumentException e) {
            wrong(parameter, e.getMessage());
            return Map.of();
        }
    }

    /** The same, of dimensions that are known: a misspelt one would only ever find nothing. */
    public Map<String, Set<String>> segments(String parameter, List<String> values, Predicate<String> knownDimension) {
        Map<String, Set<String>> segments = segments(parameter, values);
        segments.keySet().stream()
                .filter(dimension -> !knownDimension.test(dimension))
                .sorted()
                .forEach(dimension -> wrong(parameter, "names a dimension that no answer has had yet: " + dimension));
        return segments;
    }

    private static Instant instant(String value, ZoneId zone) {
        Instant instant = value.contains("T")
                ? OffsetDateTime.parse(value).toInstant()
                : LocalDate.parse(value).atStartOfDay(zone).toInstant();
        int year = instant.atZone(ZoneOffset.UTC).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(value);
        }
        return instant;
    }
}
