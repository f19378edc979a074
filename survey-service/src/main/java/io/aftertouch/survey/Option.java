package io.aftertouch.survey;

/** One choice of a list on a page. */
public record Option(String value, String label) {}
