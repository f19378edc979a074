package io.aftertouch.survey.survey;

/** A text for each band of the answer. */
public record ByBand(String negative, String neutral, String positive) {}
