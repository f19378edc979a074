package io.aftertouch.feedback.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.aftertouch.feedback.response.PastAnswer;
import io.aftertouch.platform.csv.CsvRow;
import io.aftertouch.platform.csv.CsvSource;
import io.aftertouch.platform.problem.FieldError;

/** Reads the rows of one file as answers. */
final class RowReader {

    private final ImportPlan plan;
    private final Columns columns;
    private final Moments moments;
    private final ReferenceKey referenceKey;

    /** @throws InvalidImport when the file lacks a column that is needed */
    RowReader(ImportPlan plan, CsvSource file, ReferenceKey referenceKey) {
        this.plan = plan;
        this.referenceKey = referenceKey;
        moments = new Moments(plan.zone());
        columns = plan.mapping().complete(plan.columns(), file::column);
        List<FieldError> errors = new ArrayList<>();
        needed("id", columns.id(), errors);
        needed("score", columns.score(), errors);
        needed("answeredAt", columns.answeredAt(), errors);
        if (plan.reference() != Reference.NONE) {
            needed("respondent", columns.respondent(), errors);
        }
        taken().stream()
                .filter(name -> !file.columns().contains(name))
                .forEach(name -> errors.add(new FieldError(
                        "columns",
                        "The file has no column " + name + "; it has " + String.join(", ", file.columns()))));
        taken().stream()
                .filter(name -> Collections.frequency(file.columns(), name) > 1)
                .forEach(name -> errors.add(new FieldError("columns", "The file has several columns " + name)));
        if (!errors.isEmpty()) {
            throw new InvalidImport(errors);
        }
    }

    /** The columns that are read. A respondent's is not when no reference is wanted. */
    Set<String> taken() {
        Set<String> taken = new LinkedHashSet<>();
        Stream.of(
                        columns.id(),
                        columns.score(),
                        columns.comment(),
                        columns.answeredAt(),
                        plan.reference() == Reference.NONE ? null : columns.respondent(),
                        columns.locale())
                .filter(column -> column != null)
                .forEach(taken::add);
        taken.addAll(columns.segments().values());
        return taken;
    }

    /** @throws InvalidImport naming what of the row cannot be read */
    PastAnswer read(CsvRow row) {
        List<FieldError> errors = new ArrayList<>();
        if (row.overlong()) {
            errors.add(new FieldError("", "has more cells than the first row has columns"));
        }
        var answer = new PastAnswer(
                plan.source(),
                row.cell(columns.id()),
                plan.survey(),
                plan.touchpoint(),
                score(row, errors),
                cell(row, columns.comment()),
                reference(row),
                segments(row),
                cell(row, columns.locale()),
                answeredAt(row, errors));
        if (!errors.isEmpty()) {
            throw new InvalidImport(errors);
        }
        return answer;
    }

    private Integer score(CsvRow row, List<FieldError> errors) {
        String text = row.cell(columns.score());
        if (text != null && text.matches("[0-9]{1,3}")) {
            return Integer.valueOf(text);
        }
        errors.add(new FieldError(columns.score(), text == null ? "is missing" : "is no whole number"));
        return null;
    }

    private Instant answeredAt(CsvRow row, List<FieldError> errors) {
        String text = row.cell(columns.answeredAt());
        if (text == null) {
            errors.add(new FieldError(columns.answeredAt(), "is missing"));
            return null;
        }
        try {
            return moments.read(text);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(columns.answeredAt(), e.getMessage()));
            return null;
        }
    }

    private String reference(CsvRow row) {
        String person = plan.reference() == Reference.NONE ? null : cell(row, columns.respondent());
        if (person == null) {
            return null;
        }
        return plan.reference() == Reference.HASH ? referenceKey.hash(person) : person;
    }

    private Map<String, String> segments(CsvRow row) {
        Map<String, String> segments = new HashMap<>();
        columns.segments().forEach((dimension, column) -> {
            String value = row.cell(column);
            if (value != null) {
                segments.put(dimension, value);
            }
        });
        return segments;
    }

    private static String cell(CsvRow row, String column) {
        return column == null ? null : row.cell(column);
    }

    private static void needed(String field, String column, List<FieldError> errors) {
        if (column == null) {
            errors.add(new FieldError(field, "The file has no column that is known for this: name one"));
        }
    }
}
