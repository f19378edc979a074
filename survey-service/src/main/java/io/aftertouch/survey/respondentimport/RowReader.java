package io.aftertouch.survey.respondentimport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import io.aftertouch.platform.csv.CsvRow;
import io.aftertouch.platform.time.Instants;
import io.aftertouch.survey.respondent.Consent;
import io.aftertouch.survey.respondent.RespondentDetails;

/** Reads rows by the same rules that hold for events and for the API. */
@Singleton
class RowReader {

    private final Validator validator;

    RowReader(Validator validator) {
        this.validator = validator;
    }

    Row read(CsvRow row, Columns columns) {
        long line = row.line();
        List<Refusal> refusals = new ArrayList<>();
        if (row.overlong()) {
            refusals.add(new Refusal(line, "", "has more fields than the first row has columns"));
        }
        RespondentDetails details = new RespondentDetails(
                columns.text(row, Column.REF),
                columns.text(row, Column.EMAIL),
                columns.text(row, Column.PHONE),
                columns.text(row, Column.NAME),
                columns.text(row, Column.LOCALE),
                upper(columns.text(row, Column.COUNTRY)),
                columns.text(row, Column.TIME_ZONE),
                consent(row, columns, line, refusals));
        validator.validate(details).stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .forEach(violation -> refusals.add(refusal(line, violation)));
        return new Row(line, refusals.isEmpty() ? details : null, refusals);
    }

    private static Consent consent(CsvRow row, Columns columns, long line, List<Refusal> refusals) {
        String basis = columns.text(row, Column.CONSENT_BASIS);
        String source = columns.text(row, Column.CONSENT_SOURCE);
        String at = columns.text(row, Column.CONSENT_AT);
        if (basis == null && source == null && at == null) {
            return null;
        }
        return new Consent(basis, source, instant(at, line, refusals));
    }

    private static Instant instant(String at, long line, List<Refusal> refusals) {
        try {
            return at == null ? null : Instants.parse(at);
        } catch (IllegalArgumentException e) {
            refusals.add(
                    new Refusal(line, Column.CONSENT_AT.field(), "must be an instant such as 2026-11-21T13:05:00Z"));
            return null;
        }
    }

    private static Refusal refusal(long line, ConstraintViolation<RespondentDetails> violation) {
        String field =
                switch (violation.getPropertyPath().toString()) {
                    case "consent.basis" -> Column.CONSENT_BASIS.field();
                    case "consent.source" -> Column.CONSENT_SOURCE.field();
                    case "consent.at" -> Column.CONSENT_AT.field();
                    default -> violation.getPropertyPath().toString();
                };
        return new Refusal(line, field, violation.getInvalidValue() == null ? "is missing" : violation.getMessage());
    }

    private static String upper(String country) {
        return country == null ? null : country.toUpperCase(Locale.ROOT);
    }
}
