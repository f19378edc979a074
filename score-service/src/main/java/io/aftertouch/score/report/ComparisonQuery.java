package io.aftertouch.score.report;

/** Two questions about the same metric whose answers are to be held against each other: how does the first do against the second? */
public record ComparisonQuery(ScoreQuery first, ScoreQuery second) {}
