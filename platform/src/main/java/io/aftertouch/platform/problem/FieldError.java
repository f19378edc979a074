package io.aftertouch.platform.problem;

/** What is wrong with one field of a request: the field by its JSON path, the rule it breaks in words. */
public record FieldError(String field, String message) {}
