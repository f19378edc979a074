package io.aftertouch.feedback.history;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.aftertouch.feedback.catalog.Catalog;
import io.aftertouch.platform.problem.FieldError;

/**
 * What somebody wants done with a file, as it was typed; null and blank for what was left out.
 *
 * @param segments each {@code dimension=Column}
 */
record ImportWishes(
        String source,
        String survey,
        String touchpoint,
        String mapping,
        String id,
        String score,
        String comment,
        String answeredAt,
        String respondent,
        String locale,
        List<String> segments,
        String reference,
        String zone,
        boolean openCases) {

    private static final String KEY = "[a-z0-9][a-z0-9._-]{0,63}";

    /** @throws InvalidImport naming all that cannot be read or is not there */
    ImportPlan plan(boolean dryRun, Catalog catalog, ZoneId usualZone) {
        List<FieldError> errors = new ArrayList<>();
        if (given(source) == null || !source.matches(KEY)) {
            errors.add(new FieldError("source", "must match " + KEY));
        }
        if (given(survey) == null || catalog.latestSurvey(survey).isEmpty()) {
            errors.add(new FieldError("survey", "must be the key of a published survey"));
        }
        if (given(touchpoint) == null || catalog.touchpoint(touchpoint).isEmpty()) {
            errors.add(new FieldError("touchpoint", "must be the key of a touchpoint"));
        }
        var plan = new ImportPlan(
                dryRun,
                source,
                survey,
                touchpoint,
                read("mapping", mapping, Mapping.OWN, Mapping::valueOf, "must be OWN or DELIGHTED", errors),
                new Columns(
                        given(id),
                        given(score),
                        given(comment),
                        given(answeredAt),
                        given(respondent),
                        given(locale),
                        segments(errors)),
                read(
                        "reference",
                        reference,
                        Reference.NONE,
                        Reference::valueOf,
                        "must be NONE, COLUMN or HASH",
                        errors),
                openCases,
                read("timeZone", zone, usualZone, ZoneId::of, "must be a time zone such as Europe/Copenhagen", errors));
        if (!errors.isEmpty()) {
            throw new InvalidImport(errors);
        }
        return plan;
    }

    private Map<String, String> segments(List<FieldError> errors) {
        Map<String, String> columns = new TreeMap<>();
        for (String segment : segments == null ? List.<String>of() : segments) {
            int equals = segment.indexOf('=');
            if (segment.isBlank()) {
                continue;
            }
            if (equals < 1
                    || equals == segment.length() - 1
                    || !segment.substring(0, equals).strip().matches(KEY)) {
                errors.add(new FieldError("segment", "must be a dimension and its column, as in country=Country"));
            } else {
                columns.put(
                        segment.substring(0, equals).strip(),
                        segment.substring(equals + 1).strip());
            }
        }
        return columns;
    }

    /** One wish a line, or parted by commas. */
    static List<String> list(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,\\r\\n]+")).map(String::strip).toList();
    }

    private static <T> T read(
            String field,
            String text,
            T otherwise,
            Function<String, T> reader,
            String message,
            List<FieldError> errors) {
        if (given(text) == null) {
            return otherwise;
        }
        try {
            return reader.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException e) {
            errors.add(new FieldError(field, message));
            return otherwise;
        }
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
