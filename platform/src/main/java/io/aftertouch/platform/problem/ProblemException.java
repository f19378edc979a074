package io.aftertouch.platform.problem;

import java.util.List;

/**
 * A rule that a request broke. The slug names it in the catalogue of problems ({@code openapi/problems.json}), which holds status, title,
 * explanation and remedy; the detail says what happened this time, in words that may be shown to the caller.
 */
public abstract class ProblemException extends RuntimeException {

    private final String slug;
    private final transient List<FieldError> errors;

    protected ProblemException(String slug, String detail, FieldError... errors) {
        super(detail);
        this.slug = slug;
        this.errors = List.of(errors);
    }

    public String slug() {
        return slug;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
