package io.aftertouch.feedback.catalog;

/** A score on a scale, with what the scale says of it. */
public record Rating(int score, Band band) {}
